import type { Material, Mesh } from '@openimagine/render';
import { smoothBlob } from '../model/blob.ts';
import { cachedMesh } from '../model/cache.ts';
import { type Srgb, shade, softStep, toHex } from '../model/color.ts';
import type { BlobPart } from '../model/field.ts';
import { type Matrix, multiply, rotationX, translation } from '../model/matrix.ts';
import { paint } from '../model/mesh.ts';
import { BODY } from './person-joints.ts';
import type { HeadMoment } from './person-skull.ts';
import type { PersonLook } from './person-wear.ts';
import { ball, edgeFactor, limb, type PartCollector } from './rig.ts';

const R = BODY.headRadius;

/** Hair shines in a band. */
export const HAIR: Material = { pattern: 'fur', patternScale: 26, specular: 0.26, gloss: 30, wrap: 0.25, rim: 0.12 };

/** The cap of hair on the skull, and what hangs behind it and streams in the wind. */
export function addHair(
  pose: PartCollector,
  head: Matrix,
  look: PersonLook,
  { detail, stream, seconds }: HeadMoment,
): void {
  const isOpen = look.hat === 'none' || look.hat === 'crown' || look.hat === 'flowers';
  const key = `person/hair/${look.hair}/${look.build}/${detail}/${toHex(look.hairColor)}/${isOpen}`;
  const strands = (mesh: Mesh): Mesh => paint(mesh, (x, y, z) => strand(look.hairColor, x, y, z));
  // Under a hat little of it is seen.
  const edge = (isOpen ? 0.0262 : 0.033) * edgeFactor(detail);
  pose.add(
    cachedMesh(`${key}/cap`, () => strands(smoothBlob(capParts(look), edge, { blend: R * 0.08 }))),
    HAIR,
    head,
  );
  const tail = tailParts(look);
  if (tail.length === 0) return;
  const back = cachedMesh(`${key}/back`, () => strands(smoothBlob(tail, edge * 1.5)));
  const lift = stream * (0.75 + 0.12 * Math.sin(seconds * 6)) + 0.025 * Math.sin(seconds * 1.7);
  const root = multiply(translation(0, R * 0.3, -R * 0.55), rotationX(lift), translation(0, -R * 0.3, R * 0.55));
  pose.add(back, HAIR, multiply(head, root));
}

/** What every head of hair but the shaven begins with: a shell with the face cut out of it. */
function shell(volume: number, face = 1): readonly BlobPart[] {
  return [
    ball([0, R * 0.2, -R * 0.12], [R * (1.02 + volume), R * (1 + volume), R * (1.03 + volume)]),
    ball([0, -R * 0.2, -R * 0.42], [R * (0.86 + volume), R * 0.72, R * (0.66 + volume)], { blend: R * 0.3 }),
    ball([0, -R * 0.26, R * 0.98], [R * 0.74 * face, R * 0.9, R * 0.74], { cut: true, blend: R * 0.07 }),
    ball([R * 0.98, -R * 0.24, R * 0.26], [R * 0.3, R * 0.42, R * 0.4], { cut: true, mirror: true, blend: R * 0.06 }),
  ];
}

type Styles = Readonly<Record<Exclude<PersonLook['hair'], 'bald'>, (look: PersonLook) => readonly BlobPart[]>>;

/** Locks that sweep from a parting on the left to both temples. */
function parted(width = 0.18): readonly BlobPart[] {
  const lock = (to: readonly [number, number, number], from: number, tip: number): BlobPart =>
    limb(
      [-R * 0.18, R * 0.96, R * 0.3],
      [to[0] * R, to[1] * R, to[2] * R],
      [R * width * from * 0.9, R * width * tip * 0.8],
      {
        blend: R * 0.17,
      },
    );
  return [
    lock([0.3, 0.78, 0.66], 1, 0.82),
    lock([0.62, 0.52, 0.6], 1, 0.8),
    lock([0.82, 0.22, 0.36], 1, 0.7),
    lock([-0.5, 0.7, 0.56], 1, 0.7),
    lock([-0.76, 0.34, 0.46], 1, 0.7),
  ];
}

/** Strands beside the face from the temples down, uneven at their ends. */
function curtains(length: number): readonly BlobPart[] {
  return [
    limb([R * 0.84, R * 0.3, R * 0.26], [R * 0.92, -R * length * 0.6, R * 0.2], [R * 0.2, R * 0.22], {
      mirror: true,
      blend: R * 0.14,
    }),
    limb([R * 0.92, -R * length * 0.6, R * 0.2], [R * 0.84, -R * length, R * 0.3], [R * 0.22, R * 0.06], {
      mirror: true,
      blend: R * 0.1,
    }),
    limb([R * 0.9, R * 0.2, -R * 0.1], [R * 1.0, -R * length * 0.92, -R * 0.1], [R * 0.22, R * 0.12], {
      mirror: true,
      blend: R * 0.1,
    }),
  ];
}

