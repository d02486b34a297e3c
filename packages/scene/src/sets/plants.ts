import type { Material, Mesh, Vec3 } from '@openimagine/render';
import { unit } from '../model/matrix.ts';
import type { Random } from '../random.ts';
import type { Scene } from '../scene.ts';
import { showing } from './absent.ts';
import { type PlantPalette, SNOW } from './mood.ts';
import { addBlob, addTube, type Color, createMeshBuilder, type MeshBuilder, mix, shade } from './shape.ts';
import { noise } from './terrain.ts';

export const LEAVES: Material = { pattern: 'grass', patternScale: 2.4, wrap: 0.6, rim: 0.12, specular: 0.04 };
/** Leaves with the sun behind them: some of the light comes through. */
const SUNLIT_LEAVES: Material = { ...LEAVES, emissive: 0.2 };
export const NEEDLES: Material = { pattern: 'foliage', patternScale: 6, wrap: 0.35, specular: 0.03 };
export const BLADES: Material = { wrap: 0.5, specular: 0.06, gloss: 12 };
export const STONE: Material = { pattern: 'rock', patternScale: 0.8, specular: 0.06 };
export const SNOWY: Material = { pattern: 'snow', patternScale: 1, specular: 0.12, gloss: 40, wrap: 0.35 };
export const TURF: Material = { pattern: 'grass', patternScale: 2.6, wrap: 0.3, specular: 0.03 };
export const EARTH: Material = { pattern: 'grain', patternScale: 3, specular: 0.03, wrap: 0.2 };

export interface TreeOptions {
  readonly random: Random;
  readonly palette: PlantPalette;
  /** Triangles: near about 900, middle 300, far 70. */
  readonly detail: 'near' | 'middle' | 'far';
}

/** What covers the ground: snow where it lies, else the usual. */
export function groundCover(palette: PlantPalette, usual: Material): Material {
  return palette.snow > 0.5 ? SNOWY : usual;
}

/** The material of leaves by the hour: light shines through them while the sun is up. */
export function leavesOf(scene: Scene): Material {
  return scene.timeTo || scene.time === 'dusk' || scene.time === 'night' ? LEAVES : SUNLIT_LEAVES;
}

/** A conifer about 10 m tall: drooping, ragged skirts of branches, white on top when snow lies. */
export function pineMesh({ random, palette, detail }: TreeOptions): Mesh {
  const builder = createMeshBuilder();
  const layers = { near: 11, middle: 7, far: 4 }[detail];
  const spikes = { near: 11, middle: 8, far: 5 }[detail];
  const height = random.between(8.5, 11.5);
  const girth = random.between(1.9, 2.5);
  const needle = random.pick(palette.needles);
  addTube(builder, {
    from: [0, -0.4, 0],
    to: [0, height * 0.75, 0],
    fromRadius: 0.24,
    toRadius: 0.05,
    sides: detail === 'near' ? 7 : 4,
    color: shade(palette.bark, 0.75),
    toColor: palette.bark,
    open: [0.6, 0.5],
  });
  for (let i = 0; i < layers; i++) {
    const t = i / (layers - 1);
    const radius = girth * (1 - t * 0.93) ** 0.85 * random.between(0.88, 1.1);
    const foot = height * (0.12 + 0.76 * t);
    addSkirt(builder, random, {
      foot,
      head: foot + (height / layers) * random.between(1.35, 1.7) + 0.25,
      radius,
      spikes,
      color: mix(needle, [120, 140, 84], t * 0.22 + random.between(-0.06, 0.06)),
      snow: palette.snow,
      isClosed: detail === 'near',
    });
  }
  return showing('trees', builder.build());
}

interface Skirt {
  readonly foot: number;
  readonly head: number;
  readonly radius: number;
  readonly spikes: number;
  readonly color: Color;
  readonly snow: number;
  readonly isClosed: boolean;
}

