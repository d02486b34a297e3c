import type { Mesh, Vec3 } from '@openimagine/render';
import { coconutPalmMesh } from './flora.ts';
import { softHills } from './hills.ts';
import { createHorizonClouds } from './horizon-clouds.ts';
import { ambience, fogOf, isAerial, lensFor, mistLight, outdoorCues, plantPalette } from './mood.ts';
import { LEAVES, TURF } from './plants.ts';
import { placed, type SetInstance, type SpriteSpot, sprites, standing } from './scatter.ts';
import type { SetContext, SetModel, SetMoment } from './set.ts';
import { addBox, addTube, type Color, createMeshBuilder, mix, shade } from './shape.ts';
import { discGround, fractal, noise } from './terrain.ts';

/** How far out step `k` begins, and how high it lies. */
const STEPS = 17;
const RISE = 1.55;
const SECTORS = 190;

/** Terraces of rice round a valley: curved steps of water and young green that climb to the hills, palms, a hut, mist below. */
export const terraces: SetModel = {
  build(context) {
    const { scene, aspect, durationSeconds } = context;
    const palette = plantPalette(scene);
    const random = context.random.fork('terraces');
    const clouds = createHorizonClouds(context, { distance: 520, foot: 90 });
    const { fields, water } = stepsOf(context);
    const flooded = { specular: 0.6, gloss: 110, emissive: 0.3 } as const;
    const ground = discGround({
      heightAt: (x, z) => hill(x, z) - 1.1,
      radius: 420,
      rings: 40,
      sectors: 80,
      innerStep: 1.2,
      colorAt: (x, _y, z) => mix(palette.grass, palette.needles[0]!, 0.4 * fractal(x * 0.03, z * 0.03, 3, 8)),
    });
    const palm = [0, 1].map(() => coconutPalmMesh(random, [84, 130, 54], 11));
    const isAbove = isAerial(scene);
    const mist = mistOf(context);
    const still: SetInstance[] = [
      standing(ground, TURF, undefined, { castsShadow: false }),
      standing(fields, { pattern: 'grass', patternScale: 2.2, wrap: 0.4, specular: 0.03 }),
      softHills({
        z: -300,
        halfWidth: 420,
        halfDepth: 90,
        foot: 20,
        height: 90,
        color: [92, 122, 112],
        seed: 4,
        snow: palette.snow,
      }),
      ...Array.from({ length: 22 }, (_, i) => {
        const a = -2.3 + (i / 21) * 4.6 + random.between(-0.05, 0.05);
        const k = 1 + Math.floor(random.next() * 15);
        const r = edge(k, a) + 0.6;
        const [x, z] = [CENTER[0] + Math.sin(a) * r, CENTER[1] - Math.cos(a) * r];
        if (Math.abs(x) < 7 && z > -24) return undefined;
        return standing(
          palm[i % 2]!,
          LEAVES,
          placed(x, levelOf(k) - 0.1, z, { scale: random.between(0.8, 1.2), turn: i }),
        );
      }).filter((one) => one !== undefined),
      standing(
        hutMesh(),
        { pattern: 'planks', patternScale: 3 },
        placed(-15.5, levelAt(-15.5, -24), -24, { turn: 0.4 }),
      ),
      standing(hutMesh(), { pattern: 'planks', patternScale: 3 }, placed(26, levelAt(26, -56), -56, { turn: -0.5 })),
    ];
    return {
      groundAt: levelAt,
      isDry: () => true,
      focus: { position: [0, 0, 0], halfWidth: 2.4, halfDepth: 1.2 },
      camera: isAbove
        ? { position: [0, 27, 18], target: [1, -8, -42], verticalFovDegrees: lensFor(aspect, 50) }
        : scene.actors.length === 0
          ? { position: [-3, 10.5, 8], target: [2, -5, -36], verticalFovDegrees: lensFor(aspect, 50) }
          : { position: [0.7, 2.6, 9.2], target: [0, 0.6, -14], verticalFovDegrees: lensFor(aspect, 46) },
      momentAt: (seconds) => {
        const sky = mistLight(scene, seconds, durationSeconds);
        return {
          instances: [
            ...still,
            {
              mesh: water,
              material: flooded,
              matrix: placed(0, 0, 0),
              castsShadow: false,
              tint: [sky[0], sky[1], sky[2] * 1.06],
            },
          ],
          lights: [],
          sprites: [...clouds(seconds), ...mist(seconds)],
          fog: fogOf(scene, 0.0012, { heightFalloff: 0.03 }),
        };
      },
      cues: [...outdoorCues(context, 0.35), ambience(context, 'insects', 0.15), ambience(context, 'river', 0.08)],
    };
  },
};

