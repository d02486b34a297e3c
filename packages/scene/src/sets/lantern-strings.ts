import type { Mesh, PointLight, Rgb, Vec3 } from '@openimagine/render';
import { mixColors, toLinear } from '../model/color.ts';
import type { Scene, SceneActor, SetKind } from '../scene.ts';
import { composeMatrix, hash } from '../stage/matrix.ts';
import { createShape } from '../stage/shape.ts';
import { darknessAt } from './mood.ts';
import { type SetInstance, type SpriteSpot, sprites } from './scatter.ts';
import type { BuiltSet, SetMoment } from './set.ts';
import { hangsAbove } from './set-traits.ts';

/** Where strings are drawn across a place. Metres. */
interface Span {
  /** From the middle to where a string is tied. */
  readonly half: number;
  readonly height: number;
  /** Nothing is there to tie them to: posts carry them. */
  readonly hasPosts?: boolean;
  /** Where the first and the last one are: their z. */
  readonly near: number;
  readonly far: number;
}

/** Places with their spans; a market has strings of its own. */
const SPANS: Readonly<Partial<Record<SetKind, Span>>> = {
  street: { half: 6.4, height: 5.2, near: 5, far: -20 },
  alley: { half: 1.9, height: 3.5, near: 2.6, far: -16 },
  oldTown: { half: 3.4, height: 4, near: -1.2, far: -18 },
  canal: { half: 6, height: 4.2, near: -1.2, far: -18 },
  village: { half: 5, height: 3.8, near: -1.2, far: -16, hasPosts: true },
  shrine: { half: 4, height: 3.6, near: -1.2, far: -13, hasPosts: true },
  garden: { half: 3.6, height: 3.3, near: -1.2, far: -11, hasPosts: true },
  park: { half: 4.6, height: 3.6, near: -1.2, far: -14, hasPosts: true },
  plaza: { half: 5.5, height: 3.9, near: -1.2, far: -15, hasPosts: true },
  field: { half: 5, height: 3.5, near: -1.2, far: -14, hasPosts: true },
  meadow: { half: 5, height: 3.5, near: -1.2, far: -14, hasPosts: true },
  shore: { half: 5, height: 3.5, near: -1.2, far: -10, hasPosts: true },
  castle: { half: 4.6, height: 3.8, near: -1.2, far: -13, hasPosts: true },
};

const STEP = 2.7;
const SAG = 0.55;
/** Between lanterns of one string. */
const GAP = 0.95;
const MIXED = ['#e0352b', '#f0b93a', '#3f8fd0', '#4aa86a', '#d860a8'];
const ROPE = 0x2a2018;

/** Whether a place has its lanterns on strings instead of on the ground. */
export function isStrung(scene: Scene, actor: SceneActor): boolean {
  return SPANS[scene.set] !== undefined && (hangsAbove(actor, scene.set) || hangsByHouse(scene, actor));
}

/** Lanterns that nothing places, beside a house or a tree: nobody puts them down in the grass. */
function hangsByHouse(
  { actors }: Scene,
  { kind, count, place, relation, motion, attributes, word }: SceneActor,
): boolean {
  if (kind !== 'lantern' || count < 2 || place !== undefined || relation !== undefined) return false;
  const isStanding = attributes.includes('stone') || motion.kind !== 'idle' || /sky|float|jack|street/.test(word);
  return !isStanding && actors.some((other) => other.kind === 'house' || other.kind === 'tree');
}

/** A set with the lanterns that hang across it; itself, where none do. */
export function hangLanterns(set: BuiltSet, scene: Scene, durationSeconds: number): BuiltSet {
  const span = SPANS[scene.set];
  const lanterns = scene.actors.find((actor) => isStrung(scene, actor));
  if (span === undefined || lanterns === undefined) return set;
  const colors = colorsOf(lanterns);
  const strings = stringsOf(span, lanterns, set);
  const meshes = strings.map(({ points }, i) => lanternMesh(points, colors, i));
  const ropes = ropeMesh(strings, span, set);
  return {
    ...set,
    momentAt(seconds) {
      const moment = set.momentAt(seconds);
      const dark = darknessAt(scene, seconds, durationSeconds);
      return {
        ...moment,
        instances: [
          ...moment.instances,
          ropes,
          ...strings.map((string, i) => swaying(string, meshes[i]!, seconds, i, dark)),
        ],
        lights: [...moment.lights, ...lightsOf(strings, colors, dark)],
        sprites: [...moment.sprites, halosOf(strings, colors, dark)],
      };
    },
  };
}

function colorsOf({ color, attributes }: SceneActor): readonly string[] {
  if (attributes.some((attribute) => /colou?rful|rainbow|multicolou?red/.test(attribute))) return MIXED;
  return [color ?? (attributes.includes('paper') ? '#e0352b' : '#e8a24a')];
}

interface LanternString {
  readonly ends: readonly [Vec3, Vec3];
  /** Where lanterns are tied, left to right. */
  readonly points: readonly Vec3[];
}

