import { mixColors, type Srgb, shade, toHex, toLinear, toSrgb } from '../model/color.ts';
import { compose } from '../model/matrix.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, isCalled, propActor, STONE } from './prop.ts';
import { CLEAR, craftParts, DULL_METAL, LEATHER, POLISHED, type Tools } from './prop-tools.ts';

/** A sword that stands on its point in a stone, or is held with the blade up; a katana, a dagger, an axe, a shield or a blade of light by word. */
export const sword: ActorModel = { gaits: { float: 0.2, spin: 0.4, fall: 3 }, build };

function build(context: ActorContext): Actor {
  const isHeld = context.isHeld === true;
  // A katana lies on its rack; in a hand it is a blade like others.
  const form = isCalled(context, /shield/)
    ? 'shield'
    : !isHeld && isCalled(context, /katana|samurai/)
      ? 'katana'
      : isCalled(context, /\baxe\b|hammer/)
        ? 'axe'
        : isCalled(context, /light|laser|plasma/)
          ? 'light'
          : 'sword';
  const glows = form === 'light' || isCalled(context, /glow|magic|flaming|burning/);
  const color = toSrgb(
    context.actor.color ??
      { shield: '#8a1f26', katana: '#1c1c22', axe: '#6b4326', light: '#58c8ff', sword: '#7a1f26' }[form],
  );
  // A blade glows in the colour that was asked for; its grip stays leather.
  const glow = !glows ? undefined : form === 'light' ? color : toSrgb(context.actor.color ?? '#7fd0ff');
  const key = `sword/${form}/${glow === undefined ? '' : toHex(glow)}/${isHeld}/${toHex(color)}`;
  const parts = craftParts(key, context.detail, (to) =>
    MAKE[form](isHeld ? { ...to, blob: () => undefined } : to, color, glow),
  );
  const scale = isCalled(context, /dagger|knife/) ? 0.4 : isHeld && form === 'shield' ? 0.62 : 1;
  const built = propActor(context, parts, {
    scale,
    ...(isHeld && form === 'sword' ? { root: () => POINT_UP } : {}),
    ...(glow !== undefined
      ? {
          lights: (t: number) => [
            {
              position: [0, 0.6, 0.3] as const,
              color: toLinear(glow, 1.1 + 0.1 * Math.sin(t * 20)),
              radius: 3,
            },
          ],
        }
      : {}),
  });
  if (!isHeld) return built;
  const [across, up] = GRIPS[form];
  const size = context.actor.size * scale;
  return { ...built, grip: [across * size, up * size, 0] };
}

/** Turned over, and leaned a little forwards and out. */
const POINT_UP = compose({ at: [0, 1.2, 0], rotate: [0.25, 0, Math.PI - 0.6] });

/** Where a hand has it: metres to the side of its foot's middle, and up. */
const GRIPS = { sword: [-0.59, 0.33], axe: [0, 0.4], light: [0, 0.14], shield: [0, 0.4], katana: [0, 0.36] } as const;

function rock(to: Tools): void {
  to.blob(
    STONE,
    [
      { kind: 'ball', at: [0, 0.06, 0], radius: [0.34, 0.16, 0.28] },
      { kind: 'ball', at: [0.16, 0.06, 0.1], radius: [0.2, 0.12, 0.18] },
      { kind: 'block', at: [0, -0.25, 0], size: [2, 0.5, 2], round: 0.01, cut: true, blend: 0.01 },
    ],
    0.035,
    '#85827c',
    0.06,
  );
}

const MAKE: Record<
  'sword' | 'katana' | 'axe' | 'light' | 'shield',
  (to: Tools, color: Srgb, glow: Srgb | undefined) => void
