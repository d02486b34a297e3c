import type { Mesh, Vec3 } from '@openimagine/render';
import { mixColors, shade, toHex } from '../../../../model/color.ts';
import { lathe } from '../../../../model/lathe.ts';
import { compose } from '../../../../model/matrix.ts';
import { type MeshPart, mergeMeshes, paint, transformMesh, warp } from '../../../../model/mesh.ts';
import { box, sphere } from '../../../../model/primitives.ts';
import type { AddedObject } from '../../../operation.ts';
import type { Head, HeadModel } from '../head-object.ts';
import { colorOf, finishOf } from '../object-colors.ts';
import { bowler, cowboy, fedora, straw, topHat } from './brimmed-hats.ts';
import { brimProfile, domeProfile } from './hat-shapes.ts';
import { sheet } from './shapes.ts';

interface HatKind {
  readonly words: RegExp;
  readonly color: string;
  /** In head radii, from the head's line upwards; `crown` is how high it has to be to cover the hair. */
  readonly build: (color: string, crown: number) => Mesh;
}

/** What a hat's word asks for; the last row is any other hat. */
const HATS: readonly HatKind[] = [
  { words: /\bcap\b|baseball|trucker|snapback/iu, color: '#23427d', build: cap },
  { words: /beanie|toque|knit|wool|pom|winter/iu, color: '#8c2f39', build: beanie },
  { words: /santa|christmas|xmas/iu, color: '#c3202b', build: santa },
  { words: /wizard|witch|magic|pointed|gandalf/iu, color: '#3a2d6b', build: wizard },
  { words: /party|birthday|cone/iu, color: '#e0457b', build: party },
  { words: /top ?hat|magician|cylinder|lincoln/iu, color: '#17161a', build: topHat },
  { words: /cowboy|stetson|cowgirl|western/iu, color: '#7a5433', build: cowboy },
  { words: /sombrero|straw|sun ?hat|summer|panama|boater/iu, color: '#dcc48a', build: straw },
  { words: /chef|cook/iu, color: '#f4f2ee', build: chef },
  { words: /beret/iu, color: '#a3202c', build: beret },
  { words: /bowler|derby/iu, color: '#1c1a1c', build: bowler },
  { words: /fez/iu, color: '#a51f2b', build: fez },
  { words: /helmet|hard ?hat/iu, color: '#e5b21f', build: helmet },
  { words: /./u, color: '#4a3a2e', build: fedora },
];

/** A hat of the kind that its word says, large enough for the hair under it. */
export function hatModel(object: AddedObject, { size, hair }: Head): HeadModel {
  const kind = HATS.find(({ words }) => words.test(object.word))!;
  const line = size.foreheadY - 0.5;
  const radius = Math.max(size.earX + 0.4, widthOfHair({ size, hair }, line) * 0.96);
  const crown = Math.max(0.82, (hair.top - line + 0.5) / radius);
  const mesh = kind.build(colorOf(object, kind.color), crown);
  const placed = transformMesh(
    mesh,
    compose({ at: [0, line, size.earZ + 0.4], rotate: [-0.08, 0, 0.02], scale: [radius, radius, radius * 1.16] }),
  );
  const isHard = kind.build === helmet;
  return {
    parts: [{ mesh: placed, material: { finish: finishOf(object.material, isHard ? 'shiny' : 'cloth') } }],
    shadows: [
      { reach: 1.5, blur: 0.9, strength: 0.4 },
      { reach: 0.3, blur: 0.3, strength: 0.35 },
    ],
    occluders: [hairOccluder({ size, hair } as Head)],
  };
}

/** Half the hair's width at a height, as if head and hair were one ellipsoid. */
export function widthOfHair({ size, hair }: Pick<Head, 'size' | 'hair'>, y: number): number {
  const half = (hair.top - size.chinY) / 2;
  const away = (y - size.chinY - half) / half;
  return hair.halfWidth * Math.sqrt(Math.max(0.1, 1 - away * away));
}

/** The head with its hair, somewhat smaller, so that what is worn on it stays before it. */
export function hairOccluder({ size, hair }: Pick<Head, 'size' | 'hair'>): Mesh {
  const low = size.chinY;
  const height = (hair.top - low) / 2;
  return transformMesh(
    sphere([hair.halfWidth * 0.95, height * 0.97, Math.abs(size.earZ) * 1.02], '#ffffff', 28),
    compose({ at: [0, low + height, size.earZ - 0.2] }),
  );
}

function cap(color: string, crown: number): Mesh {
  const dome = lathe(domeProfile(1.02, crown), color, 36);
  const panels = paint(dome, (x, _y, z) =>
    Math.abs(Math.sin(Math.atan2(x, z) * 3)) < 0.06 ? shade(color, 0.7) : shade(color, 1),
  );
  const peak = sheet(
    20,
    8,
    (u, v) => {
      const angle = (u - 0.5) * 2.2;
      const reach = 0.96 + v * 0.74 * Math.max(0, Math.cos(angle * 1.42)) ** 0.55;
      return [
        Math.sin(angle) * reach * 0.94,
        0.06 - v * 0.16 - Math.sin(angle) ** 2 * 0.1 * (1 + v),
        Math.cos(angle) * reach * 0.98,
      ];
    },
    toHex(shade(color, 0.82)),
  );
  return mergeMeshes([
    { mesh: panels },
    { mesh: peak },
    { mesh: sphere([0.07, 0.035, 0.07], color, 10), matrix: compose({ at: [0, crown, 0] }) },
  ]);
}