/** So many strings as the place is deep; few lanterns that were counted hang on one. A plain plural is three. */
function stringsOf(span: Span, { count }: SceneActor, set: BuiltSet): LanternString[] {
  const isCounted = count !== 3 && count <= 6;
  const perString = isCounted ? count : Math.max(3, Math.floor((span.half * 2) / GAP) - 1);
  const rows = isCounted ? 1 : Math.floor((span.near - span.far) / STEP);
  return Array.from({ length: rows }, (_, row) => {
    const z = span.near - row * STEP;
    const y = set.groundAt(0, z) + span.height + 0.9 * (hash(row, 3) - 0.5);
    const slant = 0.5 * (hash(row, 5) - 0.5);
    const at = (u: number): Vec3 => [(u * 2 - 1) * span.half, y - SAG * 4 * u * (1 - u), z + slant * (u - 0.5)];
    return {
      ends: [at(0), at(1)],
      points: Array.from({ length: perString }, (_, i) => at((i + 1) / (perString + 1))),
    };
  });
}

/** A string's lanterns round its own height, so that they can sway about it. */
function lanternMesh(points: readonly Vec3[], colors: readonly string[], row: number): Mesh {
  const shape = createShape();
  const segments = row < 2 ? 14 : 9;
  const [, base, depth] = points[0]!;
  points.forEach(([x, y, z], i) => {
    const color = Number.parseInt(
      mixColors(colors[(i + row) % colors.length]!, '#ffb15e', 0.2)
        .map(hexOf)
        .join(''),
      16,
    );
    const foot: Vec3 = [x, y - base - 0.62, z - depth];
    shape.lathe(foot, BODY, color, segments);
    for (const lid of [0.02, 0.42]) shape.lathe([foot[0], foot[1] + lid, foot[2]], LID, ROPE, segments);
    shape.tube(
      [
        [foot[0], foot[1] + 0.44, foot[2]],
        [foot[0], foot[1] + 0.62, foot[2]],
      ],
      0.008,
      ROPE,
      3,
    );
    shape.tube(
      [
        [foot[0], foot[1] + 0.03, foot[2]],
        [foot[0], foot[1] - 0.16, foot[2]],
      ],
      0.022,
      color,
      4,
    );
  });
  return shape.build();
}

const BODY: [number, number][] = [
  [0.1, 0.03],
  [0.19, 0.1],
  [0.235, 0.22],
  [0.19, 0.35],
  [0.1, 0.43],
];
const LID: [number, number][] = [
  [0.1, -0.02],
  [0.1, 0.02],
  [0, 0.03],
];
const hexOf = (value: number): string => Math.round(value).toString(16).padStart(2, '0');

function swaying({ points }: LanternString, mesh: Mesh, seconds: number, row: number, dark: number): SetInstance {
  const [, y, z] = points[0]!;
  const turn = { pitch: 0.05 * Math.sin(seconds * 1.1 + row * 1.7), roll: 0.02 * Math.sin(seconds * 0.8 + row) };
  return {
    mesh,
    material: { emissive: 0.25 + 0.5 * dark, wrap: 0.5 },
    matrix: composeMatrix([0, y, z], turn),
    castsShadow: false,
  };
}

/** The ropes, and the posts that carry them where nothing else does. */
function ropeMesh(strings: readonly LanternString[], span: Span, set: BuiltSet): SetInstance {
  const shape = createShape();
  for (const { ends, points } of strings) {
    shape.tube([ends[0], ...points, ends[1]], 0.012, ROPE, 3);
    if (span.hasPosts !== true) continue;
    for (const [x, y, z] of ends) {
      const foot = set.groundAt(x, z) - 0.1;
      shape.tube(
        [
          [x, foot, z],
          [x, y + 0.12, z],
        ],
        0.06,
        0x6a4a30,
        7,
      );
    }
  }
  return {
    mesh: shape.build(),
    material: { specular: 0.05 },
    matrix: composeMatrix([0, 0, 0]),
    isStatic: true,
    castsShadow: span.hasPosts === true,
  };
}

/** A few lamps stand for all: the first strings light who stands below them. */
function lightsOf(strings: readonly LanternString[], colors: readonly string[], dark: number): PointLight[] {
  return strings
    .filter((_, row) => row % 2 === 0)
    .slice(0, 3)
    .map(({ points }, i): PointLight => {
      const [x, y, z] = points[Math.floor(points.length / 2)]!;
      const warm = toLinear(mixColors(colors[i % colors.length]!, '#ffb45c', 0.6), 0.4 + 2.6 * dark);
      return { position: [x, y - 0.6, z], color: warm, radius: 7 };
    });
}

function halosOf(
  strings: readonly LanternString[],
  colors: readonly string[],
  dark: number,
): SetMoment['sprites'][number] {
  const spots = strings.flatMap(({ points }, row) =>
    points.map(([x, y, z], i): SpriteSpot => {
      const [r, g, b]: Rgb = toLinear(mixColors(colors[(i + row) % colors.length]!, '#ffb45c', 0.5), 1);
      return { position: [x, y - 0.4, z], radius: 0.5, color: [r, g, b, 0.04 + 0.22 * dark] };
    }),
  );
  return sprites('soft', 'add', spots);
}
