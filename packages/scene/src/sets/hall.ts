import type { Vec3 } from '@openimagine/render';
import { indoorPlace } from './built-indoors.ts';
import { addBanner, addCandles, addCarpet, addPew, addThrone } from './hall-furnishing.ts';
import { hasActor, hasDetail, lensFor } from './mood.ts';
import { addCard, createKit, type Kit, placeKit } from './place-kit.ts';
import { sprites } from './scatter.ts';
import type { SetModel, SetMoment } from './set.ts';

/** A great hall of stone: piers and pointed vaults, windows of coloured glass, a carpet, a throne under a canopy or an altar. */
export const hall: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const kit = createKit();
    const isChurch = hasDetail(scene, 'cathedral', 'church', 'chapel', 'nave', 'abbey', 'altar');
    const isDungeon = hasDetail(scene, 'dungeon');
    const isNight = isDungeon || scene.time === 'night' || scene.time === 'dusk';
    for (let i = 0; i < BAYS; i++)
      for (const side of [-1, 1]) addPier(placeKit(kit, [side * HALF, 0, FIRST - i * BAY]), side);
    for (let i = 0; i < BAYS; i++) addVault(kit, FIRST - i * BAY);
    for (let i = 0; i + 1 < BAYS; i++)
      for (const side of [-1, 1])
        addAisle(
          placeKit(kit, [side * (HALF + 2.3), 0, FIRST - (i + 0.5) * BAY], (-side * Math.PI) / 2),
          isDungeon ? undefined : i,
        );
    addBack(kit, isDungeon ? 'dungeon' : isChurch ? 'church' : 'hall');
    if (!isDungeon) addCarpet(kit, isChurch ? 0x7a2430 : 0x9a1f2a, BACK);
    const flames: Vec3[] = [];
    if (isChurch)
      for (let i = 0; i < 5; i++) for (const side of [-1, 1]) addPew(placeKit(kit, [side * 3.0, 0, -3.2 - i * 1.7]));
    else if (!isDungeon && !hasActor(scene, 'chair')) addThrone(placeKit(kit, [0, 0.72, BACK + 3.2]));
    for (let i = 0; i < 4; i++)
      for (const side of [-1, 1]) {
        const at: Vec3 = [side * 2.1, 0, -1 - i * 4.2];
        flames.push(addCandles(placeKit(kit, isChurch ? [side * 1.5, 0, at[2]] : at), at));
        if (!isChurch && !isDungeon)
          addBanner(placeKit(kit, [side * (HALF - 0.62), 5.2, FIRST - (i + 2) * BAY], (-side * Math.PI) / 2), i);
      }
    return indoorPlace(context, {
      kit,
      materials: {
        window: { emissive: isDungeon ? 0.04 : isNight ? 0.3 : 1.15, specular: 0.4 },
        stone: { pattern: 'grain', patternScale: 5, specular: 0.05 },
        blocks: { pattern: 'tiles', patternScale: 1.2, specular: 0.3, gloss: 40 },
      },
      isAlwaysLit: !isNight,
      day: { sun: [0.62, 0.55, 0.44], up: [0.27, 0.27, 0.33], down: [0.2, 0.17, 0.15] },
      evening: { sun: [0.22, 0.2, 0.26], up: [0.13, 0.12, 0.18], down: [0.11, 0.08, 0.08] },
      keyFrom: [-0.62, 0.8, 0.42],
      shadowRadius: 9,
      lamps: [
        ...flames.map((at, i) => ({
          at,
          color: [2.2, 1.15, 0.42] as const,
          radius: i < 4 ? 5.5 : 0,
          halo: 0.55,
          isFlame: true,
        })),
        {
          at: [0, 6, BACK + 4.5],
          color: isNight ? ([1.6, 0.9, 0.45] as const) : ([2.4, 2, 1.6] as const),
          radius: 11,
          isFlame: true,
        },
      ],
      focus: { position: [0, 0.012, 0], halfWidth: 1.7, halfDepth: 1.6 },
      camera: { position: [0.25, 1.7, 8.6], target: [0, 2.9, -8], verticalFovDegrees: lensFor(aspect, 46) },
      fog: { color: isNight ? [0.03, 0.025, 0.045] : [0.2, 0.19, 0.2], density: 0.009 },
      grade: { exposure: 1.12, bloom: 0.36, bloomThreshold: 0.88, saturation: 1.12, vignette: 0.3 },
      more: (seconds): Partial<SetMoment> => (isNight ? {} : { sprites: [rays(seconds)] }),
      cues: [{ kind: 'room', startSeconds: 0, durationSeconds: context.durationSeconds, gain: 0.2, pan: 0 }],
    });
  },
};

