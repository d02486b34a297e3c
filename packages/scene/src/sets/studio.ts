import type { Ambient, Material, Rgb } from '@openimagine/render';
import { ambience, hasDetail, lensFor } from './mood.ts';
import { type SetInstance, standing } from './scatter.ts';
import type { SetContext, SetModel } from './set.ts';
import { addBox, addTube, type Color, colorOf, createMeshBuilder, mix, shade, smoothstep } from './shape.ts';
import { fractal, noise, patchGround } from './terrain.ts';

const PAPER: Material = { wrap: 0.55, specular: 0.02 };
const MARBLE: Material = { specular: 0.4, gloss: 70 };
const WOOD: Material = { pattern: 'wood', patternScale: 3, specular: 0.16, gloss: 30 };
const FRAME: Material = { pattern: 'wood', patternScale: 2, specular: 0.1 };

const NAMED: readonly (readonly [word: string, color: Color])[] = [
  ['pink', [244, 196, 206]],
  ['blue', [178, 206, 236]],
  ['green', [188, 220, 190]],
  ['yellow', [248, 226, 158]],
  ['purple', [208, 190, 232]],
  ['lavender', [214, 200, 236]],
  ['mint', [192, 230, 212]],
  ['peach', [248, 208, 180]],
  ['red', [206, 74, 66]],
  ['orange', [240, 164, 96]],
  ['black', [34, 34, 38]],
  ['white', [240, 240, 238]],
  ['grey', [176, 178, 182]],
  ['gray', [176, 178, 182]],
  ['beige', [226, 210, 188]],
];

/** A photographer's studio: a seamless sweep in one colour, or the top of a marble or wooden table. */
export const studio: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const isTable = hasDetail(scene, 'marble', 'table', 'wood', 'counter') || scene.camera.shot === 'topDown';
    const color = backdropColor(context);
    const still = isTable ? tableTop(context, color) : [sweep(color)];
    const light = softLight(color);
    const small = isTable ? 0.42 : 1;
    return {
      groundAt: () => 0,
      focus: { position: [0, 0, 0], halfWidth: 1.7 * small, halfDepth: 1.1 * small },
      camera: isTable
        ? scene.camera.shot === 'topDown'
          ? { position: [0, 1.9, 0.12], target: [0, 0, 0], verticalFovDegrees: lensFor(aspect, 36) }
          : { position: [0.25, 0.62, 1.75], target: [0, 0.14, 0], verticalFovDegrees: lensFor(aspect, 34) }
        : { position: [0.4, 1.5, 5.6], target: [0, 0.7, 0], verticalFovDegrees: lensFor(aspect, 34) },
      momentAt: () => ({
        instances: still,
        lights: [],
        sprites: [],
        sky: { zenith: light.back, horizon: light.back, ground: light.back, glow: [0, 0, 0], stars: 0, discs: [] },
        sun: {
          direction: [-0.85, 1, 0.05],
          color: [1.12, 1.06, 0.98],
          softness: 0.3,
          shadowRadius: isTable ? 2 : 5,
          shadowCenter: [0, 0.4, 0],
        },
        ambient: light.ambient,
        fog: { color: light.back, density: 0, heightFalloff: 0 },
        grade: { exposure: 1, vignette: 0.16, grain: 0.01, bloom: 0.1 },
      }),
      cues: [ambience(context, 'room', 0.25)],
    };
  },
};

function backdropColor({ scene, random }: SetContext): Color {
  if (scene.setColor) return colorOf(scene.setColor);
  const named = NAMED.find(([word]) => hasDetail(scene, word));
  if (named) return named[1];
  if (hasDetail(scene, 'dark marble')) return [58, 56, 60];
  if (hasDetail(scene, 'dark')) return [46, 44, 52];
  // Screen prints are on the loudest paper.
  if (scene.style === 'popArt')
    return random.fork('backdrop').pick([
      [255, 208, 30],
      [24, 178, 208],
    ] as const);
  // Coloured lamps are seen on what is dark by itself.
  if (hasDetail(scene, 'neon')) return [40, 36, 56];
  return random.fork('backdrop').pick([
    [226, 214, 202],
    [204, 216, 224],
    [228, 206, 198],
    [212, 218, 204],
  ] as const);
}

/** Light from large white panels, tinged by what the backdrop throws back. */
function softLight(color: Color): { ambient: Ambient; back: Rgb } {
  const linear = (channel: number): number => (channel / 255) ** 2.2;
  const back: Rgb = [linear(color[0]), linear(color[1]), linear(color[2])];
  return {
    ambient: {
      up: [0.23 + 0.06 * back[0], 0.23 + 0.06 * back[1], 0.245 + 0.06 * back[2]],
      down: [0.08 + 0.24 * back[0], 0.08 + 0.24 * back[1], 0.08 + 0.24 * back[2]],
    },
    back,
  };
}

