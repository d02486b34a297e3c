import type { Mesh, Vec3 } from '@openimagine/render';
import { lathe } from '../../../../model/lathe.ts';
import { compose, translation } from '../../../../model/matrix.ts';
import { type MeshPart, mergeMeshes, transformMesh } from '../../../../model/mesh.ts';
import { ring, sphere } from '../../../../model/primitives.ts';
import { tube } from '../../../../model/tube.ts';
import type { AddedObject } from '../../../operation.ts';
import { type Head, type HeadModel, skullOf } from '../head-object.ts';
import { colorOf, finishOf, shineOf } from '../object-colors.ts';
import { hairOccluder, widthOfHair } from './headwear.ts';
import { sheet } from './shapes.ts';

/** A crown or, by its word, a tiara: gold unless silver is asked for, set with stones. */
export function crownModel(object: AddedObject, head: Head): HeadModel {
  const isTiara = /tiara|diadem|coronet/iu.test(object.word);
  const isSilver = object.material === 'silver' || (isTiara && object.material === undefined);
  const metal = shineOf(isSilver ? 'silver' : 'gold', undefined).color;
  const stone = object.color ?? (isTiara ? '#dfeaff' : '#c11a3a');
  const { radius, y, z } = seatOf(head, 0.78);
  const high = radius * (isTiara ? 0.42 : 0.62);
  const points = isTiara ? 5 : 8;
  const wall = sheet(
    points * 16,
    10,
    (u, v) => {
      const angle = u * Math.PI * 2;
      if (isTiara && Math.cos(angle) < -0.1) return undefined;
      // Points between low arches; of a tiara the middle one is the highest.
      const wave = Math.abs(Math.cos((angle * points) / 2)) ** 1.7;
      const rise = isTiara ? Math.max(0.2, Math.cos(angle)) ** 1.5 : 1;
      const height = high * (0.42 + 0.58 * wave) * rise;
      const flare = 1 + 0.12 * v;
      return [Math.sin(angle) * radius * flare, height * v, Math.cos(angle) * radius * flare];
    },
    metal,
  );
  const metals: MeshPart[] = [
    { mesh: wall },
    {
      mesh: transformMesh(
        ring(radius * 1.01, radius * 0.045, metal, Math.PI * 2, 48),
        compose({ rotate: [Math.PI / 2, 0, 0] }),
      ),
    },
  ];
  const stones: MeshPart[] = [];
  for (let i = 0; i < points; i++) {
    const angle = (i / points) * Math.PI * 2;
    if (isTiara && Math.cos(angle) < 0) continue;
    const rise = isTiara ? Math.max(0.2, Math.cos(angle)) ** 1.5 : 1;
    const at = (height: number, out: number): Vec3 => [
      Math.sin(angle) * radius * out,
      height,
      Math.cos(angle) * radius * out,
    ];
    metals.push({ mesh: sphere(radius * 0.07, metal, 12), matrix: translation(...at(high * 1.05 * rise, 1.12)) });
    stones.push({
      mesh: sphere([radius * 0.09, radius * 0.11, radius * 0.05], stone, 14),
      matrix: compose({ at: at(high * 0.3 * rise, 1.05), rotate: [0, angle, 0] }),
    });
  }
  const seat = compose({ at: [0, y, z], rotate: [-0.1, 0, 0] });
  return {
    parts: [
      { mesh: transformMesh(mergeMeshes(metals), seat), material: { finish: 'metal' } },
      { mesh: transformMesh(mergeMeshes(stones), seat), material: { finish: 'gem' } },
    ],
    shadows: [{ reach: 0.5, blur: 0.4, strength: 0.42 }],
    occluders: [hairOccluder(head)],
  };
}

