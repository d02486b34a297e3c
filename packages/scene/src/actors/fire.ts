import { mixColors, toHex, toLinear, toSrgb } from '../model/color.ts';
import { cylinder, sphere } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import {
  around,
  BRIGHT,
  chanceOf,
  isCalled,
  LIT,
  propActor,
  propParts,
  type Sprite,
  STONE,
  spriteBatch,
  WOOD,
} from './prop.ts';

/** A campfire: logs, embers, licking flames, sparks, smoke and a restless light. */
export const fire: ActorModel = { gaits: { flicker: 0, rise: 0.3 }, build };

function build(context: ActorContext): Actor {
  const { detail, copy } = context;
  if (isCalled(context, /\bball\b|fireball/)) return buildBall(context);
  const logs = propParts('fire', detail, (to) => {
    for (const a of around(6))
      to.add(
        WOOD,
        cylinder({ radius: 0.06, topRadius: 0.045, height: 0.72, segments: to.segments(10) }),
        { at: [Math.sin(a) * 0.32, 0.06, Math.cos(a) * 0.32], rotate: [-Math.cos(a) * 0.75, 0, Math.sin(a) * 0.75] },
        '#3d2617',
      );
    for (const [i, a] of around(11).entries())
      to.add(STONE, sphere([0.12, 0.09, 0.1], '#7d776f', 9), {
        at: [Math.sin(a) * 0.52, 0.08, Math.cos(a) * 0.52],
        rotate: [0, i, 0],
      });
    for (let i = 0; i < 9; i++)
      to.add(LIT, sphere(0.05, i % 2 ? '#ff6a22' : '#ff9a3a', 7), {
        at: [(chanceOf(i) - 0.5) * 0.4, 0.05, (chanceOf(i, 3) - 0.5) * 0.4],
      });
  });
  const flicker = (t: number): number =>
    1 + 0.16 * Math.sin(t * 11 + copy) * Math.sin(t * 6.3) + 0.08 * Math.sin(t * 23);
  return propActor(context, logs, {
    lights: (t) => [
      {
        position: [0.05 * Math.sin(t * 7), 0.6, 0.25],
        color: [3.2 * flicker(t), 1.35 * flicker(t), 0.4 * flicker(t)],
        radius: 6,
      },
    ],
    sprites: (t) => [smoke(t), spriteBatch('soft', 'add', flameTongues(t, copy))],
  });
}

/** A ball of flames at the height of a chest, with sparks round it. */
function buildBall(context: ActorContext): Actor {
  const { actor, detail } = context;
  const color = toLinear(actor.color ?? '#ff6a1c');
  const [r, g, b] = color.map((c) => c * 1.6 + 0.06) as [number, number, number];
  const core = propParts(`fire/ball/${toHex(actor.color ?? '#ff6a1c')}`, detail, (to) =>
    to.add(BRIGHT, sphere(0.14, mixColors(toSrgb(actor.color ?? '#ff6a1c'), '#ffffff', 0.25), to.segments(24)), {
      at: [0, BALL_HEIGHT, 0],
    }),
  );
  return propActor(context, [], {
    animate: (_t, _travel, add) => add(core, undefined, { castsShadow: false }),
    lights: (t) => [
      {
        position: [0, BALL_HEIGHT, 0.3],
        color: [r * 2, g * 2, b * 2].map((c) => c * (1 + 0.12 * Math.sin(t * 13))) as [number, number, number],
        radius: 5,
      },
    ],
    sprites(t) {
      const flames: Sprite[] = [{ at: [0, BALL_HEIGHT, 0], radius: 0.62, color: [r, g, b], alpha: 0.3 }];
      for (let i = 0; i < 40; i++) {
        const age = (t * (0.9 + 0.5 * chanceOf(i, 2)) + chanceOf(i, 5)) % 1;
        const [turn, lift] = [chanceOf(i, 7) * 6.3 + t * 2, chanceOf(i, 9) * 2 - 1];
        const out = 0.12 + 0.2 * age;
        flames.push({
          at: [Math.cos(turn) * out, BALL_HEIGHT + lift * out + 0.1 * age, Math.sin(turn) * out],
          radius: i % 4 ? 0.13 * (1 - 0.6 * age) : 0.02,
          color: [r * 1.6, g * 1.6, b * 1.6],
          alpha: 0.55 * Math.sin(Math.PI * age),
        });
      }
      return [spriteBatch('soft', 'add', flames)];
    },
  });
}

const BALL_HEIGHT = 1.15;

/** Licking flames and sparks over a fire at the origin, about 1.5 m high; for additive drawing. */
export function flameTongues(t: number, salt: number): Sprite[] {
  const tongues: Sprite[] = [{ at: [0, 0.35, 0], radius: 0.85, color: [1, 0.42, 0.12], alpha: 0.2 }];
  for (let i = 0; i < 64; i++) {
    const age = (t * (1.1 + 0.5 * chanceOf(i, salt)) + chanceOf(i, 5)) % 1;
    const [angle, start] = [chanceOf(i, 7) * 6.3, 0.22 * Math.sqrt(chanceOf(i, 9))];
    const inward = 1 - 0.75 * age;
    const sway = 0.05 * age * Math.sin(t * 5 + i);
    const heat = Math.max(0, 1 - age * 1.25);
    tongues.push({
      at: [
        Math.sin(angle) * start * inward + sway,
        0.15 + age * (0.85 + 0.55 * chanceOf(i, 11)),
        Math.cos(angle) * start * inward,
      ],
      radius: 0.2 * (1 - 0.65 * age),
      color: [3.2, 0.7 + 1.3 * heat, 0.1 + 0.5 * heat],
      alpha: 0.42 * Math.min(1, age * 7) * (1 - age),
    });
  }
  for (let i = 0; i < 16; i++) {
    const age = (t * 0.5 + chanceOf(i, 31)) % 1;
    tongues.push({
      at: [0.35 * age * Math.sin(i * 2.2 + t * 2), 0.4 + age * 1.7, 0.35 * age * Math.cos(i * 1.7 + t)],
      radius: 0.014,
      color: [1.8, 0.8, 0.25],
      alpha: 1 - age,
    });
  }
  return tongues;
}

function smoke(t: number) {
  const puffs: Sprite[] = Array.from({ length: 12 }, (_, i) => {
    const age = (t * 0.22 + i / 12) % 1;
    return {
      at: [0.3 * age * Math.sin(i + t * 0.5), 1 + age * 1.8, (chanceOf(i) - 0.5) * 0.3],
      radius: 0.16 + 0.42 * age,
      turn: i + age,
      color: [0.4, 0.38, 0.38],
      alpha: 0.16 * Math.min(1, age * 5) * (1 - age),
    };
  });
  return spriteBatch('puff', 'alpha', puffs, [0, 0.5, 0]);
}