/** Floor that bends up into the wall without an edge, lightest where the subject stands. */
function sweep(color: Color): SetInstance {
  const builder = createMeshBuilder();
  const profile: (readonly [z: number, y: number, normalY: number, normalZ: number])[] = [];
  for (let z = 9; z > -3; z -= 0.75) profile.push([z, 0, 1, 0]);
  for (let i = 0; i <= 18; i++) {
    const angle = (i / 18) * (Math.PI / 2);
    profile.push([-3 - 3.2 * Math.sin(angle), 3.2 - 3.2 * Math.cos(angle), Math.cos(angle), Math.sin(angle)]);
  }
  for (let y = 4; y <= 14; y += 1.25) profile.push([-6.2, y, 0, 1]);
  const columns = 36;
  for (const [z, y, ny, nz] of profile)
    for (let c = 0; c <= columns; c++) {
      const x = -18 + (36 * c) / columns;
      const pool = Math.exp(-((x / 6.5) ** 2) - ((z + y * 0.25) / 7) ** 2);
      builder.vertex([x, y, z], [0, ny, nz], shade(color, 0.86 + 0.14 * pool));
    }
  for (let row = 0; row + 1 < profile.length; row++)
    for (let c = 0; c < columns; c++) {
      const a = row * (columns + 1) + c;
      const up = a + columns + 1;
      builder.triangle(a, a + 1, up);
      builder.triangle(a + 1, up + 1, up);
    }
  return standing(builder.build(), PAPER);
}

function tableTop(context: SetContext, color: Color): SetInstance[] {
  const { scene } = context;
  const isMarble = hasDetail(scene, 'marble') || (scene.camera.shot === 'topDown' && !hasDetail(scene, 'wood'));
  const isDark = hasDetail(scene, 'dark marble');
  const isOld = hasDetail(scene, 'old', 'rustic', 'worn');
  const wood: Color = isOld ? [112, 78, 52] : [166, 116, 74];
  const top = patchGround({
    from: [-1.7, -1.05],
    to: [1.7, 1.05],
    columns: 170,
    rows: 104,
    heightAt: () => 0,
    colorAt: (x, _y, z) => (isDark ? darkMarble(x, z) : isMarble ? marbleColor(x, z) : woodColor(wood, x, z)),
  });
  const edge = createMeshBuilder();
  const side = isDark ? ([30, 30, 34] as const) : isMarble ? ([222, 220, 218] as const) : shade(wood, 0.72);
  addBox(edge, { center: [0, -0.045, 0], size: [3.4, 0.08, 2.1], color: side, topColor: side });
  for (const [x, z] of [
    [-1.55, -0.92],
    [1.55, -0.92],
    [-1.55, 0.92],
    [1.55, 0.92],
  ] as const)
    addTube(edge, {
      from: [x, -1, z],
      to: [x, -0.08, z],
      fromRadius: 0.06,
      toRadius: 0.08,
      sides: 10,
      color: shade(wood, 0.5),
      toColor: shade(wood, 0.6),
    });
  const room = createMeshBuilder();
  addBox(room, { center: [0, -1.05, 0], size: [30, 0.1, 30], color: shade(color, 0.55), topColor: shade(color, 0.62) });
  addBox(room, { center: [0, 2, -5], size: [30, 8, 0.2], color: shade(color, 0.85) });
  return [standing(top, isMarble ? MARBLE : WOOD), standing(edge.build(), FRAME), standing(room.build(), PAPER)];
}

/** White stone: soft grey clouds, veins that run across it, branch, thin out and end. */
function marbleColor(x: number, z: number): Color {
  const cloud = fractal(x * 1.3 + 3, z * 1.3, 4, 8);
  const vein = (along: number, turn: number, width: number, seed: number): number => {
    const across = x * Math.cos(turn) + z * Math.sin(turn);
    const bend = (fractal(x * 1.1 + seed, z * 1.1, 4, seed) - 0.5) * 1.1;
    const t = (across + bend * 0.55) * along;
    const distance = Math.abs(t - Math.floor(t) - 0.5) / along;
    const strength = smoothstep(0.38, 0.62, fractal(x * 0.9, z * 0.9 + seed, 3, seed + 4));
    return strength * (0.75 * Math.exp(-distance / width) + 0.4 * Math.exp(-distance / (width * 6)));
  };
  const dark = 0.5 * vein(1.5, 0.7, 0.01, 5) + 0.3 * vein(2.9, 1.1, 0.006, 12) + 0.22 * vein(2.3, 0.2, 0.005, 21);
  return mix(
    mix([242, 240, 238], [206, 206, 212], smoothstep(0.35, 0.75, cloud) * 0.6),
    [116, 118, 128],
    Math.min(0.8, dark),
  );
}

/** The same veins, pale, in black stone. */
function darkMarble(x: number, z: number): Color {
  const [tone] = marbleColor(x * 1.2, z * 1.2);
  return mix([24, 24, 28], [196, 190, 182], smoothstep(228, 150, tone) * 0.75);
}

/** Boards along x with grain, knots and dark joints. */
function woodColor(wood: Color, x: number, z: number): Color {
  const board = Math.floor(z / 0.28 + 100);
  const joint = Math.abs(z / 0.28 + 100 - board - 0.5) * 2;
  const tone = 0.82 + 0.3 * noise(board * 3.3, 1, 6);
  const grain = fractal(x * 1.2 + board * 9, z * 18 + 0.6 * Math.sin(x * 1.7 + board), 3, board);
  return shade(mix(wood, [84, 54, 34], grain * 0.55), tone * (1 - 0.6 * smoothstep(0.93, 1, joint)));
}
