import type { Material, Vec3 } from '@openimagine/render';
import { bookcaseMesh, bookPile, shelfFrameMesh } from './library-books.ts';
import { AISLE, lampGlow, lampLights, lampShades, PENDANTS, readingLight, TABLES } from './library-lamps.ts';
import { spiralStair } from './library-stair.ts';
import { ambience, darknessAt, lensFor } from './mood.ts';
import { placed, type SetInstance, type SpriteSpot, sprites, standing, wrap } from './scatter.ts';
import type { SetContext, SetModel, SetMoment } from './set.ts';
import { addBox, addTube, type Color, createMeshBuilder, mix, shade } from './shape.ts';
import { fractal, noise, patchGround } from './terrain.ts';

const WOOD: Material = { pattern: 'wood', patternScale: 1.5, specular: 0.18, gloss: 30 };
const BOOKS: Material = { pattern: 'fabric', patternScale: 3, specular: 0.1 };
const FLOOR: Material = { pattern: 'planks', patternScale: 1, specular: 0.3, gloss: 40 };
const STONE: Material = { pattern: 'rock', patternScale: 0.4, specular: 0.04 };
const CARPET: Material = { pattern: 'fabric', patternScale: 2, rim: 0.15, wrap: 0.3 };
const BRASS: Material = { specular: 0.7, gloss: 50 };
const PANE: Material = { emissive: 1 };

const BAY = 2.4;
const STOREY = 3.2;
const STOREYS = 3;
const BACK = -30;
const BAYS = 17;

/** A hall of books three storeys high: shelves to the vault, galleries, a spiral staircase, warm lamps, dusty beams from tall windows. */
export const library: SetModel = {
  build(context) {
    const { scene, aspect, durationSeconds } = context;
    const still = [
      floor(),
      carpet(),
      ...shelves(context),
      galleries(),
      vault(),
      endWall(),
      ...spiralStair(-8.2, STOREY),
      ...tables(context),
    ];
    const shades = lampShades();
    const windows = windowPanes();
    return {
      groundAt: () => 0,
      focus: { position: [0, 0, 0], halfWidth: 2.6, halfDepth: 2 },
      camera: { position: [0.5, 1.75, 8.2], target: [0.38, 1.81, 5.75], verticalFovDegrees: lensFor(aspect, 50) },
      momentAt: (seconds) => {
        const darkness = Math.max(0.25, darknessAt(scene, seconds, durationSeconds));
        const day = 1 - darkness;
        const outside: readonly [number, number, number] = [0.05 + 1.1 * day, 0.09 + 1.05 * day, 0.2 + 0.95 * day];
        return {
          instances: [...still, shades, { ...windows, tint: outside, emissive: 1.1 }],
          lights: [...lampLights(seconds), readingLight(seconds)],
          sprites: [...beamsAt(seconds, darkness), ...motes(context, seconds), ...lampGlow()],
          sky: {
            zenith: [0.01, 0.012, 0.02],
            horizon: [0.02, 0.018, 0.02],
            ground: [0.01, 0.01, 0.01],
            stars: 0,
            discs: [],
          },
          sun: {
            direction: [0.55, 0.9, -0.5],
            color: [0.2 + 1 * day, 0.24 + 0.86 * day, 0.42 + 0.4 * day],
            softness: 0.3,
            shadowRadius: 26,
            shadowCenter: [0, 2, -8],
          },
          ambient: { up: [0.19 + 0.1 * day, 0.15 + 0.1 * day, 0.13 + 0.1 * day], down: [0.19, 0.12, 0.07] },
          fog: { color: [0.055, 0.038, 0.026], density: 0.014 + 0.01 * scene.haze, heightFalloff: 0.01 },
          grade: { bloom: 0.3, vignette: 0.3, shadows: [0.006, 0, -0.004], highlights: [0.02, 0.008, -0.012] },
        };
      },
      cues: [ambience(context, 'room', 0.4)],
    };
  },
};

