import type { Material, PointLight, Sprites, Vec3 } from '@openimagine/render';
import type { PartInstance } from '../actors/actor.ts';
import type { Random } from '../random.ts';
import type { Scene } from '../scene.ts';
import { hash, IDENTITY } from '../stage/matrix.ts';
import { createShape, type ShapeBuilder } from '../stage/shape.ts';
import type { StageAssets } from '../stage/stage.ts';
import { isAbsent } from './absent.ts';
import { placeShape } from './place-kit.ts';
import { sprites } from './scatter.ts';
import { linearOf } from './street-signs.ts';
import type { StreetStyle } from './street-style.ts';

export interface NeonOptions {
  readonly style: StreetStyle;
  readonly assets: StageAssets;
  readonly random: Random;
  readonly kerb: number;
  readonly scene: Scene;
}

export interface NeonDressing {
  readonly still: readonly PartInstance[];
  /** Switched with the lamps. */
  readonly glowing: readonly PartInstance[];
  readonly lights: readonly PointLight[];
  spritesAt(seconds: number, on: number): readonly Sprites[];
}

/** What makes a neon night deep: a gate over the street, boards and light boxes, tubes along the houses, a tower in the haze. */
export function createNeon(options: NeonOptions): NeonDressing {
  const { style, scene } = options;
  const [tubes, metal] = [createShape(), createShape()];
  const panels: PartInstance[] = [];
  const lights: PointLight[] = [];
  addTubes(tubes, options);
  addStacks(panels, metal, options);
  addBoards(panels, metal, options);
  addStanding(panels, metal, options);
  if (style.isJapanese) {
    lights.push(addGate(panels, tubes, metal, options));
    addCurtains(panels, options);
    addTower(tubes, metal);
  }
  if (scene.actors.length === 0 && !isAbsent(scene, 'cars')) addTaxi(metal, tubes, style);
  return {
    still: [part(metal, { specular: 0.5, gloss: 40 })],
    glowing: [...panels, part(tubes, { emissive: 1.15 })],
    lights,
    spritesAt: (seconds, on) => (on < 0.05 ? [] : [haze(seconds, on, style)]),
  };
}

function part(shape: ShapeBuilder, material: Material): PartInstance {
  return { mesh: shape.build(), material, matrix: IDENTITY, isStatic: true, castsShadow: false };
}

