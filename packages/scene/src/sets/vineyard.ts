import type { Material, Mesh } from '@openimagine/render';
import type { Random } from '../random.ts';
import { addFoliage } from './flora.ts';
import { softHills } from './hills.ts';
import { createHorizonClouds } from './horizon-clouds.ts';
import { fogOf, lensFor, outdoorCues, type PlantPalette, plantPalette, SNOW } from './mood.ts';
import { type Plant, planted } from './planting.ts';
import { BLADES, groundCover, LEAVES, leavesOf, TURF } from './plants.ts';
import { placed, type SetInstance, standing } from './scatter.ts';
import type { SetContext, SetModel } from './set.ts';
import { addBlob, addBox, addQuad, addTube, type Color, createMeshBuilder, mix, shade, smoothstep } from './shape.ts';
import { discGround, fractal, type HeightAt, noise } from './terrain.ts';
import { tuftMesh } from './undergrowth.ts';

const WALLS: Material = { pattern: 'grain', patternScale: 1.5, specular: 0.03 };
const POSTS: Material = { pattern: 'wood', patternScale: 2, specular: 0.05 };
/** Metres from row to row, and from vine to vine. */
const ROW = 2.7;
const STEP = 1.25;

/** Rows of vines that run up and down over soft hills to a farmhouse among cypresses; grapes hang in late summer. */
export const vineyard: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const palette = plantPalette(scene);
    const heightAt: HeightAt = (x, z) => {
      const away = -z;
      const hills =
        7.5 * smoothstep(14, 90, away) * (0.5 + fractal(x * 0.012 + 3, z * 0.014, 2, 6)) -
        2.6 * smoothstep(6, 26, away) * smoothstep(60, 20, away);
      return (
        hills +
        (fractal(x * 0.02 + 8, z * 0.02, 2, 3) - 0.5) * 4 * smoothstep(10, 60, Math.abs(x)) +
        (noise(x * 0.8, z * 0.8, 3) - 0.5) * 0.06
      );
    };
    const still = [
      groundOf(palette, heightAt),
      ...vinesOf(context, palette, heightAt),
      ...farmOf(context, heightAt),
      ...lowOf(context, palette, heightAt),
      ...hillsOf(palette),
    ];
    const clouds = createHorizonClouds(context, { distance: 560, foot: 50, heaps: 8 });
    return {
      groundAt: heightAt,
      focus: { position: [0, heightAt(0, 0), 0], halfWidth: 1.5, halfDepth: 2.6 },
      camera: { position: [0.5, 2.3, 9.6], target: [0, 1.35, 0], verticalFovDegrees: lensFor(aspect, 42) },
      momentAt: (seconds) => ({
        instances: still,
        lights: [],
        sprites: clouds(seconds),
        fog: fogOf(scene, 0.0026, { heightFalloff: 0.016 }),
      }),
      cues: outdoorCues(context, 0.45),
    };
  },
};

/** Rows lie at odd multiples of half their distance from the stage, so that the middle is a grassy lane, wider than others. */
const rowX = (row: number): number => Math.sign(row) * (1.9 + (Math.abs(row) - 1) * ROW);

function groundOf(palette: PlantPalette, heightAt: HeightAt): SetInstance {
  const mesh = discGround({
    heightAt,
    center: [0, 5],
    radius: 300,
    rings: 66,
    sectors: 120,
    colorAt: (x, _y, z) => {
      const patch = fractal(x * 0.25, z * 0.25, 3, 21);
      const grass = shade(mix(palette.grass, palette.dryGrass, 0.2 + patch * 0.6), 0.88 + 0.25 * patch);
      const off = Math.abs(((Math.abs(x) - 1.9 + ROW * 40.5) % ROW) - ROW / 2);
      const field = smoothstep(46, 40, Math.abs(x)) * smoothstep(-122, -114, z);
      const soil = shade(mix(palette.soil, [170, 128, 88], 0.4), 0.9 + 0.2 * patch);
      return mix(mix(grass, soil, smoothstep(0.75, 0.35, off) * field * 0.85), SNOW, palette.snow * 0.92);
    },
  });
  return standing(mesh, groundCover(palette, TURF));
}