const HALF = 4.6;
const BAY = 4.6;
const BAYS = 7;
/** Where the first pier stands, behind the camera. */
const FIRST = 9.6;
const BACK = FIRST - BAYS * BAY + 1.5;
const SPRING = 6.4;
const STONE = 0xc9bda6;
const GLASS = [0xe0483c, 0x3a6ad8, 0xf0b83c, 0x3ca86a, 0x8a4ac8, 0xe8e0c8];

/** A pier of bundled shafts; an arch to the next pier of its row. */
function addPier(kit: Kit, side: number): void {
  kit.stone.lathe(
    [0, 0, 0],
    [
      [0.78, 0],
      [0.78, 0.5],
      [0.6, 0.7],
      [0.52, SPRING - 0.4],
      [0.72, SPRING - 0.1],
      [0.72, SPRING + 0.1],
    ],
    STONE,
    10,
  );
  for (let i = 0; i < 6; i++) {
    const a = (i / 6) * Math.PI * 2;
    kit.stone.tube(
      [
        [Math.sin(a) * 0.54, 0.6, Math.cos(a) * 0.54],
        [Math.sin(a) * 0.54, SPRING - 0.2, Math.cos(a) * 0.54],
      ],
      0.13,
      0xd6cab2,
      6,
    );
  }
  const steps = 12;
  for (let i = 0; i < steps; i++) {
    const at = (k: number, lift: number): Vec3 => {
      const u = k / steps;
      const z = -u * BAY;
      const y = 4.2 + 1.9 * (1 - Math.abs(u * 2 - 1) ** 1.8) + lift;
      return [-side * 0.35, y, z];
    };
    const [a, b] = [at(i, 0), at(i + 1, 0)];
    const [c, d]: [Vec3, Vec3] = [
      [b[0], 10.4, b[2]],
      [a[0], 10.4, a[2]],
    ];
    if (side > 0) {
      kit.stone.quad(b, a, d, c, STONE, 0.85);
      kit.stone.quad([a[0] - 0.7, a[1], a[2]], a, b, [b[0] - 0.7, b[1], b[2]], 0xb0a48c, 0.6);
    } else {
      kit.stone.quad(a, b, c, d, STONE, 0.85);
      kit.stone.quad(b, [b[0] + 0.7, b[1], b[2]], [a[0] + 0.7, a[1], a[2]], a, 0xb0a48c, 0.6);
    }
  }
}

/** Ribs of one bay, and the shells of the vault between them. */
function addVault(kit: Kit, z: number): void {
  const steps = 14;
  const point = (u: number, dz: number): Vec3 => {
    const x = (u * 2 - 1) * HALF;
    return [x, SPRING + 4.6 * (1 - Math.abs(u * 2 - 1) ** 2.2), z + dz];
  };
  for (let i = 0; i < steps; i++) {
    const [u0, u1] = [i / steps, (i + 1) / steps];
    kit.stone.quad(point(u0, -BAY), point(u1, -BAY), point(u1, 0), point(u0, 0), 0xbfb39c, 0.75);
  }
  const rib = (points: Vec3[], r: number): void => kit.stone.tube(points, r, 0xded2ba, 6);
  rib(
    Array.from({ length: steps + 1 }, (_, i) => point(i / steps, 0)),
    0.2,
  );
  for (const s of [0, 1])
    rib(
      Array.from({ length: steps + 1 }, (_, i): Vec3 => {
        const u = i / steps;
        const p = point(s ? 1 - u : u, -u * BAY);
        return [p[0], p[1] - 0.06, p[2]];
      }),
      0.1,
    );
}