const numberOf = (color: string): number => Number.parseInt(color.slice(1), 16);
const dim = (color: string, factor: number): string =>
  `#${[16, 8, 0]
    .map((shift) =>
      Math.round(((numberOf(color) >> shift) & 255) * factor)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** A lit face with words on it, turned by `yaw` from facing +z. */
function panel(
  assets: StageAssets,
  word: string,
  [x, y, z]: Vec3,
  [w, h]: readonly [number, number],
  look: {
    color: string;
    background: string;
    vertical?: boolean;
    yaw?: number;
    emissive: number;
    glow?: string;
    frame?: string;
  },
): PartInstance {
  const long = Math.max(w, h);
  const texture = assets.paintText(word, {
    width: Math.round((256 * w) / long),
    height: Math.round((256 * h) / long),
    color: look.color,
    background: look.background,
    font: 'display',
    ...(look.vertical ? { vertical: true } : {}),
    ...(look.glow ? { glow: look.glow } : {}),
    ...(look.frame ? { frame: look.frame } : {}),
  });
  const shape = createShape();
  const own = placeShape(shape, [x, y, z], look.yaw ?? 0);
  own.quad([-w / 2, -h / 2, 0], [w / 2, -h / 2, 0], [w / 2, h / 2, 0], [-w / 2, h / 2, 0], 0xffffff);
  return part(shape, { texture, emissive: look.emissive });
}

/** Tubes of light along cornices and corners. */
function addTubes(tubes: ShapeBuilder, { style, random }: NeonOptions): void {
  for (let i = 0; i < 22; i++) {
    const side = i % 2 === 0 ? -1 : 1;
    const z = 2 - i * 2.6 + random.between(-1, 1);
    const x = side * (style.front - 0.12);
    const color = numberOf(style.neon[(i * 3 + 1) % style.neon.length]!);
    if (i % 3 === 0) tubes.box([x, random.between(5.5, 9), z], [0.07, random.between(3, 6.5), 0.07], color);
    else tubes.box([x, 3.98 + (i % 4) * 0.06, z], [0.07, 0.07, random.between(2.2, 4.2)], color, { bottom: true });
  }
}

/** Small light boxes one above the other at the corners, a tenant on each storey. */
function addStacks(panels: PartInstance[], metal: ShapeBuilder, { style, assets, random }: NeonOptions): void {
  const words = style.isJapanese
    ? ['カラオケ', '焼肉', '漫画', '酒', '寿司', '麻雀', '珈琲', '占い', 'バー', '歯科']
    : ['BAR', 'GYM', 'KTV', 'SPA', 'NOODLE', 'TAXI', 'PLAY', 'TATTOO', '24H', 'LIVE'];
  const faces = words.map((word, i) => {
    const color = style.neon[(i * 5 + 2) % style.neon.length]!;
    const isWhite = i % 3 !== 1;
    return assets.paintText(word, {
      width: 128,
      height: 80,
      color: isWhite ? dim(color, 0.62) : '#fff4e0',
      background: isWhite ? '#f3ecdf' : dim(color, 0.62),
      font: 'display',
    });
  });
  const shapes = faces.map(() => createShape());
  for (const [side, z, from] of [
    [-1, -5.6, 4.7],
    [1, -4.4, 4.4],
    [-1, -13, 4.5],
    [1, -14.5, 4.6],
    [-1, -23, 4.4],
    [1, -29, 4.6],
  ] as const) {
    const x = side * (style.front - 0.72);
    const count = 4 + Math.floor(random.next() * 2);
    const first = Math.floor(random.next() * words.length);
    metal.box([x, from + count * 0.36 - 0.05, z - 0.12], [1.06, count * 0.74 + 0.12, 0.2], 0x15141a, { bottom: true });
    for (let i = 0; i < count; i++) {
      const [y, w, h] = [from + i * 0.73, 0.48, 0.31];
      shapes[(first + i) % words.length]!.quad(
        [x - w, y - h, z],
        [x + w, y - h, z],
        [x + w, y + h, z],
        [x - w, y + h, z],
        0xffffff,
      );
    }
  }
  shapes.forEach((shape, i) => {
    if (shape.triangleCount > 0) panels.push(part(shape, { texture: faces[i]!, emissive: i % 3 !== 1 ? 0.62 : 0.95 }));
  });
}

/** Boards over the shops: long, lit from within, seen along the street. */
function addBoards(panels: PartInstance[], metal: ShapeBuilder, { style, assets }: NeonOptions): void {
  const words = style.isJapanese
    ? ['大衆酒場', 'らーめん', '薬・化粧品', '純喫茶', 'ゲームセンター', '焼鳥']
    : ['DINER', 'PAWN', 'ARCADE', 'LIQUOR', 'TATTOO', 'CINEMA'];
  words.forEach((word, i) => {
    const side = i % 2 === 0 ? 1 : -1;
    const z = 2.4 - Math.floor(i / 2) * 7.5 - (side < 0 ? 2.6 : 0);
    const color = style.neon[(i * 2 + 1) % style.neon.length]!;
    const at: Vec3 = [side * (style.front - 0.42), 3.72, z];
    metal.box([at[0] + side * 0.14, at[1], at[2]], [0.26, 0.86, 4.3], 0x18161c, { bottom: true });
    panels.push(
      panel(assets, word, at, [4.2, 0.74], {
        color: '#fff6e6',
        background: dim(color, 0.5),
        glow: color,
        yaw: (-side * Math.PI) / 2,
        emissive: 0.8,
      }),
    );
  });
}

/** Light boxes that stand on the pavement and hang low, facing those who come. */
function addStanding(panels: PartInstance[], metal: ShapeBuilder, { style, assets, kerb }: NeonOptions): void {
  const words = style.isJapanese ? ['営業中', '居酒屋', '生ビール', '麺'] : ['OPEN', 'EATS', 'BEER', 'BAR'];
  const spots = [
    [1, 2.1, 0],
    [-1, -5.2, 2],
    [1, -8.6, 1],
    [-1, -13, 3],
  ] as const;
  spots.forEach(([side, z, i]) => {
    const color = ['#e0402c', '#f2a92c', '#2c6ae0', '#d8308a'][i]!;
    const x = side * (style.road + 0.72);
    metal.box([x, kerb + 0.6, z - 0.09], [0.5, 1.2, 0.18], 0x1b1a1f);
    panels.push(
      panel(assets, words[i]!, [x, kerb + 0.66, z + 0.008], [0.44, 1.04], {
        color: i === 1 ? '#7a2410' : '#fff8ea',
        background: i === 1 ? '#f6dca0' : dim(color, 0.82),
        vertical: true,
        emissive: 0.8,
      }),
    );
  });
}

/** A gate of light across the street, with the street's name. @returns its light. */
function addGate(
  panels: PartInstance[],
  tubes: ShapeBuilder,
  metal: ShapeBuilder,
  { style, assets, kerb }: NeonOptions,
): PointLight {
  const z = -15;
  const half = style.road + 0.35;
  for (const side of [-1, 1]) {
    metal.box([side * half, 2.9, z], [0.34, 5.8, 0.34], 0x7a1820);
    for (let i = 0; i < 9; i++)
      tubes.box([side * half, kerb + 0.5 + i * 0.6, z + 0.18], [0.1, 0.34, 0.03], i % 2 ? 0xff5a70 : 0xffd9a0);
  }
  metal.box([0, 6.3, z - 0.1], [half * 2 + 0.9, 1.5, 0.34], 0x5e0f18, { bottom: true });
  panels.push(
    panel(assets, 'さくら通り', [0, 6.3, z + 0.08], [half * 1.7, 1.1], {
      color: '#fff3f0',
      background: '#a3142a',
      glow: '#ff6a8a',
      emissive: 0.95,
    }),
  );
  const bulbs = 30;
  for (let i = 0; i <= bulbs; i++) {
    const x = (i / bulbs - 0.5) * (half * 2 + 0.6);
    for (const y of [5.66, 6.94]) tubes.box([x, y, z + 0.1], [0.1, 0.1, 0.06], i % 2 ? 0xffc070 : 0xff8aa0);
  }
  for (let i = 0; i < 18; i++) {
    const [a, b] = [(i / 18) * Math.PI, ((i + 1) / 18) * Math.PI];
    const at = (t: number, r: number): Vec3 => [Math.cos(t) * half * 0.72 * r, 7.05 + Math.sin(t) * 1.25 * r, z + 0.06];
    tubes.quad(at(b, 0.93), at(a, 0.93), at(a, 1), at(b, 1), 0xff4f86);
    tubes.quad(at(b, 0.7), at(a, 0.7), at(a, 0.76), at(b, 0.76), 0x49d8ff);
  }
  return { position: [0, 5.2, z + 2], color: [3, 0.75, 1], radius: 10 };
}

/** Split cloths over the doors of the taverns, with their trade on them. */
function addCurtains(panels: PartInstance[], { style, assets }: NeonOptions): void {
  const cloths = [
    ['ら', '#20355e'],
    ['酒', '#7a1c22'],
    ['寿', '#1f3f38'],
  ] as const;
  cloths.forEach(([word, background], i) => {
    const texture = assets.paintText(word, { width: 64, height: 64, color: '#f4ead6', background, font: 'serif' });
    const shape = createShape();
    for (let k = 0; k < 4; k++)
      for (const [side, z] of [
        [1, -1.4 - i * 8.4],
        [-1, -3.2 - i * 9.1],
      ] as const) {
        const own = placeShape(
          shape,
          [side * (style.front - 0.3), 2.5, z + (k - 1.5) * 0.52],
          (-side * Math.PI) / 2 + side * 0.14 * ((k % 2) - 0.5),
        );
        own.quad([-0.24, -0.42, 0.03], [0.24, -0.42, 0.03], [0.24, 0.38, 0], [-0.24, 0.38, 0], 0xffffff);
      }
    panels.push(part(shape, { texture, emissive: 0.34, wrap: 0.4 }));
  });
}

/** A lattice tower far behind the houses, lit from below: orange, hazy, with white bands. */
function addTower(tubes: ShapeBuilder, metal: ShapeBuilder): void {
  const [x, z, height] = [-3, -176, 84];
  const half = (v: number): number => 13 * (1 - v) ** 2.1 + 0.7;
  const levels = 15;
  for (let i = 0; i < levels; i++) {
    const [v0, v1] = [i / levels, (i + 1) / levels];
    const color = i === 6 || i === 10 ? 0xfff0d8 : 0xff6a22;
    for (const s of [-1, 1]) {
      tubes.tube(
        [
          [x + s * half(v0), v0 * height, z],
          [x + s * half(v1), v1 * height, z],
        ],
        0.62 - v0 * 0.3,
        color,
        4,
      );
      tubes.tube(
        [
          [x + s * half(v0), v0 * height, z],
          [x - s * half(v1), v1 * height, z],
        ],
        0.26,
        color,
        3,
      );
    }
    tubes.box([x, v1 * height, z], [half(v1) * 2, 0.5, 0.6], color);
  }
  tubes.box([x, height * 0.44, z], [9.4, 3, 4], 0xffe8c4);
  tubes.box([x, height * 0.72, z], [3.6, 1.6, 2], 0xffe8c4);
  tubes.box([x, height * 1.08, z], [0.6, height * 0.18, 0.6], 0xff6a22);
  metal.box([x, height * 0.44, z - 1], [9.8, 3.4, 3], 0x2a1a18);
}

/** A waiting taxi, seen from behind: a dark body that takes the lights, red lamps, a lit sign on its roof. */
function addTaxi(metal: ShapeBuilder, tubes: ShapeBuilder, style: StreetStyle): void {
  const [x, z] = [-(style.road - 1.15), -11.5];
  metal.box([x, 0.62, z], [1.72, 0.56, 4.3], 0x14181f, { bottom: true });
  metal.box([x, 0.94, z + 0.1], [1.66, 0.16, 4.1], 0x1a2029);
  const [low, high, top]: readonly number[] = [1.0, 1.48, 0.58];
  const cabin = (y: number, w: number, from: number, to: number): Vec3[] => [
    [x - w, y, z + from],
    [x + w, y, z + from],
    [x + w, y, z - to],
    [x - w, y, z - to],
  ];
  const [a, b] = [cabin(low!, 0.8, 1.55, 1.2), cabin(high!, top!, 0.9, 0.5)];
  for (let i = 0; i < 4; i++) metal.quad(a[i]!, a[(i + 1) % 4]!, b[(i + 1) % 4]!, b[i]!, 0x0c1016);
  metal.quad(b[0]!, b[1]!, b[2]!, b[3]!, 0x1a2029);
  for (const s of [-1, 1]) {
    tubes.box([x + s * 0.68, 0.82, z + 2.16], [0.3, 0.17, 0.03], 0xff2416);
    for (const dz of [-1.35, 1.35])
      metal.tube(
        [
          [x + s * 0.86, 0.32, z + dz],
          [x + s * 0.66, 0.32, z + dz],
        ],
        0.32,
        0x08080a,
        12,
      );
  }
  tubes.box([x, 0.66, z + 2.165], [0.4, 0.14, 0.02], 0x6ad08a);
  tubes.box([x, 1.58, z + 0.2], [0.46, 0.15, 0.18], 0xffb43a);
}

/** The glow of the district in the wet air, layer behind layer, breathing a little. */
function haze(seconds: number, on: number, style: StreetStyle): Sprites {
  const spots: readonly (readonly [number, number, number, number, string, number])[] = [
    [0, 10, -150, 36, '#ff7a3a', 0.2],
    [0, 5, -92, 20, '#ff4f8a', 0.14],
    [-3, 4, -60, 15, '#4f9aff', 0.09],
    [3, 4.5, -40, 11, '#ff5a9a', 0.07],
    [-style.front, 5, -9, 3.2, '#ff3a78', 0.06],
    [style.front, 5.2, -8, 3.2, '#2fd0ff', 0.06],
    [0, 6.2, -14.6, 3.6, '#ff5a6e', style.isJapanese ? 0.08 : 0],
    ...Array.from({ length: 5 }, (_, i): readonly [number, number, number, number, string, number] => [
      (hash(i, 3) - 0.5) * style.road * 2 + Math.sin(seconds * 0.16 + i * 2) * 0.7,
      0.5 + hash(i, 4) * 0.8,
      -12 - i * 7,
      2.6 + hash(i, 5) * 2,
      i % 2 ? '#6a7ac8' : '#c86aa0',
      0.035,
    ]),
  ];
  return sprites(
    'soft',
    'add',
    spots.map(([x, y, z, radius, color, alpha], i) => {
      const [r, g, b] = linearOf(color);
      return {
        position: [x, y, z],
        radius,
        color: [r, g, b, alpha * on * (0.94 + 0.06 * Math.sin(seconds * 0.7 + i))],
      };
    }),
  );
}