/** The bowl of the valley lies before the stage, whose step goes on as a plateau under the camera. */
const CENTER: readonly [number, number] = [3, -44];
const STAGE_STEP = 8;

/** Distance of the foot of step `k` from the middle, in a direction (0 is away from the camera). */
function edge(k: number, angle: number): number {
  if (k <= 0) return 0;
  const wobble =
    2.6 * Math.sin(angle * 3 + 0.8) +
    1.4 * Math.sin(angle * 7 + k * 0.35) +
    1.2 * (noise(Math.sin(angle) * 3 + 5, k * 0.5, 3) - 0.5);
  const isNear = Math.exp(-(((Math.PI - Math.abs(angle)) / 0.62) ** 4));
  const plateau = k > STAGE_STEP ? 34 * isNear : 0;
  const steadied = wobble * (1 - isNear) + (k === STAGE_STEP ? 0 : 0.4 * wobble * isNear);
  return 9.5 + (k - 1) * 4.15 + k * k * 0.045 + steadied + plateau;
}

function polar(x: number, z: number): readonly [number, number] {
  const [dx, dz] = [x - CENTER[0], z - CENTER[1]];
  return [Math.hypot(dx, dz), Math.atan2(dx, -dz)];
}

const levelOf = (k: number): number => (k - STAGE_STEP) * RISE;

function levelAt(x: number, z: number): number {
  const [r, angle] = polar(x, z);
  let k = 0;
  while (k < STEPS && r > edge(k + 1, angle)) k++;
  return levelOf(k);
}

/** The land under the steps, and the hills behind them. */
function hill(x: number, z: number): number {
  const [r, angle] = polar(x, z);
  const end = edge(STEPS, angle) + 28;
  const beyond = Math.max(0, r - end);
  const away = Math.max(0, Math.cos(angle));
  const bumps = (fractal(x * 0.02, z * 0.02, 3, 2) - 0.3) * 12 * Math.min(1, beyond / 30);
  return levelAt(x, z) - (r < end ? 1.2 : 0) + beyond * (0.05 + 0.12 * away) + bumps;
}

/** Rings of field and water with earth banks between them. */
function stepsOf(context: SetContext): { fields: Mesh; water: Mesh } {
  const palette = plantPalette(context.scene);
  const field = createMeshBuilder();
  const water = createMeshBuilder();
  const rice: readonly Color[] = [
    [118, 168, 58],
    [142, 184, 70],
    [96, 150, 54],
    mix(palette.grass, [170, 180, 70], 0.5),
  ];
  const at = (k: number, i: number, y: number, out: number): Vec3 => {
    const a = -Math.PI + (i / SECTORS) * Math.PI * 2;
    const r = edge(k, a) + out;
    return [CENTER[0] + Math.sin(a) * r, y, CENTER[1] - Math.cos(a) * r];
  };
  const quad = (to: typeof field, a: Vec3, b: Vec3, c: Vec3, d: Vec3, normal: Vec3, color: Color, open = 1): void => {
    const first = to.vertex(a, normal, color, open);
    to.vertex(b, normal, color, open);
    to.vertex(c, normal, color, 1);
    to.vertex(d, normal, color, 1);
    to.triangle(first, first + 1, first + 2);
    to.triangle(first, first + 2, first + 3);
  };
  const up: Vec3 = [0, 1, 0];
  for (let k = 0; k <= STEPS; k++)
    for (let i = 0; i < SECTORS; i++) {
      const y = levelOf(k);
      const a = -Math.PI + (i / SECTORS) * Math.PI * 2;
      const plot = Math.floor(a * 3.2 + k * 0.73);
      const isFlooded = k > 0 && (k !== STAGE_STEP || Math.abs(a) < 2.4) && noise(plot * 1.7, k * 2.3, 5) > 0.45;
      const tone = shade(rice[Math.abs(plot * 7 + k * 3) % 4]!, 0.9 + 0.2 * noise(a * 9, k, 7));
      const far = k === STEPS ? 30 : 0;
      const next = (j: number, h: number, out: number): Vec3 =>
        k === STEPS ? at(k, j, h, far + out) : at(k + 1, j, h, out);
      if (k > 0) {
        const [p, q] = [at(k, i, y - RISE - 0.1, -0.55), at(k, i + 1, y - RISE - 0.1, -0.55)];
        const normal: Vec3 = [-Math.sin(a), 0.45, Math.cos(a)];
        const bank = mix([112, 96, 62], palette.grass, 0.3 + 0.55 * noise(a * 12, k * 3, 9));
        quad(field, p, q, at(k, i + 1, y + 0.16, -0.12), at(k, i, y + 0.16, -0.12), normal, bank, 0.7);
        // The dike, a hand above its field.
        quad(
          field,
          at(k, i, y + 0.16, -0.12),
          at(k, i + 1, y + 0.16, -0.12),
          at(k, i + 1, y + 0.16, 0.32),
          at(k, i, y + 0.16, 0.32),
          up,
          shade(bank, 1.15),
        );
      }
      const from = k === 0 ? 0 : 0.32;
      const [u, v, w, x] = [at(k, i, y, from), at(k, i + 1, y, from), next(i + 1, y, -0.4), next(i, y, -0.4)];
      if (k === 0) continue;
      if (isFlooded) quad(water, u, v, w, x, up, [150, 176, 190]);
      else quad(field, u, v, w, x, up, tone);
    }
  // The floor of the valley: a field of young rice.
  for (let ring = 0; ring < 8; ring++)
    for (let i = 0; i < SECTORS; i++) {
      const a = -Math.PI + (i / SECTORS) * Math.PI * 2;
      const spot = (j: number, t: number): Vec3 => {
        const angle = -Math.PI + (j / SECTORS) * Math.PI * 2;
        const r = (edge(1, angle) - 0.4) * t;
        return [CENTER[0] + Math.sin(angle) * r, levelOf(0), CENTER[1] - Math.cos(angle) * r];
      };
      const [t0, t1] = [ring / 8, (ring + 1) / 8];
      const [p, q, r, s] = [spot(i, t0), spot(i + 1, t0), spot(i + 1, t1), spot(i, t1)];
      quad(
        field,
        p,
        q,
        r,
        s,
        up,
        mix(mix(palette.grass, [150, 176, 80], 0.4), [140, 120, 84], 0.5 * noise(a * 8, ring, 4)),
      );
    }
  return { fields: field.build(), water: water.build() };
}