function floor(): SetInstance {
  const mesh = patchGround({
    from: [-9, BACK],
    to: [9, 12],
    columns: 36,
    rows: 84,
    heightAt: () => 0,
    colorAt: (x, _y, z) => shade([112, 70, 42], 0.7 + 0.5 * noise(Math.floor(x / 0.3) * 2.1, z * 0.25, 4)),
    openAt: (x) => 1 - 0.5 * Math.max(0, Math.abs(x) - 3.2) * 0.5,
  });
  return standing(mesh, FLOOR);
}

/** A long red runner with a pale border. */
function carpet(): SetInstance {
  const mesh = patchGround({
    from: [-1.5, BACK + 6],
    to: [1.5, 9],
    columns: 40,
    rows: 150,
    heightAt: () => 0.015,
    colorAt: (x, _y, z) => {
      const edge = Math.abs(x);
      if (edge > 1.38) return [92, 30, 30];
      if (edge > 1.2) return [196, 158, 96];
      const figure = Math.sin(x * 7) * Math.sin(z * 4.2) + 0.5 * Math.sin(z * 8.4 + x * 3);
      return mix([88, 36, 36], [140, 102, 66], figure > 0.55 ? 0.6 : fractal(x * 3, z * 3, 2, 4) * 0.2);
    },
  });
  return standing(mesh, CARPET);
}

/** Both walls and both inner rows: frames are one mesh, books a few, turned and mixed so that no two bays look alike. */
function shelves(context: SetContext): SetInstance[] {
  const random = context.random.fork('shelves');
  const frame = shelfFrameMesh(BAY, STOREY - 0.35);
  const full = Array.from({ length: 4 }, () => bookcaseMesh(random, BAY, STOREY - 0.35, 'near'));
  const far = Array.from({ length: 4 }, () => bookcaseMesh(random, BAY, STOREY - 0.35, 'far'));
  const instances: SetInstance[] = [];
  for (const side of [-1, 1])
    for (let bay = 0; bay < BAYS; bay++)
      for (let storey = 0; storey < STOREYS; storey++) {
        const z = 8.5 - bay * BAY;
        const matrix = placed(side * (AISLE + storey * 0.75), storey * STOREY, z, {
          turn: side > 0 ? -Math.PI / 2 : Math.PI / 2,
        });
        const isNear = z > -4.5 && storey === 0;
        const tone = random.between(0.85, 1.1);
        instances.push(standing(frame, WOOD, matrix, { castsShadow: storey === 0 && isNear }));
        instances.push(
          standing(random.pick(isNear ? full : far), BOOKS, matrix, { tint: [tone, tone, tone], castsShadow: false }),
        );
      }
  for (let column = -1; column <= 1; column += 2)
    for (let storey = 0; storey < STOREYS; storey++) {
      const matrix = placed(column * 3.4, storey * STOREY, BACK + 0.5, { turn: 0 });
      instances.push(
        standing(frame, WOOD, matrix, { castsShadow: false }),
        standing(random.pick(far), BOOKS, matrix, { castsShadow: false }),
      );
    }
  return instances;
}

/** Walkways before the upper shelves, with brackets and a railing of turned rods. */
function galleries(): SetInstance {
  const builder = createMeshBuilder();
  const dark: Color = [84, 52, 32];
  for (const side of [-1, 1])
    for (let storey = 1; storey < STOREYS; storey++) {
      const y = storey * STOREY - 0.2;
      const inner = side * (AISLE - 0.55 + (storey - 1) * 0.75);
      const middle = inner + side * 0.75;
      addBox(builder, {
        center: [middle, y, -9],
        size: [1.5, 0.16, 42],
        color: dark,
        topColor: [104, 68, 42],
        open: [0.5, 0.8],
      });
      addBox(builder, { center: [inner, y + 0.02, -9], size: [0.1, 0.26, 42], color: [112, 74, 44] });
      for (let z = 9; z > BACK; z -= 0.6)
        addTube(builder, {
          from: [inner, y + 0.1, z],
          to: [inner, y + 1, z],
          fromRadius: 0.022,
          toRadius: 0.022,
          sides: 4,
          color: [120, 84, 50],
        });
      addBox(builder, { center: [inner, y + 1.02, -9], size: [0.09, 0.07, 42], color: [132, 90, 54] });
      for (let z = 8.5 + BAY / 2; z > BACK; z -= BAY)
        addBox(builder, {
          center: [inner + side * 0.35, y - 0.22, z],
          size: [0.7, 0.3, 0.1],
          color: shade(dark, 0.9),
          open: [0.6, 0.8],
        });
    }
  return standing(builder.build(), WOOD, undefined, { castsShadow: false });
}