function addSkirt(builder: MeshBuilder, random: Random, skirt: Skirt): void {
  const { foot, head, radius, spikes } = skirt;
  const turn = random.between(0, 7);
  const lean: Vec3 = [random.between(-0.1, 0.1), 0, random.between(-0.1, 0.1)];
  const apex = builder.vertex(
    [lean[0], head, lean[2]],
    [0, 1, 0],
    mix(shade(skirt.color, 0.75), SNOW, skirt.snow * 0.8),
    0.75,
  );
  const rim: number[] = [];
  const under: number[] = [];
  for (let i = 0; i < spikes * 2; i++) {
    const isTip = i % 2 === 0;
    const angle = turn + (i / (spikes * 2)) * Math.PI * 2 + random.between(-0.08, 0.08);
    const r = radius * (isTip ? random.between(0.88, 1.12) : random.between(0.5, 0.64));
    const y = foot + (isTip ? random.between(-0.22, 0.05) * radius : 0.16 * radius);
    const out: Vec3 = unit([Math.cos(angle), 0.75, Math.sin(angle)]);
    const point: Vec3 = [Math.cos(angle) * r + lean[0], y, Math.sin(angle) * r + lean[2]];
    const fresh = mix(skirt.color, [150, 170, 100], isTip ? 0.22 : 0);
    const white = skirt.snow * (isTip ? 0.92 : 0.45) * random.between(0.8, 1.15);
    rim.push(builder.vertex(point, out, mix(shade(fresh, isTip ? 1.1 : 0.7), SNOW, white), isTip ? 1 : 0.6));
    if (skirt.isClosed)
      under.push(builder.vertex(point, [out[0], -0.8, out[2]], shade(skirt.color, isTip ? 0.65 : 0.4), 0.4));
  }
  const count = rim.length;
  for (let i = 0; i < count; i++) builder.triangle(apex, rim[(i + 1) % count]!, rim[i]!);
  if (!skirt.isClosed) return;
  const hollow = builder.vertex([lean[0], foot + radius * 0.35, lean[2]], [0, -1, 0], shade(skirt.color, 0.3), 0.2);
  for (let i = 0; i < count; i++) builder.triangle(hollow, under[i]!, under[(i + 1) % count]!);
}

/** A broad-leaved tree about 8 m tall: forked trunk, crown of leafy lumps with loose leaves at their edges; bare in winter. */
export function leafTreeMesh({ random, palette, detail }: TreeOptions): Mesh {
  const builder = createMeshBuilder();
  const height = random.between(7, 9);
  const leaf = random.pick(palette.leaves);
  const heart: Vec3 = [0, height * 0.62, 0];
  if (palette.snow > 0.3) {
    addBareCrown(builder, random, palette, height, detail);
    return showing('trees', builder.build());
  }
  const lumps = { near: 15, middle: 9, far: 4 }[detail];
  const spread = height * random.between(0.27, 0.34);
  addTrunk(builder, random, palette, height, detail === 'far' ? 4 : 7);
  for (let i = 0; i < lumps; i++) {
    const angle = (i * 2.399 + random.between(-0.4, 0.4)) % (Math.PI * 2);
    const t = (i + 0.5) / lumps;
    const r = spread * Math.sqrt(t < 0.85 ? 1 - (2 * t - 0.75) ** 2 * 0.6 : 0.25) * (i === 0 ? 0.2 : 0.78);
    const center: Vec3 = [Math.cos(angle) * r, height * (0.4 + 0.5 * t), Math.sin(angle) * r];
    const size = spread * random.between(0.4, 0.62) * { near: 1, middle: 1.2, far: 1.5 }[detail];
    const tone = shade(mix(leaf, random.pick(palette.leaves), 0.25), random.between(0.88, 1.1));
    addCrownLump(builder, random, { center, size, tone, heart, height, detail, snow: palette.snow });
  }
  return showing('trees', builder.build());
}

function addTrunk(builder: MeshBuilder, random: Random, palette: PlantPalette, height: number, sides: number): void {
  const fork: Vec3 = [random.between(-0.15, 0.15), height * 0.36, random.between(-0.15, 0.15)];
  const bark = shade(palette.bark, random.between(0.8, 1.1));
  const foot = { from: [0, -0.4, 0] as const, fromRadius: 0.34, toRadius: 0.21 };
  addTube(builder, { ...foot, to: fork, sides, color: shade(bark, 0.75), toColor: bark, open: [0.55, 0.8] });
  for (let i = 0; i < 4; i++) {
    const angle = i * 1.7 + random.between(-0.3, 0.3);
    const reach = height * random.between(0.1, 0.2);
    const to: Vec3 = [Math.cos(angle) * reach, height * random.between(0.6, 0.75), Math.sin(angle) * reach];
    addTube(builder, {
      from: fork,
      to,
      fromRadius: 0.17,
      toRadius: 0.05,
      sides: Math.max(3, sides - 2),
      color: bark,
      open: [0.7, 0.6],
    });
  }
}

