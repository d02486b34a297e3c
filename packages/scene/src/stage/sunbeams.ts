import type { Sprites, Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import type { Scene } from '../scene.ts';
import { type SpriteSpot, sprites } from '../sets/scatter.ts';
import { traitsOf } from '../sets/set-traits.ts';
import { isSunAmongTrees } from './light.ts';
import { clamp, dot, lengthOf, subtract } from './matrix.ts';
import type { View } from './view.ts';

/** Sets with beams of their own, where light falls through water, leaves or glass that only they know. */
const OWN: ReadonlySet<Scene['set']> = new Set(['underwater', 'jungle', 'bamboo', 'attic', 'space']);
const BEAMS = 15;

interface Beam {
  readonly foot: Vec3;
  readonly radius: number;
  readonly strength: number;
  readonly phase: number;
  readonly rate: number;
}

/**
 * Beams of sun that stand in the air: through the crowns of a wood in low light, and wherever rays are asked for. They
 * are wide and faint, slant from the sun's side, stand behind and beside the subject, and one falls on it.
 * @returns A pure function of time and of the sun at that time.
 */
export function createSunbeams(
  scene: Scene,
  view: View,
  groundAt: (x: number, z: number) => number,
  random: Random,
): (seconds: number, sun: { readonly direction: Vec3; readonly color: Vec3 }) => Sprites[] {
  const isAsked = scene.lightRays;
  if (OWN.has(scene.set) || !(isAsked || isSunAmongTrees(scene))) return () => [];
  const away = subtract(view.target, view.position);
  // Of a wide view the beams are as wide.
  const size = clamp(lengthOf(away) / 7, 0.5, 6);
  const beams = Array.from({ length: BEAMS }, (_, i): Beam => {
    const isOnSubject = i === 0;
    const depth = lengthOf(away) + (isOnSubject ? 0 : size * (1 + (13 * i) / BEAMS));
    const reach = view.halfWidth * depth * 0.9;
    const x = isOnSubject ? 0 : random.between(-reach, reach);
    const at = (axis: 0 | 2): number => view.position[axis] + view.forward[axis] * depth + view.right[axis] * x;
    return {
      foot: [at(0), groundAt(at(0), at(2)), at(2)],
      radius: size * random.between(0.16, 0.6),
      strength: isOnSubject ? 0.7 : random.between(0.5, 1.1),
      phase: random.between(0, 6.28),
      rate: random.between(0.25, 0.6),
    };
  });
  const strength = (isAsked ? 0.26 : 0.17) * (traitsOf(scene.set).hasSky ? 1 : 0.7);
  return (seconds, { direction, color }) => {
    const side = Math.sign(dot(direction, view.right)) || 1;
    const length = 8.5 * size;
    const slant = side * length * 0.42;
    const brightest = Math.max(...color, 1e-3);
    const spots = beams.map(({ foot, radius, strength: own, phase, rate }): SpriteSpot => {
      const glow = strength * own * (0.72 + 0.28 * Math.sin(seconds * rate + phase)) * clamp(brightest, 0.75, 1.2);
      const tone = color.map((channel) => (0.35 + (0.65 * channel) / brightest) * glow) as [number, number, number];
      return {
        position: [foot[0] + view.right[0] * slant, foot[1] + length, foot[2] + view.right[2] * slant],
        radius,
        color: [...tone, 1],
        stretch: [-view.right[0] * slant, -length * 1.06, -view.right[2] * slant],
      };
    });
    return [sprites('streak', 'add', spots)];
  };
}