/** A field hut: posts and a steep roof of straw. */
function hutMesh(): Mesh {
  const builder = createMeshBuilder();
  for (const x of [-1.3, 1.3])
    for (const z of [-1, 1])
      addTube(builder, {
        from: [x, 0, z],
        to: [x, 2.1, z],
        fromRadius: 0.09,
        toRadius: 0.08,
        sides: 6,
        color: [96, 72, 50],
      });
  addBox(builder, { center: [0, 0.7, 0], size: [2.8, 0.12, 2.2], color: [130, 98, 64] });
  addBox(builder, { center: [0, 1.2, -1], size: [2.7, 1, 0.08], color: [150, 118, 78] });
  for (let layer = 0; layer < 4; layer++) {
    const [y, w] = [2 + layer * 0.42, 1 - layer * 0.24];
    addTube(builder, {
      from: [0, y, 0],
      to: [0, y + 0.62, 0],
      fromRadius: 2.3 * w,
      toRadius: 1.9 * Math.max(0.05, w - 0.3),
      sides: 10,
      color: [150 + layer * 6, 122 + layer * 6, 76],
      toColor: [176, 148, 96],
      cap: true,
    });
  }
  return builder.build();
}

/** Mist that lies in the valley and between the steps, most of it in the morning. */
function mistOf({ scene, random, durationSeconds }: SetContext): (seconds: number) => SetMoment['sprites'] {
  const own = random.fork('mist');
  const isEarly = scene.time === 'dawn' || scene.time === 'morning';
  const much = scene.weather === 'fog' || scene.haze > 0.3 ? 1 : isEarly ? 0.7 : 0.25;
  const spots = Array.from({ length: 26 }, () => ({
    x: own.between(-60, 60),
    z: own.between(-95, -22),
    r: own.between(7, 15),
    turn: own.between(0, 6),
  })).sort((a, b) => a.z - b.z);
  return (seconds) => {
    const [r, g, b] = mistLight(scene, seconds, durationSeconds);
    return [
      sprites(
        'soft',
        'alpha',
        spots.map(
          (one): SpriteSpot => ({
            position: [one.x + seconds * 0.5, levelAt(one.x, one.z) + one.r * 0.25, one.z],
            radius: one.r,
            rotation: one.turn,
            color: [Math.min(1, r * 1.1), Math.min(1, g * 1.1), Math.min(1, b * 1.1), 0.11 * much],
          }),
        ),
      ),
    ];
  };
}