/** A barrel vault with ribs. */
function vault(): SetInstance {
  const builder = createMeshBuilder();
  const half = AISLE + 2.6;
  const foot = STOREYS * STOREY;
  const steps = 14;
  const point = (i: number, inset: number): Vec3 => {
    const angle = Math.PI * (i / steps);
    return [Math.cos(angle) * (half - inset), foot + Math.sin(angle) * (3.6 - inset), 0];
  };
  const band = (from: number, to: number, inset: number, color: Color): void => {
    for (let i = 0; i < steps; i++) {
      const [a, b] = [point(i, inset), point(i + 1, inset)];
      const normal: Vec3 = [-(a[0] + b[0]) / 2, foot - (a[1] + b[1]) / 2, 0];
      const first = builder.vertex([a[0], a[1], from], normal, color, 0.7);
      builder.vertex([b[0], b[1], from], normal, color, 0.7);
      builder.vertex([b[0], b[1], to], normal, color, 0.7);
      builder.vertex([a[0], a[1], to], normal, color, 0.7);
      builder.triangle(first, first + 1, first + 2);
      builder.triangle(first, first + 2, first + 3);
    }
  };
  for (let z = BACK; z < 12; z += 3.5) {
    band(z + 3.5, z, 0, [150, 132, 108]);
    band(z + 0.35, z, 0.14, [122, 84, 52]);
  }
  return standing(builder.build(), STONE, undefined, { castsShadow: false });
}

function endWall(): SetInstance {
  const builder = createMeshBuilder();
  addBox(builder, { center: [0, 6.5, BACK - 0.6], size: [20, 14, 0.4], color: [132, 112, 90], open: [0.6, 0.9] });
  for (const x of [-2, 2])
    addTube(builder, {
      from: [x, 0, BACK + 0.6],
      to: [x, 9.4, BACK + 0.6],
      fromRadius: 0.3,
      toRadius: 0.26,
      sides: 12,
      color: [150, 132, 108],
    });
  return standing(builder.build(), STONE, undefined, { castsShadow: false });
}

/** Tall arched windows in the end wall, with leaded panes. */
function windowPanes(): SetInstance {
  const builder = createMeshBuilder();
  const z = BACK - 0.35;
  for (let row = 0; row < 12; row++)
    for (let column = 0; column < 6; column++) {
      const [x, y] = [-1.5 + column * 0.5, 2.6 + row * 0.62];
      const crown = y + 0.6 > 8.6 ? Math.sqrt(Math.max(0, 1 - ((y - 8.3) / 1.9) ** 2)) : 1;
      if (Math.abs(x + 0.22) > 1.6 * crown) continue;
      const tone: Color = shade([236, 240, 255], 0.72 + 0.28 * noise(row * 2.3, column * 3.1, 4));
      const first = builder.vertex([x, y, z], [0, 0, 1], tone);
      builder.vertex([x + 0.45, y, z], [0, 0, 1], tone);
      builder.vertex([x + 0.45, y + 0.56, z], [0, 0, 1], tone);
      builder.vertex([x, y + 0.56, z], [0, 0, 1], tone);
      builder.triangle(first, first + 1, first + 2);
      builder.triangle(first, first + 2, first + 3);
    }
  return { mesh: builder.build(), material: PANE, matrix: placed(0, 0, 0), castsShadow: false };
}