/** Balls of hair over the skull, and down to a depth. */
function curls(size: number, low: number, out: number): readonly BlobPart[] {
  const parts: BlobPart[] = [];
  for (let i = 0; i < 52; i++) {
    const rise = 1 - ((i + 0.5) / 52) * (1 - low);
    const around = i * 2.39996;
    const flat = Math.sqrt(Math.max(0.05, 1 - Math.min(1, rise) ** 2));
    const [x, z] = [Math.sin(around) * flat, Math.cos(around) * flat];
    // The face stays free.
    if (z > 0.35 && rise < 0.62 && Math.abs(x) < 0.72) continue;
    const wide = rise < 0 ? 1 + 0.12 * -rise : 1;
    parts.push(
      ball(
        [x * R * out * wide, R * (0.12 + rise * out), z * R * out * wide - R * 0.12],
        R * size * (0.85 + 0.3 * ((i * 7) % 5) * 0.2),
        {
          blend: R * 0.05,
        },
      ),
    );
  }
  return parts;
}

const CAPS: Styles = {
  short: () => [
    ...shell(0.02),
    limb([-R * 0.46, R * 0.84, R * 0.46], [R * 0.1, R * 1.02, R * 0.56], [R * 0.12, R * 0.18], { blend: R * 0.18 }),
    limb([R * 0.06, R * 1.0, R * 0.54], [R * 0.62, R * 0.76, R * 0.42], [R * 0.18, R * 0.12], { blend: R * 0.14 }),
    limb([-R * 0.36, R * 1.02, R * 0.22], [R * 0.5, R * 1.0, R * 0.12], [R * 0.16, R * 0.16], { blend: R * 0.14 }),
    limb([R * 0.86, R * 0.3, R * 0.22], [R * 0.88, -R * 0.05, R * 0.2], [R * 0.12, R * 0.06], {
      mirror: true,
      blend: R * 0.1,
    }),
  ],
  buzz: () => shell(-0.05, 0.98),
  spiky: () => [
    ...shell(-0.02),
    ...Array.from({ length: 13 }, (_, i): BlobPart => {
      const around = i * 2.39996;
      const flat = Math.sqrt((i + 0.5) / 13) * 0.82;
      const [x, z] = [Math.sin(around) * flat, Math.cos(around) * flat];
      return limb(
        [x * R * 0.8, R * 0.85, z * R * 0.8 - R * 0.05],
        [x * R * 1.15, R * (1.62 - flat * 0.35), z * R * 1.1 + R * 0.05],
        [R * 0.26, R * 0.03],
        { blend: R * 0.06 },
      );
    }),
  ],
  mohawk: () => [
    ...shell(-0.075, 0.98),
    ...[0.75, 0.4, 0, -0.4, -0.75].map(
      (z): BlobPart =>
        limb(
          [0, R * (1 - 0.3 * z * z), z * R],
          [0, R * (1.72 - 0.5 * z * z), z * R * 1.15 - R * 0.1],
          [R * 0.15, R * 0.06],
          { blend: R * 0.1 },
        ),
    ),
  ],
  curly: ({ build }) => [...shell(0.04), ...curls(build === 'man' ? 0.2 : 0.25, build === 'man' ? 0 : -0.75, 0.98)],
  afro: () => [
    ball([0, R * 0.42, -R * 0.18], [R * 1.42, R * 1.3, R * 1.32]),
    ball([0, -R * 0.34, R * 1.0], [R * 0.78, R * 0.95, R * 0.78], { cut: true, blend: R * 0.14 }),
    ...curls(0.2, -0.1, 1.28).map((part) => ({ ...part, blend: R * 0.14 })),
    ball([0, -R * 0.34, R * 1.02], [R * 0.74, R * 0.92, R * 0.74], { cut: true, blend: R * 0.1 }),
  ],
  dreadlocks: () => [...shell(0.03), ...parted(0.15)],
  bob: () => [...shell(0.05), ...parted(), ...curtains(0.72)],
  wavy: () => [...shell(0.06), ...parted(0.2), ...curtains(1.35)],
  long: () => [...shell(0.03), ...parted(), ...curtains(1.3)],
  ponytail: () => [...shell(0), ...parted(0.15)],
  braid: () => [...shell(0.01), ...parted(0.16)],
  pigtails: () => [
    ...shell(0.01),
    ...parted(0.16),
    ball([R * 0.95, R * 0.12, -R * 0.35], R * 0.16, { mirror: true, blend: R * 0.1 }),
  ],
  bun: () => [
    ...shell(0),
    ...parted(0.14),
    ball([0, R * 1.02, -R * 0.6], [R * 0.46, R * 0.42, R * 0.44], { blend: R * 0.06 }),
    limb([R * 0.4, R * 0.98, -R * 0.5], [-R * 0.36, R * 1.18, -R * 0.62], R * 0.14, { blend: R * 0.05 }),
  ],
};