/** The wall of a side aisle with a tall window of coloured panes, or a bare one; built facing +z. */
function addAisle(kit: Kit, salt: number | undefined): void {
  kit.stone.box([0, 5.4, -0.3], [BAY, 10.8, 0.5], 0xb5a98f, { foot: 0.6 });
  if (salt === undefined) return;
  const [w, h] = [1.7, 4.8];
  const isInside = (x: number, y: number): boolean =>
    y < h * 0.62 ? Math.abs(x) < w / 2 : Math.hypot(Math.abs(x) + w / 2, (y - h * 0.62) * 1.05) < w;
  const s = 0.24;
  for (let row = 0; row * s < h + 1; row++)
    for (let i = -4; i <= 4; i++) {
      const [x, y] = [i * s, row * s];
      if (!isInside(x, y)) continue;
      const ring = Math.round(Math.hypot(x, ((y - 2.2) % 2.2) - 0.6) * 3.2);
      addCard(
        kit.window,
        [x, 2.2 + y, -0.03],
        s - 0.025,
        s - 0.025,
        GLASS[(ring + salt + (row % 3 === 0 ? 1 : 0)) % GLASS.length]!,
      );
    }
  for (const x of [-1, 1]) kit.stone.box([x * (w / 2 + 0.12), 3.8, 0], [0.22, 3.4, 0.3], 0xd6cab2);
  kit.stone.box([0, 2, 0], [w + 0.6, 0.24, 0.5], 0xd6cab2, { bottom: true });
}

/** A dark doorway behind iron bars. */
function addGate(kit: Kit): void {
  kit.stone.box([0, 1.9, BACK + 0.06], [4, 3.8, 0.14], 0x14120f);
  for (const x of [-2.2, 2.2]) kit.stone.box([x, 2.1, BACK + 0.2], [0.5, 4.2, 0.6], 0x9a8f7a);
  kit.stone.box([0, 4.1, BACK + 0.2], [4.9, 0.6, 0.7], 0x9a8f7a);
  for (let i = -4; i <= 4; i++) kit.trim.box([i * 0.42, 1.9, BACK + 0.3], [0.08, 3.8, 0.08], 0x3a3835);
  for (const y of [1, 2.4]) kit.trim.box([0, y, BACK + 0.3], [4, 0.1, 0.1], 0x3a3835);
}