function beanie(color: string, crown: number): Mesh {
  const knit = (mesh: Mesh, dark: number): Mesh =>
    paint(mesh, (x, _y, z) => shade(color, dark * (0.86 + 0.14 * Math.cos(Math.atan2(x, z) * 46))));
  const dome = lathe(domeProfile(1.03, crown + 0.06), color, 96);
  const cuff = lathe(
    [
      [1.0, -0.1],
      [1.1, -0.08],
      [1.12, 0.16],
      [1.1, 0.3],
      [1.02, 0.32],
    ],
    color,
    96,
  );
  return mergeMeshes([
    { mesh: knit(dome, 1) },
    { mesh: knit(cuff, 0.92) },
    { mesh: sphere(0.24, toHex(mixColors(color, '#ffffff', 0.75)), 14), matrix: compose({ at: [0, crown + 0.2, 0] }) },
  ]);
}

function santa(color: string, crown: number): Mesh {
  const cone = warp(
    lathe(
      [
        [1.02, 0],
        [0.98, crown * 0.55],
        [0.7, crown * 1.05],
        [0.4, crown * 1.5],
        [0.12, crown * 1.9],
        [0, crown * 1.92],
      ],
      color,
      40,
    ),
    (x, y, z) => {
      const over = Math.max(0, y - crown * 0.75);
      return [x + over * 1.15, y - over * over * 0.62, z - over * 0.15];
    },
  );
  const white = '#f6f3ee';
  const tip: Vec3 = (() => {
    const over = crown * 1.15;
    return [over * 1.15, crown * 1.9 - over * over * 0.62, -over * 0.15];
  })();
  return mergeMeshes([
    { mesh: cone },
    {
      mesh: lathe(
        [
          [0.98, -0.12],
          [1.14, -0.1],
          [1.2, 0.06],
          [1.14, 0.22],
          [0.98, 0.24],
        ],
        white,
        40,
      ),
    },
    { mesh: sphere(0.22, white, 16), matrix: compose({ at: tip }) },
  ]);
}

function wizard(color: string, crown: number): Mesh {
  const hat = lathe(
    [
      ...brimProfile(1.85, 0.05),
      [1.02, 0.1],
      [1.02, 0.335],
      [1.02, 0.355],
      [0.98, crown * 0.6],
      [0.62, crown * 1.35],
      [0.28, crown * 2.2],
      [0, crown * 2.7],
    ],
    color,
    40,
  );
  const bent = warp(hat, (x, y, z) => [x + Math.max(0, y - crown) ** 2 * 0.16, y, z]);
  return paint(bent, (x, y, z) => (y > 0.07 && y < 0.34 && Math.hypot(x, z) < 1.08 ? [206, 164, 62] : shade(color, 1)));
}

function party(color: string, crown: number): Mesh {
  const hat = lathe(
    [
      [0.62, 0],
      [0.3, 0.75],
      [0, 1.5],
    ],
    color,
    40,
  );
  const striped = paint(hat, (x, y, z) =>
    Math.sin(Math.atan2(x, z) * 2 + y * 9) > 0 ? shade(color, 1) : mixColors(color, '#ffffff', 0.75),
  );
  return mergeMeshes([
    { mesh: striped, matrix: compose({ at: [0, crown * 0.86, 0.1] }) },
    { mesh: sphere(0.14, '#ffe9a8', 12), matrix: compose({ at: [0, crown * 0.86 + 1.5, 0.1] }) },
  ]);
}

function fez(color: string, crown: number): Mesh {
  const hat = lathe(
    [
      [0.9, 0],
      [0.72, 1.0],
      [0.7, 1.02],
      [0, 1.02],
    ],
    color,
    40,
  );
  return mergeMeshes([{ mesh: hat, matrix: compose({ at: [0, crown * 0.55, 0] }) }]);
}

function chef(color: string, crown: number): Mesh {
  const puffs: MeshPart[] = [
    {
      mesh: lathe(
        [
          [1.0, 0],
          [1.0, crown * 0.95],
          [0.9, crown],
        ],
        color,
        40,
      ),
    },
  ];
  for (let i = 0; i < 8; i++) {
    const angle = (i / 8) * Math.PI * 2;
    puffs.push({
      mesh: sphere([0.62, 0.5, 0.62], color, 16),
      matrix: compose({ at: [Math.sin(angle) * 0.72, crown * 1.35, Math.cos(angle) * 0.72] }),
    });
  }
  puffs.push({ mesh: sphere([0.9, 0.5, 0.9], color, 18), matrix: compose({ at: [0, crown * 1.55, 0] }) });
  return mergeMeshes(puffs);
}

function beret(color: string, crown: number): Mesh {
  const cloth = sphere([1.3, crown * 0.42, 1.25], color, 30);
  return mergeMeshes([
    { mesh: cloth, matrix: compose({ at: [0.2, crown * 0.62, -0.05], rotate: [0, 0, -0.2] }) },
    {
      mesh: lathe(
        [
          [1.0, 0.02],
          [1.03, 0.1],
          [1.0, crown * 0.4],
        ],
        toHex(shade(color, 0.8)),
        36,
      ),
    },
    { mesh: sphere(0.08, color, 8), matrix: compose({ at: [0.28, crown * 1.06, 0] }) },
  ]);
}

function helmet(color: string, crown: number): Mesh {
  const shell = lathe([...brimProfile(1.22, -0.02), ...domeProfile(1.08, crown + 0.12)], color, 48);
  return mergeMeshes([
    { mesh: shell },
    { mesh: box(0.22, 0.12, 1.5, color), matrix: compose({ at: [0, crown + 0.06, 0] }) },
  ]);
}