/** Flowers and leaves in a ring round the head. */
export function flowerCrownModel(object: AddedObject, head: Head): HeadModel {
  const colors = object.color
    ? [object.color, object.color, '#fbf6f0']
    : ['#e8637f', '#fbf3ea', '#f2a65a', '#d94a63', '#c79be0'];
  const y = head.size.foreheadY + 1.2;
  const radius = widthOfHair(head, y) * 0.97;
  const count = 15;
  const parts: MeshPart[] = [];
  for (let i = 0; i < count; i++) {
    const angle = (i / count) * Math.PI * 2;
    const size = 1.25 + 0.45 * Math.sin(i * 2.4) ** 2;
    const at: Vec3 = [
      Math.sin(angle) * radius,
      y + Math.sin(i * 1.9) * 0.5,
      head.size.earZ + 0.4 + Math.cos(angle) * radius * 1.1,
    ];
    parts.push({ mesh: blossom(size, colors[i % colors.length]!), matrix: compose({ at, rotate: [-0.25, angle, 0] }) });
    const beside = angle + Math.PI / count;
    parts.push({
      mesh: sphere([0.95, 0.4, 0.12], i % 2 ? '#4f7a3a' : '#6a9a4a', 12),
      matrix: compose({
        at: [
          Math.sin(beside) * radius,
          y + 0.3 - (i % 3) * 0.4,
          head.size.earZ + 0.4 + Math.cos(beside) * radius * 1.1,
        ],
        rotate: [0, beside, i * 1.3],
      }),
    });
  }
  return {
    parts: [{ mesh: mergeMeshes(parts), material: { finish: 'cloth' } }],
    shadows: [{ reach: 0.7, blur: 0.5, strength: 0.4 }],
    occluders: [hairOccluder(head)],
  };
}

function blossom(size: number, color: string): Mesh {
  const petal = sphere([size * 0.42, size * 0.36, size * 0.14], color, 12);
  const parts: MeshPart[] = [
    { mesh: sphere([size * 0.24, size * 0.24, size * 0.2], '#f2c14a', 12), matrix: translation(0, 0, size * 0.2) },
  ];
  for (let i = 0; i < 6; i++) {
    const angle = (i / 6) * Math.PI * 2;
    parts.push({
      mesh: petal,
      matrix: compose({ at: [Math.cos(angle) * size * 0.45, Math.sin(angle) * size * 0.45, 0], rotate: [0, 0, angle] }),
    });
  }
  return mergeMeshes(parts);
}

/** A ring of light above the head. */
export function haloModel(object: AddedObject, { hair, size }: Head): HeadModel {
  const halo = transformMesh(
    ring(hair.halfWidth * 0.78, 0.42, object.color ?? '#ffe7a0', Math.PI * 2, 64),
    compose({ at: [0, hair.top + 2.4, size.earZ], rotate: [Math.PI / 2 - 0.28, 0, 0] }),
  );
  return {
    parts: [{ mesh: halo, material: { finish: 'glow' } }],
    shadows: [],
    occluders: [hairOccluder({ hair, size })],
  };
}