/** The wall at the far end: a rose window over steps. */
function addBack(kit: Kit, kind: 'church' | 'hall' | 'dungeon'): void {
  kit.stone.box([0, 6, BACK - 0.5], [18, 12, 1], 0xb5a98f, { foot: 0.6 });
  if (kind === 'dungeon') {
    addGate(kit);
    return;
  }
  for (let i = 0; i < 3; i++)
    kit.blocks.box([0, 0.12 + i * 0.24, BACK + 3 - i * 0.4], [6.4 - i * 0.8, 0.24, 6], 0xbfb49c);
  const center: Vec3 = [0, 7.4, BACK + 0.03];
  const rings: readonly (readonly [number, number, number])[] = [
    [0.12, 0.55, 8],
    [0.62, 1.2, 12],
    [1.28, 1.95, 16],
  ];
  for (const [k, [from, to, n]] of rings.entries())
    for (let i = 0; i < n; i++) {
      const at = (step: number, r: number): Vec3 => [
        center[0] + Math.cos((step / n) * 6.2832) * r,
        center[1] + Math.sin((step / n) * 6.2832) * r,
        center[2],
      ];
      kit.window.quad(
        at(i + 0.08, from),
        at(i + 0.08, to),
        at(i + 0.92, to),
        at(i + 0.92, from),
        GLASS[(i + k * 2) % 5]!,
      );
      kit.window.quad(
        at(i + 0.92, from),
        at(i + 0.92, to),
        at(i + 0.08, to),
        at(i + 0.08, from),
        GLASS[(i + k * 2) % 5]!,
      );
    }
  const frame = Array.from(
    { length: 33 },
    (_, i): Vec3 => [
      center[0] + Math.cos((i / 32) * 6.2832) * 2.12,
      center[1] + Math.sin((i / 32) * 6.2832) * 2.12,
      center[2] + 0.05,
    ],
  );
  kit.stone.tube(frame, 0.17, 0xd6cab2, 6);
  const z = BACK + 1.6;
  if (kind === 'church') {
    kit.marble.box([0, 1.24, z], [3, 1.1, 1.1], 0xe9e2d2, { foot: 0.8 });
    kit.cloth.box([0, 1.5, z + 0.02], [1.5, 0.62, 1.12], 0xf2ecdc);
    kit.gold.box([0, 2.7, z], [0.12, 1.7, 0.1], 0xd8b04a);
    kit.gold.box([0, 3.05, z], [0.9, 0.12, 0.1], 0xd8b04a);
    for (const x of [-1.1, -0.7, 0.7, 1.1]) {
      kit.gold.lathe(
        [x, 1.8, z],
        [
          [0.1, 0],
          [0.03, 0.06],
          [0.03, 0.4],
          [0.07, 0.42],
        ],
        0xd8b04a,
        8,
      );
      kit.trim.tube(
        [
          [x, 2.2, z],
          [x, 2.5, z],
        ],
        0.035,
        0xf4ecd8,
        6,
      );
      kit.glow.lathe(
        [x, 2.5, z],
        [
          [0.02, 0],
          [0.035, 0.05],
          [0, 0.15],
        ],
        0xffd070,
        6,
      );
    }
    return;
  }
  for (const s of [-1, 1])
    for (let i = 0; i < 12; i++) {
      const at = (k: number, y: number): Vec3 => [
        s * (0.95 + k * 0.12 + (y > 3 ? 0 : 0.25)),
        y,
        BACK + 0.7 + Math.sin(k * 2.1) * 0.1,
      ];
      const q: [Vec3, Vec3, Vec3, Vec3] = [at(i, 0.7), at(i + 1, 0.7), at(i + 1, 4.9), at(i, 4.9)];
      if (s > 0) kit.cloth.quad(...q, 0x8f1c28, 0.75 + 0.25 * Math.sin(i * 2.1) ** 2);
      else kit.cloth.quad(q[1], q[0], q[3], q[2], 0x8f1c28, 0.75 + 0.25 * Math.sin(i * 2.1) ** 2);
    }
  kit.gold.box([0, 4.95, BACK + 0.8], [5.2, 0.2, 0.3], 0xd0a848, { bottom: true });
}

/** Light that falls in slanting bars from the windows on the left, with the dust in it. */
function rays(seconds: number) {
  return sprites(
    'soft',
    'add',
    Array.from({ length: 4 }, (_, bay) => {
      const z = FIRST - (bay + 1.5) * BAY;
      return Array.from({ length: 12 }, (_u, n) => {
        const u = n / 11;
        const breathe = 0.9 + 0.1 * Math.sin(seconds * 0.5 + bay * 2 + n * 0.3);
        return {
          position: [-6 + u * 6.4, 5.4 - u * 5, z - u * 1.6] as const,
          radius: 0.8 + u * 0.5,
          color: [1, 0.86, 0.62, 0.03 * breathe * (1 - u * 0.6)] as const,
        };
      });
    }).flat(),
  );
}