/** A length of trellis with its vines along z: posts, wires, gnarled stems, a hedge of leaves, grapes below them. */
function trellisMesh(random: Random, palette: PlantPalette, grape: Color | undefined, isFar: boolean): Mesh {
  const builder = createMeshBuilder();
  const wood: Color = [120, 100, 78];
  const vines = isFar ? 3 : 2;
  const long = vines * STEP;
  if (!isFar) {
    addTube(builder, {
      from: [0, -0.3, 0],
      to: [0, 1.75, 0],
      fromRadius: 0.05,
      toRadius: 0.045,
      sides: 6,
      color: wood,
      cap: true,
    });
    for (const y of [0.75, 1.2, 1.6])
      addTube(builder, {
        from: [0, y, 0],
        to: [0, y, -long],
        fromRadius: 0.008,
        toRadius: 0.008,
        sides: 3,
        color: [110, 110, 108],
      });
  }
  for (let i = 0; i < vines; i++) {
    const z = -(i + 0.5) * STEP;
    const knee = random.between(-0.1, 0.1);
    addTube(builder, {
      from: [0, -0.2, z],
      to: [knee, 0.45, z + 0.1],
      fromRadius: 0.055,
      toRadius: 0.045,
      sides: isFar ? 3 : 6,
      color: [74, 58, 46],
    });
    addTube(builder, {
      from: [knee, 0.45, z + 0.1],
      to: [0, 0.85, z - 0.1],
      fromRadius: 0.045,
      toRadius: 0.03,
      sides: isFar ? 3 : 5,
      color: [84, 66, 50],
    });
    if (palette.snow > 0.3) {
      for (const side of [-1, 1])
        addTube(builder, {
          from: [0, 0.85, z],
          to: [0.05, 1.05, z + side * 0.55],
          fromRadius: 0.025,
          toRadius: 0.012,
          sides: 3,
          color: [96, 78, 60],
        });
      continue;
    }
    for (let k = 0; k < (isFar ? 1 : 3); k++) {
      const size = isFar ? 0.66 : random.between(0.36, 0.5);
      addFoliage(builder, random, {
        center: [
          random.between(-0.08, 0.08),
          1.2 + (isFar ? 0.05 : random.between(-0.16, 0.3)),
          z + (k - 1) * 0.4 * (isFar ? 0 : 1),
        ],
        radius: [isFar ? 0.38 : 0.3, isFar ? 0.52 : size * 0.8, isFar ? 0.8 : size * 1.3],
        color: shade(random.pick(palette.leaves), random.between(0.85, 1.1)),
        heart: [0, 0.8, z],
        leaves: isFar ? 3 : 18,
        detail: isFar ? 0 : 1,
      });
    }
    if (grape && !isFar)
      for (const side of [-1, 1]) addGrapes(builder, random, [side * 0.26, 0.86, z + random.between(-0.4, 0.4)], grape);
  }
  return builder.build();
}

function addGrapes(
  builder: ReturnType<typeof createMeshBuilder>,
  random: Random,
  [x, y, z]: readonly [number, number, number],
  color: Color,
): void {
  for (let i = 0; i < 7; i++) {
    const t = i / 7;
    const r = 0.07 * (1 - t * 0.8);
    const angle = i * 2.4;
    addBlob(builder, {
      center: [x + Math.cos(angle) * r, y - t * 0.24, z + Math.sin(angle) * r],
      radius: [0.038, 0.038, 0.038],
      detail: 0,
      bulge: () => 1,
      color: (d) => shade(color, (0.85 + 0.3 * d[1]) * random.between(0.9, 1.1)),
    });
  }
}

function vinesOf(context: SetContext, palette: PlantPalette, heightAt: HeightAt): SetInstance[] {
  const { scene } = context;
  const random = context.random.fork('vines');
  const grape: Color | undefined = scene.season === 'summer' || scene.season === 'autumn' ? [74, 40, 98] : undefined;
  const near = Array.from({ length: 3 }, () => trellisMesh(random, palette, grape, false));
  const far = Array.from({ length: 3 }, () => trellisMesh(random, palette, undefined, true));
  const material = palette.snow > 0.3 ? POSTS : leavesOf(scene);
  const instances: SetInstance[] = [];
  for (let row = -12; row <= 12; row++) {
    if (row === 0) continue;
    const x = rowX(row);
    for (let z = 7; z > -112; ) {
      const isNear = Math.hypot(x, z - 9) < 12.5;
      const vines = isNear ? 2 : 3;
      const long = vines * STEP * (isNear ? 1 : 1 + smoothstep(14, 80, -z) * 1.5);
      const hidden = z > 8 - Math.abs(x) * 0.2 && Math.abs(x) < 2.5;
      const slope = (heightAt(x, z) - heightAt(x, z - long)) / long;
      const matrix = placed(x, heightAt(x, z) - 0.03, z, { stretch: random.between(0.94, 1.06) });
      // The trellis follows the slope of its hill.
      matrix[9] = slope;
      matrix[10] = long / (vines * STEP);
      const tone = random.between(0.86, 1.1);
      if (!hidden)
        instances.push(
          standing(random.pick(isNear ? near : far), material, matrix, {
            tint: [tone, tone, tone],
            castsShadow: isNear,
          }),
        );
      z -= long;
    }
  }
  return instances;
}