/** A band over the hair and a cup on each ear; of ear muffs the cups are fluffy. */
export function headphonesModel(object: AddedObject, head: Head): HeadModel {
  const { size, hair } = head;
  const color = colorOf(object, '#24262b');
  const isMuff = /muff/iu.test(object.word);
  // Over wide hair the cups sit further out, as they would press on it.
  const half = Math.max(size.earX + 1.1, hair.halfWidth * 0.9);
  const low = size.noseY * 0.35;
  const top = hair.top + 0.5;
  const z = size.earZ + 0.9;
  const band = tube(
    Array.from({ length: 17 }, (_, i): Vec3 => {
      const angle = (i / 16 - 0.5) * Math.PI;
      const wide = Math.max(half, hair.halfWidth * 0.99 + 0.4);
      return [
        Math.sin(angle) * (i < 2 || i > 14 ? half : wide),
        low + 1.2 + (top - low - 1.2) * Math.cos(angle) ** 0.75,
        z,
      ];
    }),
    { radius: 0.55, color, rings: 64, sides: 10 },
  );
  const cups = [-1, 1].flatMap((side): MeshPart[] => {
    const turn = compose({ at: [side * half, low, z], rotate: [0, 0.25 * -side, (-side * Math.PI) / 2] });
    const cup = lathe(
      [
        [0, -0.6],
        [2.5, -0.6],
        [2.8, -0.2],
        [2.8, 0.5],
        [2.3, 1.1],
        [1.2, 1.35],
        [0, 1.35],
      ],
      color,
      32,
    );
    const pad = lathe(
      [
        [1.2, -1.2],
        [2.5, -1.2],
        [2.75, -0.9],
        [2.6, -0.5],
        [0, -0.5],
      ],
      '#131416',
      32,
    );
    return isMuff
      ? [{ mesh: sphere([2.9, 1.7, 2.9], color, 20), matrix: turn }]
      : [
          { mesh: cup, matrix: turn },
          { mesh: pad, matrix: turn },
        ];
  });
  return {
    parts: [
      {
        mesh: mergeMeshes([{ mesh: band }, ...cups]),
        material: { finish: isMuff ? 'cloth' : finishOf(object.material, 'shiny') },
      },
    ],
    shadows: [{ reach: 0.6, blur: 0.5, strength: 0.4 }],
    // Cups are pressed into the hair beside the face.
    occluders: [skullOf(size)],
  };
}

/** A drop with a stone, or a hoop, under each ear. */
export function earringsModel(object: AddedObject, { size, pixelsPerCm }: Head): HeadModel {
  const metal = shineOf(object.material ?? 'gold', object.color);
  const wire = Math.max(0.1, 0.8 / pixelsPerCm);
  const isHoop = /hoop|ring\b/iu.test(object.word) && !/earring/iu.test(object.word);
  const lobe = (side: number): Vec3 => [side * (size.earX + 0.25), size.noseY * 1.02, size.earZ + 0.6];
  const metals: MeshPart[] = [];
  const stones: MeshPart[] = [];
  for (const side of [-1, 1]) {
    const [x, y, z] = lobe(side);
    if (isHoop) {
      metals.push({
        mesh: ring(1.5, wire * 1.3, metal.color, Math.PI * 2, 40),
        matrix: compose({ at: [x, y - 1.5, z], rotate: [0, side * 0.9, 0] }),
      });
      continue;
    }
    metals.push({ mesh: sphere(wire * 2.4, metal.color, 12), matrix: translation(x, y, z + 0.2) });
    metals.push({
      mesh: tube(
        [
          [x, y, z + 0.1],
          [x, y - 0.9, z + 0.1],
        ],
        { radius: wire, color: metal.color, sides: 6 },
      ),
    });
    metals.push({ mesh: sphere([0.5, 0.68, 0.22], metal.color, 16), matrix: translation(x, y - 1.5, z) });
    const stone = object.material === 'pearl' ? '#f4eee6' : metal.stone;
    stones.push({ mesh: sphere([0.34, 0.5, 0.3], stone, 16), matrix: translation(x, y - 1.5, z + 0.1) });
  }
  const finish = object.material === 'pearl' ? 'pearl' : 'gem';
  return {
    parts: [
      { mesh: mergeMeshes(metals), material: { finish: 'metal' } },
      ...(stones.length > 0 ? [{ mesh: mergeMeshes(stones), material: { finish } as const }] : []),
    ],
    shadows: [{ reach: 0.3, blur: 0.2, strength: 0.4 }],
  };
}

/** Where something with a share of the hair's width rests on it. */
function seatOf(
  { size, hair }: Head,
  share: number,
): { readonly radius: number; readonly y: number; readonly z: number } {
  const low = size.chinY;
  const half = (hair.top - low) / 2;
  return {
    radius: hair.halfWidth * share,
    y: low + half + half * Math.sqrt(1 - share * share) - 1.1,
    z: size.earZ + 0.4,
  };
}
