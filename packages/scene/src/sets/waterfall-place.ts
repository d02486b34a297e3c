import type { Material } from '@openimagine/render';
import { ambience, fogOf, hasDetail, lensFor, outdoorCues, type PlantPalette, plantPalette, SNOW } from './mood.ts';
import { groundCover, TURF } from './plants.ts';
import { type SetInstance, standing } from './scatter.ts';
import type { SetModel } from './set.ts';
import { type Color, mix, shade, smoothstep } from './shape.ts';
import { surfaceMesh } from './surface.ts';
import { discGround, fractal, type HeightAt } from './terrain.ts';
import { plantsOf } from './waterfall-plants.ts';
import { bankAt, faceAt, HALF, LEVEL, topAt } from './waterfall-shape.ts';
import { fallingSheet, lipOf, poolOf, sheetMesh, sideFalls, sprayAt, streaksAt } from './waterfall-water.ts';

const CLIFF: Material = { pattern: 'rock', patternScale: 0.45, specular: 0.1, gloss: 22 };

/** A high fall over a bay of dark cliffs into its pool, spray drifting up, woods above; the stage is the near bank. */
export const waterfall: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const palette = plantPalette(scene);
    const isTropical = hasDetail(scene, 'jungle', 'tropical', 'rainforest');
    const isAfloat = scene.actors.some(({ kind }) => kind === 'boat' || kind === 'duck');
    const heightAt: HeightAt = (x, z) => bankAt(x, isAfloat ? z - 8 : z);
    const still = [
      groundOf(palette, heightAt),
      cliffOf(palette),
      lipOf(),
      ...plantsOf(context, palette, heightAt, isTropical),
    ];
    const sheets = [0.9, 1].map((share, i) => sheetMesh(i, share));
    const pool = poolOf(heightAt);
    return {
      groundAt: (x, z) => Math.max(LEVEL, heightAt(x, z)),
      isDry: (x, z) => heightAt(x, z) > LEVEL + 0.1,
      focus: { position: [0, Math.max(LEVEL, heightAt(0, 0)), 0], halfWidth: 3.4, halfDepth: 1.9 },
      camera: {
        position: [-0.8, 2.2, 10.6],
        target: [0, aspect < 1 ? 5.4 : 4.4, -4],
        verticalFovDegrees: lensFor(aspect, 52),
      },
      momentAt: (seconds) => ({
        instances: [
          ...still,
          pool,
          ...sheets.map((mesh, i) => fallingSheet(mesh, i, seconds)),
          ...sideFalls(sheets[1]!, seconds),
        ],
        lights: [],
        sprites: [streaksAt(context, seconds), sprayAt(context, seconds)],
        mirror: { height: LEVEL, roughness: 0.24, ripple: 0.5, seconds, tint: [0.84, 0.94, 0.95] },
        fog: fogOf(scene, 0.0042, { heightFalloff: 0.03 }),
      }),
      cues: [ambience(context, 'waterfall', 0.7), ...outdoorCues(context, 0.3)],
    };
  },
};

function groundOf(palette: PlantPalette, heightAt: HeightAt): SetInstance {
  const mesh = discGround({
    heightAt,
    center: [0, 3],
    radius: 90,
    rings: 58,
    sectors: 96,
    colorAt: (x, y, z) => {
      const patch = fractal(x * 0.35, z * 0.35, 3, 20);
      const pebble: Color = mix([92, 92, 88], [136, 132, 120], patch);
      const moss = mix(palette.grass, [74, 104, 48], 0.5 * patch);
      const bank = mix(
        shade(pebble, y < LEVEL + 0.06 ? 0.55 : 1),
        moss,
        smoothstep(0.16, 0.44, y - LEVEL + (patch - 0.5) * 0.3),
      );
      return mix(bank, SNOW, palette.snow * smoothstep(0.1, 0.3, y - LEVEL) * 0.95);
    },
  });
  return standing(mesh, groundCover(palette, TURF));
}

/** The face of the cliff and the land above it, one sheet. */
function cliffOf(palette: PlantPalette): SetInstance {
  const mesh = surfaceMesh({
    columns: 120,
    rows: 54,
    at: (u, v) => {
      const x = (u - 0.5) * 110;
      const top = topAt(x);
      if (v <= 0.75) {
        const y = -2 + (v / 0.75) * (top + 2);
        return [x, y, faceAt(x, y)];
      }
      const back = ((v - 0.75) / 0.25) ** 1.6 * 60;
      const channel = -0.5 * Math.exp(-((x / (HALF + 0.6)) ** 4));
      return [
        x,
        top + channel + back * 0.06 + (fractal(x * 0.1, back * 0.1, 3, 9) - 0.5) * 1.6 * smoothstep(0, 6, back),
        faceAt(x, top) - back,
      ];
    },
    colorAt: ([x, y, z], slope, _u, v) => {
      const patch = fractal(x * 0.2 + z * 0.2, y * 0.2, 3, 13);
      const rock: Color = mix([70, 68, 68], [122, 114, 102], patch);
      const wet = smoothstep(HALF + 3.5, HALF, Math.abs(x) + (patch - 0.5) * 3);
      const moss =
        smoothstep(0.66, 0.4, slope) * 0.75 + 0.35 * smoothstep(0.52, 0.7, fractal(x * 0.12, y * 0.3, 3, 41));
      const turf =
        v > 0.77 ? mix(palette.grass, palette.dryGrass, patch) : mix(rock, [78, 104, 50], moss * (1 - palette.snow));
      return mix(
        shade(turf, 1 - 0.5 * wet * (v > 0.75 ? 0 : 1)),
        SNOW,
        palette.snow * smoothstep(0.75, 0.4, slope) * 0.9,
      );
    },
    openAt: (_u, v) => 0.62 + 0.38 * Math.min(1, v * 1.4),
  });
  return standing(mesh, CLIFF);
}
