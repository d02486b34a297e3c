import type { Material, Mesh, Rgb } from '@openimagine/render';
import type { Random } from '../random.ts';
import type { Scene } from '../scene.ts';
import { hasDetail } from './mood.ts';
import { IDENTITY, type SetInstance } from './scatter.ts';
import { addBox, addTube, type Color, createMeshBuilder, type MeshBuilder, mix, shade, smoothstep } from './shape.ts';

const WALL: Material = { pattern: 'grain', patternScale: 0.5, specular: 0.08, gloss: 20 };
const GLASS: Material = { specular: 0.7, gloss: 80, emissive: 1.5, mirror: 0 };

export interface Plot {
  readonly x: number;
  readonly z: number;
  readonly width: number;
  readonly depth: number;
  readonly height: number;
  /** World height of its foot. Default 0. */
  readonly foot?: number;
  /** Its own height of a storey, where it is far off. */
  readonly storey?: number;
}

export interface CityOptions {
  readonly random: Random;
  readonly plots: readonly Plot[];
  /** Where people look from: only faces towards it get windows. */
  readonly eye: readonly [x: number, y: number, z: number];
  /** Height of one storey as drawn; far cities draw several storeys as one. */
  readonly storey: number;
  readonly snow?: number;
  /** Windows and signs of pink, turquoise and violet light on dark walls. */
  readonly isNeon?: boolean;
  /** Colour added to the walls, such as evening blue. Default none. */
  readonly wallTone?: Color;
}

/** Groups in which windows are switched: more than one, so that a city lights up bit by bit. */
const GROUPS = 9;
const WALL_COLORS: readonly Color[] = [
  [132, 134, 142],
  [158, 146, 132],
  [104, 112, 126],
  [172, 164, 154],
  [122, 98, 88],
  [88, 98, 112],
];
const LIGHT_COLORS: readonly Color[] = [
  [255, 206, 132],
  [255, 224, 168],
  [255, 190, 110],
  [226, 232, 255],
  [255, 214, 150],
];

const NEON: readonly Color[] = [
  [255, 70, 190],
  [70, 220, 255],
  [160, 90, 255],
  [255, 120, 70],
];

/** Whether a city glows as in films of the future. */
export function isNeonCity(scene: Scene): boolean {
  return scene.style === 'cyberpunk' || hasDetail(scene, 'cyberpunk', 'neon', 'futuristic');
}

export interface City {
  /** @param darkness 0 day … 1 night: how many windows are lit. */
  instancesAt(darkness: number): SetInstance[];
}

/** Towers with setbacks, roofs and windows that light up in groups. */
export function buildCity(options: CityOptions): City {
  const walls = createMeshBuilder();
  const lamps = createMeshBuilder();
  const panes = Array.from({ length: GROUPS }, createMeshBuilder);
  for (const plot of options.plots) addTower(options, plot, walls, panes, lamps);
  const wallMesh = walls.build();
  const lampMesh = lamps.build();
  const paneMeshes = panes.map((builder) => builder.build());
  return {
    instancesAt: (darkness) => [
      { mesh: wallMesh, material: WALL, matrix: IDENTITY, isStatic: true },
      ...paneMeshes.map((mesh, group) => paneInstance(mesh, group, darkness)),
      ...(lampMesh.indices.length > 0 && darkness > 0.3
        ? [{ mesh: lampMesh, material: GLASS, matrix: IDENTITY, castsShadow: false, emissive: 2 * darkness }]
        : []),
    ],
  };
}

function paneInstance(mesh: Mesh, group: number, darkness: number): SetInstance {
  // The last group stays dark even at midnight: not everyone is at home.
  const lit = group === GROUPS - 1 ? 0 : smoothstep(0.18 + group * 0.07, 0.3 + group * 0.07, darkness);
  const dark: Rgb = [0.16, 0.2, 0.27];
  const tint: Rgb = [dark[0] + (1 - dark[0]) * lit, dark[1] + (1 - dark[1]) * lit, dark[2] + (1 - dark[2]) * lit];
  return { mesh, material: GLASS, matrix: IDENTITY, castsShadow: false, tint, emissive: lit, isStatic: true };
}

function addTower(
  options: CityOptions,
  plot: Plot,
  walls: MeshBuilder,
  panes: MeshBuilder[],
  lamps: MeshBuilder,
): void {
  const { random } = options;
  const foot = plot.foot ?? 0;
  const base = mix(random.pick(WALL_COLORS), options.wallTone ?? [128, 128, 132], options.wallTone ? 0.3 : 0);
  const plain = shade(base, random.between(0.78, 1.1));
  const color = options.isNeon ? mix(plain, [38, 34, 58], 0.72) : plain;
  if (options.isNeon) addSigns(options, plot, lamps);
  const isTall = plot.height > 46;
  const steps = isTall ? (random.next() < 0.6 ? 3 : 2) : random.next() < 0.3 ? 2 : 1;
  let from = foot;
  let [width, depth] = [plot.width, plot.depth];
  for (let step = 0; step < steps; step++) {
    const to =
      step === steps - 1 ? foot + plot.height : foot + plot.height * (0.52 + 0.3 * step * random.between(0.8, 1.1));
    const roof = mix(shade(color, 0.8), [236, 241, 250], (options.snow ?? 0) * 0.9);
    addBox(walls, {
      center: [plot.x, (from + to) / 2, plot.z],
      size: [width, to - from, depth],
      color,
      topColor: roof,
      open: [step === 0 ? 0.5 : 0.85, 1],
      withoutBottom: true,
    });
    addWindows(options, { ...plot, width, depth }, from + (step === 0 ? 2.5 : 0.6), to - 0.8, panes);
    from = to;
    width *= random.between(0.6, 0.78);
    depth *= random.between(0.6, 0.78);
  }
  addRoof(random, plot, from, width / 0.7, walls, lamps, color);
}