/** Reading tables with a lamp and piles of books; more piles on the floor along the shelves and near the front. */
function tables(context: SetContext): SetInstance[] {
  const random = context.random.fork('tables');
  const builder = createMeshBuilder();
  const brass = createMeshBuilder();
  for (const { x, z } of TABLES) {
    addBox(builder, { center: [x, 0.76, z], size: [1.3, 0.07, 2], color: [118, 74, 44], topColor: [136, 88, 54] });
    for (const dx of [-0.55, 0.55])
      for (const dz of [-0.9, 0.9])
        addTube(builder, {
          from: [x + dx, 0, z + dz],
          to: [x + dx, 0.74, z + dz],
          fromRadius: 0.04,
          toRadius: 0.06,
          sides: 8,
          color: [92, 58, 34],
        });
    addTube(brass, {
      from: [x, 0.79, z],
      to: [x, 1.12, z],
      fromRadius: 0.02,
      toRadius: 0.015,
      sides: 8,
      color: [196, 156, 84],
    });
    addTube(brass, {
      from: [x, 0.79, z],
      to: [x, 0.82, z],
      fromRadius: 0.11,
      toRadius: 0.05,
      sides: 12,
      color: [184, 146, 78],
      cap: true,
    });
  }
  for (const [x, y, z] of PENDANTS)
    addTube(brass, {
      from: [x, y + 0.3, z],
      to: [x, 12, z],
      fromRadius: 0.012,
      toRadius: 0.012,
      sides: 4,
      color: [150, 118, 66],
    });
  const piles: readonly (readonly [x: number, y: number, z: number, count: number])[] = [
    [-3.2, 0.795, -3.7, 4],
    [-2.6, 0.795, -4.8, 3],
    [3.1, 0.795, -6.2, 5],
    [2.7, 0.795, -7.3, 2],
    [-3.7, 0, 1.6, 7],
    [-3.2, 0, 2.2, 4],
    [3.6, 0, 0.4, 9],
    [3.1, 0, 1, 5],
    [3.9, 0, 2.6, 6],
    [-4, 0, -1, 8],
    [4, 0, -3.2, 10],
  ];
  const books = createMeshBuilder();
  for (const [x, y, z, count] of piles) bookPile(books, random, [x, y, z], count);
  return [standing(builder.build(), WOOD), standing(brass.build(), BRASS), standing(books.build(), BOOKS)];
}

/** Slanting beams from high windows. */
function beamsAt(seconds: number, darkness: number): SetMoment['sprites'] {
  const spots: SpriteSpot[] = [];
  for (let i = 0; i < 6; i++) {
    const z = -1 - i * 4.2;
    const strength = (0.045 + 0.045 * (1 - darkness)) * (0.9 + 0.1 * Math.sin(seconds * 0.5 + i));
    spots.push({
      position: [4.6, 10.6, z],
      radius: 0.75,
      color: [(0.62 + 0.5 * (1 - darkness)) * strength, (0.66 + 0.34 * (1 - darkness)) * strength, 0.85 * strength, 1],
      stretch: [-6.2, -9.6, 2.4],
    });
  }
  return [sprites('streak', 'add', spots)];
}

function motes(context: SetContext, seconds: number): SetMoment['sprites'] {
  const random = context.random.fork('motes');
  const spots = Array.from({ length: 150 }, (): SpriteSpot => {
    const y = wrap(random.between(0, 6) - seconds * random.between(0.01, 0.06), 6);
    const phase = random.between(0, 6.28);
    const x = random.between(-4, 4) + 0.25 * Math.sin(seconds * 0.4 + phase);
    const twinkle = 0.5 + 0.5 * Math.sin(seconds * random.between(0.6, 1.6) + phase);
    return {
      position: [x, y, random.between(-13, 5)],
      radius: random.between(0.006, 0.016),
      color: [0.9, 0.66, 0.36, 0.2 + 0.4 * twinkle],
    };
  });
  return [sprites('soft', 'add', spots)];
}
