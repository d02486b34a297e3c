import type { Mesh, Vec3 } from '@openimagine/render';
import { mixColors, toHex } from '../../../../model/color.ts';
import { mergeMeshes, paint } from '../../../../model/mesh.ts';
import { tube } from '../../../../model/tube.ts';
import type { AddedObject } from '../../../operation.ts';
import type { Part } from '../exhibit.ts';
import type { Head, HeadModel } from '../head-object.ts';
import { colorOf, finishOf } from '../object-colors.ts';
import { bulgingFan } from './shapes.ts';

type Rim = 'wayfarer' | 'aviator' | 'round' | 'heart';

/** Spectacles and sunglasses, on the nose and behind the ears. */
export function eyewearModel(object: AddedObject, head: Head, isDark: boolean): HeadModel {
  const rim = rimOf(object.word);
  const isMetal = rim === 'aviator' || object.material === 'gold' || object.material === 'silver';
  const color = isDark
    ? colorOf(object, isMetal ? '#e8c674' : rim === 'heart' ? '#d1203a' : '#141416')
    : colorOf(object, isMetal ? '#d9d9de' : '#1c1a1c');
  const lens = isDark ? lensColor(object, rim) : '#dfe8f2';
  const thickness = Math.max(isMetal ? 0.11 : 0.23, 0.85 / head.pixelsPerCm);
  const rings = [-1, 1].map((side) => rimPoints(rim, side, head));
  const frame = rings.map((ring) =>
    tube([...ring, ring[0]!, ring[1]!], { radius: thickness, color, rings: ring.length * 2, sides: 8 }),
  );
  const isMonocle = /monocle/iu.test(object.word);
  const shown = isMonocle ? [1] : [0, 1];
  const parts: Part[] = [
    {
      mesh: mergeMeshes([
        ...shown.map((i) => ({ mesh: frame[i]! })),
        ...(isMonocle ? [] : holdersOf(head, rings, thickness, color)).map((mesh) => ({ mesh })),
      ]),
      material: { finish: isMetal ? 'metal' : finishOf(object.material, 'shiny') },
    },
    {
      mesh: mergeMeshes(shown.map((i) => ({ mesh: lensMesh(rings[i]!, lens, isDark) }))),
      material: { finish: 'glass', opacity: isDark ? 0.985 : 0.05 },
    },
  ];
  return { parts, shadows: [{ reach: 0.55, blur: 0.3, strength: isDark ? 0.34 : 0.24 }] };
}

function rimOf(word: string): Rim {
  if (/aviator|pilot|cop|ray/iu.test(word)) return 'aviator';
  if (/round|lennon|potter|monocle|hippie/iu.test(word)) return 'round';
  return /heart/iu.test(word) ? 'heart' : 'wayfarer';
}

function lensColor(object: AddedObject, rim: Rim): string {
  if (/mirror/iu.test(object.word)) return '#7d94ad';
  return rim === 'aviator' ? '#2e2a1c' : rim === 'heart' ? '#5a1020' : '#0e0f12';
}

/** The lens's edge, from its outer upper corner round. */
function rimPoints(rim: Rim, side: number, { size }: Head): Vec3[] {
  const middleX = side * (size.eyeX * 0.5 + size.earX * 0.27);
  const middleY = size.eyeY - (rim === 'aviator' ? 0.55 : 0.3);
  const wide = size.earX * (rim === 'round' ? 0.345 : 0.395);
  const count = 28;
  return Array.from({ length: count }, (_, i): Vec3 => {
    const angle = (i / count) * Math.PI * 2;
    const [u, v] = rimShape(rim, angle);
    // Outwards is away from the nose.
    const x = middleX + side * u * wide;
    return [x, middleY + v * wide, frontAt(x)];
  });
}

/** Before the eyes, bent back towards the temples. */
function frontAt(x: number): number {
  return 0.75 - 0.034 * x * x;
}

/** Outwards and upwards, in half widths. */
function rimShape(rim: Rim, angle: number): readonly [number, number] {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  const squared = (value: number, power: number): number => Math.sign(value) * Math.abs(value) ** power;
  switch (rim) {
    case 'round':
      return [c * 0.88, s * 0.88];
    case 'aviator':
      // Hangs down and outwards.
      return [squared(c, 0.85) * (s < 0 ? 0.9 : 1) + (s < 0 ? 0.04 : 0), s > 0 ? squared(s, 0.75) * 0.72 : s * 1.02];
    case 'heart':
      return [c * 1.02, s * 0.78 + Math.abs(c) ** 0.8 * 0.36 - 0.12];
    default:
      return [squared(c, 0.62) * (s > 0 ? 1.02 : 0.94), squared(s, 0.66) * 0.78 + (s > 0 ? c * 0.07 : 0)];
  }
}

/** The bridge over the nose and the arms back to the ears. */
function holdersOf({ size }: Head, rings: readonly (readonly Vec3[])[], thickness: number, color: string): Mesh[] {
  const inner = rings.map((ring) =>
    ring.reduce((best, point) => (Math.abs(point[0]) < Math.abs(best[0]) ? point : best)),
  );
  const outer = rings.map((ring) =>
    ring.reduce((best, point) => (Math.abs(point[0]) > Math.abs(best[0]) ? point : best)),
  );
  const y = size.eyeY + 0.35;
  const bridge = tube(
    [
      [inner[0]![0] - 0.1, y, inner[0]![2]],
      [0, y + 0.3, 1.05],
      [inner[1]![0] + 0.1, y, inner[1]![2]],
    ],
    { radius: thickness * 0.95, color, sides: 8 },
  );
  const arms = [-1, 1].map((side, i) => {
    const from = outer[i]!;
    const x = side * (size.earX + 0.1);
    return tube(
      [
        [from[0], size.eyeY + 0.7, from[2]],
        [side * (Math.abs(from[0]) + 0.45), size.eyeY + 0.75, from[2] - 0.5],
        [x, size.eyeY + 0.2, (from[2] + size.earZ) / 2],
        // The rest lies under the hair or behind the ear.
        [x, size.eyeY - 0.5, size.earZ * 0.85],
      ],
      { radius: thickness * 0.9, color, sides: 7 },
    );
  });
  return [bridge, ...arms];
}

function lensMesh(ring: readonly Vec3[], color: string, isDark: boolean): Mesh {
  const fan = bulgingFan(ring, 0.28, color);
  if (!isDark) return fan;
  const ys = ring.map(([, y]) => y);
  const top = Math.max(...ys);
  const low = Math.min(...ys);
  const light = mixColors(color, '#8b8478', 0.16);
  return paint(fan, (_x, y) =>
    mixColors(toHex(light), color, Math.min(1, Math.max(0, ((y - low) / (top - low)) * 1.4))),
  );
}