/** Trunk and leafless branches that fork three times, twice for the distance; snow lies along them. */
function addBareCrown(
  builder: MeshBuilder,
  random: Random,
  palette: PlantPalette,
  height: number,
  detail: TreeOptions['detail'],
): void {
  const sides = detail === 'near' ? 6 : 3;
  const bark = shade(palette.bark, random.between(0.75, 1));
  const grow = (from: Vec3, way: Vec3, length: number, radius: number, forks: number): void => {
    const to: Vec3 = [from[0] + way[0] * length, from[1] + way[1] * length, from[2] + way[2] * length];
    const white = palette.snow * Math.max(0, 0.65 - Math.abs(way[1]) * 0.6);
    const tone = mix(bark, SNOW, white);
    addTube(builder, {
      from,
      to,
      fromRadius: radius,
      toRadius: radius * 0.6,
      sides,
      color: tone,
      toColor: tone,
      open: [0.75, 0.95],
    });
    if (forks === 0) return;
    const turn = random.between(0, 6.28);
    for (let i = 0; i < 3; i++) {
      const angle = turn + i * 2.1 + random.between(-0.4, 0.4);
      const out = random.between(0.5, 0.85);
      const next = unit([
        way[0] * 0.8 + Math.cos(angle) * out,
        way[1] * 0.8 + 0.28,
        way[2] * 0.8 + Math.sin(angle) * out,
      ]);
      grow(to, next, length * random.between(0.62, 0.82), radius * 0.58, forks - 1);
    }
  };
  grow(
    [0, -0.4, 0],
    unit([random.between(-0.06, 0.06), 1, random.between(-0.06, 0.06)]),
    height * 0.36 + 0.4,
    0.26,
    detail === 'near' ? 4 : detail === 'middle' ? 3 : 2,
  );
}

interface Lump {
  readonly center: Vec3;
  readonly size: number;
  readonly tone: Color;
  readonly heart: Vec3;
  readonly height: number;
  readonly detail: TreeOptions['detail'];
  readonly snow: number;
}

function addCrownLump(builder: MeshBuilder, random: Random, lump: Lump): void {
  const seed = Math.floor(random.between(0, 1000));
  const bulge = (d: Vec3): number => 0.7 + 0.62 * noise(d[0] * 2.6 + d[1] * 1.9 + 9, d[2] * 2.6 - d[1] * 1.3 + 9, seed);
  const rise = (lump.center[1] - lump.height * 0.4) / (lump.height * 0.5);
  const color = (d: Vec3): Color => {
    const lit = 0.8 + 0.14 * rise + 0.22 * d[1];
    return mix(shade(lump.tone, lit), SNOW, lump.snow * Math.max(0, d[1]) * 0.9);
  };
  const open = (d: Vec3): number => Math.min(1, 0.74 + 0.18 * rise + 0.26 * d[1]);
  addBlob(builder, {
    center: lump.center,
    radius: [lump.size, lump.size * 0.82, lump.size],
    detail: lump.detail === 'near' ? 1 : 0,
    bulge,
    color,
    open,
    heart: lump.heart,
    heartShare: 0.4,
  });
  if (lump.detail !== 'far') addLooseLeaves(builder, random, lump, lump.detail === 'near' ? 34 : 10, color);
}

/** Small leaves that stand off a lump, so that its outline is not that of a ball. Both sides can be seen. */
function addLooseLeaves(
  builder: MeshBuilder,
  random: Random,
  lump: Lump,
  count: number,
  color: (d: Vec3) => Color,
): void {
  for (let i = 0; i < count; i++) {
    const d = unit([random.between(-1, 1), random.between(-0.7, 1), random.between(-1, 1)]);
    const at: Vec3 = [
      lump.center[0] + d[0] * lump.size * random.between(0.95, 1.14),
      lump.center[1] + d[1] * lump.size * random.between(0.8, 0.95),
      lump.center[2] + d[2] * lump.size * random.between(0.95, 1.14),
    ];
    const size = random.between(0.12, 0.26) * (lump.detail === 'near' ? 1 : 1.7);
    const tone = shade(color(d), random.between(0.9, 1.25));
    const corner = (): Vec3 => [
      at[0] + random.between(-size, size),
      at[1] + random.between(-size, size) * 0.8,
      at[2] + random.between(-size, size),
    ];
    addLeaf(builder, [corner(), corner(), corner()], d, tone);
  }
}

/** A triangle that can be seen from both sides. */
export function addLeaf(
  builder: MeshBuilder,
  corners: readonly [Vec3, Vec3, Vec3],
  normal: Vec3,
  color: Color,
  tip: Color = color,
): void {
  const a = builder.vertex(corners[0], normal, color, 0.85);
  const b = builder.vertex(corners[1], normal, color, 0.85);
  const c = builder.vertex(corners[2], normal, tip);
  builder.triangle(a, b, c);
  builder.triangle(a, c, b);
}

/** One triangle for each side. */
export function addBothSides(builder: MeshBuilder, a: number, b: number, c: number): void {
  builder.triangle(a, b, c);
  builder.triangle(a, c, b);
}

/** A bush about 1.2 m wide. 240 triangles. */
export function bushMesh(random: Random, color: Color, snow = 0): Mesh {
  const builder = createMeshBuilder();
  for (let i = 0; i < 3; i++) {
    addCrownLump(builder, random, {
      center: [random.between(-0.35, 0.35), random.between(0.25, 0.45), random.between(-0.3, 0.3)],
      size: random.between(0.38, 0.55),
      tone: shade(color, random.between(0.85, 1.1)),
      heart: [0, 0.1, 0],
      height: 0.9,
      detail: 'middle',
      snow,
    });
  }
  return showing('plants', builder.build());
}