/** A tall sign down one face, and bands of light round the tower. */
function addSigns({ random, eye }: CityOptions, plot: Plot, lamps: MeshBuilder): void {
  const foot = plot.foot ?? 0;
  const side = eye[2] > plot.z ? 1 : -1;
  const z = plot.z + side * (plot.depth / 2 + 0.15);
  if (random.next() < 0.6) {
    const tall = plot.height * random.between(0.2, 0.42);
    const x = plot.x + random.between(-0.35, 0.35) * plot.width;
    const y = foot + plot.height * random.between(0.4, 0.62);
    addBox(lamps, { center: [x, y, z], size: [plot.width * 0.09, tall, 0.3], color: random.pick(NEON) });
  }
  if (random.next() < 0.55)
    addBox(lamps, {
      center: [plot.x, foot + plot.height * random.between(0.3, 0.5), plot.z],
      size: [plot.width + 0.3, 0.5, plot.depth + 0.3],
      color: random.pick(NEON),
    });
}

function addRoof(
  random: Random,
  plot: Plot,
  top: number,
  width: number,
  walls: MeshBuilder,
  lamps: MeshBuilder,
  color: Color,
): void {
  const roll = random.next();
  const block = { color: shade(color, 0.72), withoutBottom: true, open: [0.6, 1] as const };
  if (roll < 0.55)
    for (let i = 0; i < 2; i++)
      addBox(walls, {
        ...block,
        center: [plot.x + random.between(-0.25, 0.25) * width, top + 0.7, plot.z + random.between(-0.2, 0.2) * width],
        size: [width * random.between(0.15, 0.35), random.between(1.4, 2.6), width * random.between(0.15, 0.3)],
      });
  if (plot.height < 52 || roll > 0.7) return;
  const tip = top + plot.height * random.between(0.1, 0.24);
  addTube(walls, {
    from: [plot.x, top, plot.z],
    to: [plot.x, tip, plot.z],
    fromRadius: width * 0.05,
    toRadius: 0.12,
    sides: 5,
    color: [92, 96, 106],
  });
  addBox(lamps, { center: [plot.x, tip, plot.z], size: [0.8, 0.8, 0.8], color: [255, 60, 40] });
}

/** Panes on the faces that the eye sees; each pane belongs to one group at random, whole storeys more often together. */
function addWindows(options: CityOptions, plot: Plot, from: number, to: number, panes: MeshBuilder[]): void {
  const { random, eye } = options;
  const storey = plot.storey ?? options.storey;
  const rows = Math.floor((to - from) / storey);
  if (rows < 1) return;
  const style = random.next();
  const faces: (readonly [normalX: number, normalZ: number, span: number])[] = [];
  if (eye[2] > plot.z) faces.push([0, 1, plot.width]);
  else faces.push([0, -1, plot.width]);
  if (eye[0] > plot.x + plot.width / 2) faces.push([1, 0, plot.depth]);
  if (eye[0] < plot.x - plot.width / 2) faces.push([-1, 0, plot.depth]);
  for (const [nx, nz, span] of faces) {
    const columns = Math.max(2, Math.floor(span / (storey * (style < 0.3 ? 0.75 : 1.05))));
    const cell = span / columns;
    const width = cell * (style < 0.3 ? 0.42 : style < 0.7 ? 0.62 : 0.84);
    for (let row = 0; row < rows; row++) {
      const isFloorTogether = random.next() < 0.3;
      const floorGroup = Math.floor(random.next() * GROUPS);
      for (let column = 0; column < columns; column++) {
        const group = isFloorTogether ? floorGroup : Math.floor(random.next() * GROUPS);
        const along = (column + 0.5) * cell - span / 2;
        const out = (nx !== 0 ? plot.width : plot.depth) / 2 + 0.06;
        const center = [
          plot.x + nx * out + nz * along,
          from + (row + 0.5) * storey,
          plot.z + nz * out - nx * along,
        ] as const;
        addPane(
          panes[group]!,
          center,
          [nx, nz],
          width,
          storey * 0.58,
          shade(random.pick(options.isNeon && random.next() < 0.45 ? NEON : LIGHT_COLORS), random.between(0.7, 1)),
        );
      }
    }
  }
}

function addPane(
  builder: MeshBuilder,
  center: readonly [number, number, number],
  normal: readonly [number, number],
  width: number,
  height: number,
  color: Color,
): void {
  const [nx, nz] = normal;
  const at = (s: number, t: number): number =>
    builder.vertex(
      [center[0] + nz * s * width * 0.5, center[1] + t * height * 0.5, center[2] - nx * s * width * 0.5],
      [nx, 0, nz],
      color,
    );
  const [a, b, c, d] = [at(-1, -1), at(1, -1), at(1, 1), at(-1, 1)];
  builder.triangle(a, b, c);
  builder.triangle(a, c, d);
}