function capParts(look: PersonLook): readonly BlobPart[] {
  if (look.hair === 'bald') return [];
  const parts = CAPS[look.hair](look);
  // Below a hat only what hangs from under it is left of high hair.
  const isHigh =
    look.hair === 'afro' ||
    look.hair === 'spiky' ||
    look.hair === 'mohawk' ||
    look.hair === 'bun' ||
    look.hair === 'curly';
  if (look.hat === 'none' || look.hat === 'crown' || look.hat === 'flowers' || !isHigh) return parts;
  return look.hair === 'curly' ? [...shell(0.02), ...curls(0.22, -0.75, 0.98).slice(22)] : shell(0.02);
}

/** A row of thick balls that hangs like a braid. */
function plait(x: number, z: number, from: number, to: number): readonly BlobPart[] {
  const count = 7;
  return Array.from({ length: count }, (_, i): BlobPart => {
    const share = i / (count - 1);
    return ball(
      [(x + (i % 2 === 0 ? 0.05 : -0.05)) * R, (from + (to - from) * share) * R, z * R],
      [R * (0.2 - 0.09 * share), R * 0.17, R * (0.18 - 0.08 * share)],
      { blend: R * 0.03 },
    );
  });
}

const TAILS: Partial<Record<PersonLook['hair'], readonly BlobPart[]>> = {
  long: [
    limb([0, R * 0.3, -R * 0.6], [0, -R * 1.6, -R * 0.72], [R * 0.62, R * 0.4]),
    limb([R * 0.42, R * 0.1, -R * 0.5], [R * 0.52, -R * 1.55, -R * 0.5], [R * 0.46, R * 0.2], {
      mirror: true,
      blend: R * 0.2,
    }),
    limb([R * 0.24, -R * 1.2, -R * 0.62], [R * 0.28, -R * 1.95, -R * 0.6], [R * 0.3, R * 0.06], {
      mirror: true,
      blend: R * 0.1,
    }),
    limb([0, -R * 1.3, -R * 0.7], [-R * 0.04, -R * 2.05, -R * 0.7], [R * 0.26, R * 0.05], { blend: R * 0.1 }),
  ],
  wavy: [
    limb([0, R * 0.3, -R * 0.6], [0, -R * 1.2, -R * 0.75], [R * 0.68, R * 0.6]),
    ...[0, 1, 2, 3].flatMap((i): BlobPart[] => [
      ball(
        [R * (0.72 - 0.06 * (i % 2)), -R * (0.2 + i * 0.42), -R * (0.42 + 0.1 * (i % 2))],
        [R * 0.34, R * 0.3, R * 0.34],
        { mirror: true, blend: R * 0.12 },
      ),
      ball([R * 0.28, -R * (0.4 + i * 0.42), -R * (0.86 - 0.06 * (i % 2))], [R * 0.34, R * 0.3, R * 0.28], {
        mirror: true,
        blend: R * 0.12,
      }),
    ]),
    limb([R * 0.5, -R * 1.4, -R * 0.55], [R * 0.42, -R * 1.95, -R * 0.5], [R * 0.28, R * 0.06], {
      mirror: true,
      blend: R * 0.12,
    }),
  ],
  dreadlocks: Array.from({ length: 9 }, (_, i): BlobPart => {
    const angle = -1.9 + (i / 8) * 3.8;
    const [x, z] = [Math.sin(angle), -Math.cos(angle)];
    return limb(
      [x * R * 0.8, R * 0.3, z * R * 0.75 - R * 0.1],
      [x * R * 1.0, -R * (1.5 + 0.2 * (i % 2)), z * R * 0.85 - R * 0.1],
      [R * 0.15, R * 0.09],
      { blend: R * 0.04 },
    );
  }),
  pigtails: [
    limb([R * 1.02, R * 0.12, -R * 0.38], [R * 1.32, -R * 0.55, -R * 0.3], [R * 0.16, R * 0.3], { mirror: true }),
    limb([R * 1.32, -R * 0.55, -R * 0.3], [R * 1.25, -R * 1.15, -R * 0.25], [R * 0.3, R * 0.06], {
      mirror: true,
      blend: R * 0.12,
    }),
  ],
  ponytail: [
    ball([0, R * 0.5, -R * 1.05], R * 0.2),
    limb([0, R * 0.5, -R * 1.15], [0, -R * 0.4, -R * 1.5], [R * 0.2, R * 0.32], { blend: R * 0.1 }),
    limb([0, -R * 0.4, -R * 1.5], [0, -R * 1.2, -R * 1.38], [R * 0.32, R * 0.08], { blend: R * 0.15 }),
  ],
  braid: plait(0, -1.02, 0.1, -1.9),
};

function tailParts({ hair }: PersonLook): readonly BlobPart[] {
  return TAILS[hair] ?? [];
}

/** Lighter and darker strands that run down. */
export function strand(color: Srgb, x: number, y: number, z: number): Srgb {
  const fine = Math.sin(x * 150 + Math.sin(y * 20 + z * 30) * 1.5) + 0.6 * Math.sin((x + z) * 310 + y * 14);
  return shade(color, 0.96 + 0.12 * fine * softStep(-R * 2.4, R, y));
}