/** A farmhouse on a hill, a row of cypresses beside it. */
function farmOf(context: SetContext, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('farm');
  const [x, z] = [26, -128];
  const y = heightAt(x, z) - 0.4;
  const house = createMeshBuilder();
  const wall: Color = [222, 190, 146];
  const roof: Color = [176, 92, 62];
  const wing = (cx: number, cz: number, w: number, h: number, d: number): void => {
    addBox(house, { center: [cx, h / 2, cz], size: [w, h, d], color: wall, open: [0.7, 1] });
    const ridge = h + d * 0.26;
    const over = 0.4;
    addQuad(
      house,
      [
        [cx - w / 2 - over, h, cz + d / 2 + over],
        [cx + w / 2 + over, h, cz + d / 2 + over],
        [cx + w / 2 + over, ridge, cz],
        [cx - w / 2 - over, ridge, cz],
      ],
      roof,
    );
    addQuad(
      house,
      [
        [cx + w / 2 + over, h, cz - d / 2 - over],
        [cx - w / 2 - over, h, cz - d / 2 - over],
        [cx - w / 2 - over, ridge, cz],
        [cx + w / 2 + over, ridge, cz],
      ],
      shade(roof, 0.8),
    );
    for (const side of [-1, 1])
      addQuad(
        house,
        [
          [cx + (side * w) / 2, h, cz + (side * d) / 2],
          [cx + (side * w) / 2, h, cz - (side * d) / 2],
          [cx + (side * w) / 2, ridge, cz],
          [cx + (side * w) / 2, ridge, cz],
        ],
        wall,
      );
    for (let i = 0; i < Math.round(w / 2.6); i++)
      for (let floor = 0; floor < Math.round(h / 3); floor++)
        addBox(house, {
          center: [cx - w / 2 + 1.5 + i * 2.6, 1.7 + floor * 2.9, cz + d / 2],
          size: [0.9, 1.4, 0.12],
          color: [74, 66, 60],
        });
  };
  wing(0, 0, 13, 6.4, 8);
  wing(10, 1, 8, 4, 7);
  wing(-4.5, -1, 4, 10, 4);
  const cypress: Plant[] = Array.from({ length: 3 }, () => ({ mesh: cypressMesh(random), material: LEAVES }));
  const alley = Array.from({ length: 11 }, (_, i) => {
    const [cx, cz] = [x - 16 - i * 5.6, z + 6 + Math.sin(i * 0.7) * 2];
    return standing(
      random.pick(cypress).mesh,
      LEAVES,
      placed(cx, heightAt(cx, cz) - 0.2, cz, { scale: random.between(0.9, 1.25) }),
      { castsShadow: false },
    );
  });
  return [
    standing(house.build(), WALLS, placed(x, y, z, { turn: -0.3 }), { castsShadow: false }),
    ...alley,
    ...planted({
      random,
      heightAt,
      plants: cypress,
      count: 26,
      from: [-150, -190],
      to: [150, -126],
      distance: 7,
      scale: [0.8, 1.3],
      castsShadow: false,
    }),
  ];
}

/** A slim dark flame of a tree, about 9 m tall. */
function cypressMesh(random: Random): Mesh {
  const builder = createMeshBuilder();
  const seed = Math.floor(random.between(0, 900));
  addTube(builder, {
    from: [0, -0.3, 0],
    to: [0, 1, 0],
    fromRadius: 0.16,
    toRadius: 0.14,
    sides: 5,
    color: [84, 68, 54],
  });
  addBlob(builder, {
    center: [0, 4.6, 0],
    radius: [0.95, 4.4, 0.95],
    detail: 2,
    bulge: (d) =>
      (0.8 + 0.36 * noise(d[0] * 4 + d[1] * 6 + 9, d[2] * 4 - d[1] * 4 + 9, seed)) * (1 - 0.35 * Math.max(0, d[1])),
    color: (d) => shade([46, 74, 46], 0.8 + 0.3 * d[1] + 0.3 * noise(d[0] * 6 + 4, d[1] * 9 + 9, seed)),
    open: (d) => 0.75 + 0.25 * d[1],
  });
  return builder.build();
}

function lowOf(context: SetContext, palette: PlantPalette, heightAt: HeightAt): SetInstance[] {
  const random = context.random.fork('low');
  const tufts: Plant[] = Array.from({ length: 3 }, () => ({
    mesh: tuftMesh({
      random,
      blades: 44,
      spread: 0.4,
      height: 0.22,
      width: 0.012,
      color: palette.grass,
      tip: palette.dryGrass,
      snow: palette.snow,
    }),
    material: BLADES,
  }));
  const lane = (x: number, z: number): number => (Math.hypot(x, z) < 1.2 ? 0.2 : Math.abs(x) < 0.6 ? 0.3 : 1);
  return planted({
    random,
    heightAt,
    plants: tufts,
    count: palette.snow > 0.5 ? 24 : 110,
    from: [-7, -20],
    to: [7, 7.6],
    distance: 0.6,
    chance: lane,
    castsShadow: false,
  });
}

function hillsOf(palette: PlantPalette): SetInstance[] {
  const tone = mix(palette.grass, palette.dryGrass, 0.5);
  const range = { foot: -2, snow: palette.snow };
  return [
    softHills({ ...range, z: -290, halfWidth: 430, halfDepth: 80, height: 44, color: tone, seed: 12 }),
    softHills({
      ...range,
      z: -440,
      halfWidth: 640,
      halfDepth: 90,
      height: 84,
      color: mix(tone, [124, 138, 160], 0.5),
      seed: 27,
    }),
    softHills({ ...range, z: -640, halfWidth: 900, halfDepth: 90, height: 150, color: [126, 142, 172], seed: 33 }),
  ];
}
