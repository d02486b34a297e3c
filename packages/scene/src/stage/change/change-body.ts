import type { PointLight, Rgb, Sprites } from '@openimagine/render';
import type { PartInstance } from '../../actors/actor.ts';
import type { Placed } from '../cast.ts';
import { clamp, type Matrix, mix, smoothstep } from '../matrix.ts';
import type { Path } from '../path.ts';
import { type ChangeEffect, effectsOf } from './change-effects.ts';
import { burningOf, changesOf, type TimedChange } from './changing.ts';

/** What a change makes of a body, beside where it is. */
export interface BodyChange {
  /** In the actor's own space, before it is placed; undefined: as it is built. */
  shapeAt(seconds: number): Matrix | undefined;
  /** False while it is not there. */
  isThereAt(seconds: number): boolean;
  /** Multiplies what it gives off: 0 unlit. */
  glowAt(seconds: number): number;
  /** Multiplies its colours. */
  tintAt(seconds: number): Rgb | undefined;
  /** Shards, puddles, sparks and light, in the world. */
  effectsAt(seconds: number): {
    readonly parts: readonly PartInstance[];
    readonly sprites: readonly Sprites[];
    readonly lights: readonly PointLight[];
  };
}

const NOTHING = { parts: [], sprites: [], lights: [] } as const;

/** @param path Where it is all the while: what breaks breaks there. */
export function createBodyChange(placed: Placed, path: Path, durationSeconds: number): BodyChange | undefined {
  const changes = changesOf(placed.actor, durationSeconds);
  if (changes.length === 0) return undefined;
  const burning = burningOf(placed.actor, durationSeconds);
  const effects: readonly ChangeEffect[] = effectsOf(placed, path, changes);
  const first = changes[0]!;
  // Of what is made of steel a black wreck is left.
  const isWreck = /^(?:car|bus|truck|sportsCar|tractor|train|house|castle|tower|bigShip|sailingShip|boat)$/.test(
    placed.actor.kind,
  );
  return {
    shapeAt(seconds) {
      let [wide, tall] = [1, 1];
      for (const change of changes) {
        const [w, t] = stretchOf(change, seconds, placed);
        wide *= w;
        tall *= t;
      }
      return wide === 1 && tall === 1 ? undefined : stretching(Math.max(0.003, wide), Math.max(0.003, tall));
    },
    isThereAt(seconds) {
      if (first.kind === 'appear' && seconds < first.fromSeconds) return false;
      return !changes.some(({ kind, fromSeconds, toSeconds }) => {
        if (kind === 'break' || (kind === 'explode' && !isWreck) || kind === 'pop') return seconds >= fromSeconds;
        return kind === 'vanish' && seconds >= toSeconds;
      });
    },
    glowAt: (seconds) => burning?.(seconds) ?? 1,
    tintAt(seconds) {
      const blast = isWreck ? changes.find(({ kind }) => kind === 'explode') : undefined;
      if (blast && seconds >= blast.fromSeconds) return [0.1, 0.085, 0.075];
      const wither = changes.find(({ kind }) => kind === 'wither');
      if (!wither) return undefined;
      const share = wither.shareAt(seconds);
      return [mix(1, 0.62, share), mix(1, 0.42, share), mix(1, 0.28, share)];
    },
    effectsAt(seconds) {
      const now = effects.filter(({ fromSeconds, toSeconds }) => seconds >= fromSeconds && seconds <= toSeconds);
      if (now.length === 0) return NOTHING;
      const shown = now.map((effect) => effect.at(seconds));
      return {
        parts: shown.flatMap(({ parts = [] }) => parts),
        sprites: shown.flatMap(({ sprites = [] }) => sprites),
        lights: shown.flatMap(({ lights = [] }) => lights),
      };
    },
  };
}

/** How wide and how tall a change leaves a body, as factors. */
function stretchOf({ kind, evenAt, shareAt }: TimedChange, seconds: number, { actor }: Placed): [number, number] {
  switch (kind) {
    case 'grow': {
      const share = shareAt(seconds);
      // A plant is a shoot before it spreads; anything else grows evenly.
      const isPlant = /^(?:tree|flower|foliage|cactus|mushroom)$/.test(actor.kind);
      return isPlant ? [mix(0.04, 1, share ** 1.25), mix(0.04, 1, share)] : [mix(0.12, 1, share), mix(0.12, 1, share)];
    }
    case 'shrink': {
      const size = mix(1, 0.14, shareAt(seconds));
      return [size, size];
    }
    case 'melt': {
      const share = evenAt(seconds);
      return [1 + 0.32 * smoothstep(0, 0.7, share) - 0.5 * smoothstep(0.7, 1, share), mix(1, 0.05, share ** 1.2)];
    }
    case 'wither':
      return [mix(1, 0.82, shareAt(seconds)), mix(1, 0.6, shareAt(seconds))];
    case 'appear': {
      const share = evenAt(seconds);
      // Past its size and back, as what springs up does.
      const size = share >= 1 ? 1 : clamp(1 - (1 - share) ** 3 + 0.12 * Math.sin(share * Math.PI), 0, 1.2);
      return [size, size];
    }
    case 'vanish': {
      const size = 1 - evenAt(seconds) ** 2;
      return [size, size];
    }
    default:
      return [1, 1];
  }
}

function stretching(wide: number, tall: number): Matrix {
  return new Float32Array([wide, 0, 0, 0, 0, tall, 0, 0, 0, 0, wide, 0, 0, 0, 0, 1]);
}