> = {
  sword(to, color, glow) {
    rock(to);
    const blade = [0, 0.1, 0.035, 0.2, 0.038, 0.94, -0.038, 0.94, -0.035, 0.2];
    to.plate(
      { ...POLISHED, ...(glow ? { emissive: 0.6 } : {}) },
      blade,
      0.014,
      glow ? mixColors(glow, '#ffffff', 0.3) : '#cfd5db',
      undefined,
      0.006,
    );
    to.block(DULL_METAL, [0.014, 0.6, 0.016], [0, 0.62, 0], '#8f969f', 0.004);
    to.bar(POLISHED, [-0.17, 0.985, 0, -0.14, 0.955, 0, 0, 0.945, 0, 0.14, 0.955, 0, 0.17, 0.985, 0], 0.018, '#d3a443');
    for (const s of [-1, 1]) to.ball(POLISHED, 0.026, [s * 0.175, 0.99, 0], '#d3a443');
    to.block(POLISHED, [0.075, 0.05, 0.04], [0, 0.95, 0], '#d3a443', 0.012);
    to.rod(LEATHER, [0, 0.96, 0], [0, 1.14, 0], [0.019, 0.016], color);
    for (let i = 0; i < 9; i++)
      to.hoop(LEATHER, 0.018, 0.004, [0, 0.98 + i * 0.019, 0], shade(color, 0.8), [Math.PI / 2 + 0.25, 0, 0]);
    to.ball(POLISHED, 0.034, [0, 1.165, 0], '#d3a443');
    to.ball({ ...CLEAR, emissive: 0.2 }, [0.016, 0.016, 0.012], [0, 1.165, 0.03], '#c4122f');
  },
  katana(to, color) {
    to.block({ pattern: 'wood', patternScale: 9, specular: 0.3 }, [0.66, 0.05, 0.2], [0, 0.025, 0], '#2a1a12', 0.01);
    for (const x of [-0.24, 0.24])
      to.plate(
        { pattern: 'wood', patternScale: 9, specular: 0.3 },
        [-0.07, 0, 0.07, 0, 0.05, 0.14, 0.05, 0.34, 0.02, 0.3, -0.02, 0.3, -0.05, 0.34, -0.05, 0.14],
        0.03,
        '#2a1a12',
        { at: [x, 0.04, 0], rotate: [0, Math.PI / 2, 0] },
        0.006,
      );
    const curve = (y: number, from: number, until: number): number[] =>
      Array.from({ length: 9 }, (_, i) => {
        const x = from + ((until - from) * i) / 8;
        return [x, y + 0.05 * (x + 0.1) ** 2, 0];
      }).flat();
    to.bar(
      POLISHED,
      curve(0.36, -0.24, 0.56),
      (s) => 0.018 * (1 - s ** 8),
      '#d3d8de',
      [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0.35, 0, 0, 0, 0, 1],
    );
    to.bar({ specular: 0.8, gloss: 90 }, curve(0.2, -0.3, 0.5), 0.021, color);
    to.disc(POLISHED, 0.045, 0.012, [-0.235, 0.362, 0], '#c9a24a', [0, 0, Math.PI / 2]);
    to.rod(LEATHER, [-0.24, 0.362, 0], [-0.5, 0.372, 0], 0.019, color);
    for (let i = 0; i < 10; i++)
      to.block(
        LEATHER,
        [0.014, 0.014, 0.042],
        [-0.265 - i * 0.024, 0.364 + i * 0.0006, 0],
        '#e6dcc0',
        0.003,
        [0, 0, 0.78],
      );
  },
  axe(to, color) {
    rock(to);
    to.rod({ pattern: 'wood', patternScale: 8, specular: 0.2 }, [0, 0.05, 0], [0, 1.15, 0], [0.022, 0.026], color);
    const half = [0.02, 0.92, 0.12, 0.86, 0.24, 0.78, 0.285, 0.9, 0.285, 1.06, 0.24, 1.18, 0.12, 1.1, 0.02, 1.04];
    for (const turn of [0, Math.PI]) to.plate(POLISHED, half, 0.03, '#b9c0c8', { rotate: [0, turn, 0] }, 0.012);
    to.rod(POLISHED, [0, 0.86, 0], [0, 1.12, 0], 0.035, '#8f969f');
  },
  light(to, color) {
    to.rod(POLISHED, [0, 0, 0], [0, 0.28, 0], 0.022, '#b9bec6');
    for (let i = 0; i < 6; i++) to.hoop(DULL_METAL, 0.023, 0.004, [0, 0.04 + i * 0.025, 0], '#232529');
    to.block(POLISHED, [0.014, 0.05, 0.02], [0, 0.22, 0.022], '#c4241c', 0.004);
    to.bar({ emissive: 3 }, [0, 0.28, 0, 0, 1.16, 0], 0.02, color);
    to.bar({ emissive: 3.4 }, [0, 0.27, 0, 0, 1.17, 0], 0.012, '#ffffff');
  },
  shield(to, color) {
    const half = [0, 0, 0.14, 0.1, 0.26, 0.3, 0.31, 0.55, 0.31, 0.82, 0.16, 0.86, 0, 0.92];
    const mirrored: number[] = [];
    for (let i = half.length - 4; i >= 2; i -= 2) mirrored.push(-half[i]!, half[i + 1]!);
    const outline = [...half, ...mirrored];
    const grown = (k: number): number[] => outline.map((v, i) => (i % 2 ? 0.5 + (v - 0.5) * k : v * k));
    const lean = { at: [0, 0, 0] as const, rotate: [-0.14, 0, 0] as const };
    to.plate(POLISHED, outline, 0.05, '#c3c8cf', lean, 0.016);
    to.plate({ specular: 0.6, gloss: 60 }, grown(0.88), 0.07, color, lean, 0.014);
    to.block(POLISHED, [0.07, 0.8, 0.02], [0, 0.46, -0.028], '#d8b257', 0.008, [-0.14, 0, 0]);
    to.block(POLISHED, [0.5, 0.07, 0.02], [0, 0.6, -0.046], '#d8b257', 0.008, [-0.14, 0, 0]);
    to.turned(
      POLISHED,
      [0.1, 0, 0.09, 0.03, 0.05, 0.06, 0, 0.07],
      '#d8b257',
      { at: [0, 0.6, -0.05], rotate: [Math.PI / 2 - 0.14, 0, 0] },
      32,
    );
    for (const a of around(12))
      to.bead(
        POLISHED,
        0.014,
        [Math.sin(a) * 0.26, 0.52 + Math.cos(a) * 0.3, 0.038 - (0.52 + Math.cos(a) * 0.3) * 0.14],
        '#e9d9a6',
      );
    to.rod({ pattern: 'wood', patternScale: 8 }, [0, 0, -0.32], [0, 0.5, -0.1], 0.018, '#5d3a20');
  },
};
