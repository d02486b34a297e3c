import { type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { multiply, rotationZ, translation } from '../model/matrix.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, isCalled, LIT, PAINT, PLANKS, propActor } from './prop.ts';
import { craftParts, DULL_METAL, FINE_WOOD, POLISHED, SOFT, type Tools } from './prop-tools.ts';

/** A submarine with port holes; a canoe with its paddle, a kayak, or a surfboard or skateboard by word. Faces +z. */
export const submarine: ActorModel = { gaits: { swim: 2, float: 0.3, drive: 3, fly: 2, run: 4, walk: 1 }, build };

function build(context: ActorContext): Actor {
  const form = isCalled(context, /canoe|kayak/)
    ? 'canoe'
    : isCalled(context, /surf/)
      ? 'surfboard'
      : isCalled(context, /skate/)
        ? 'skateboard'
        : 'submarine';
  const color = toSrgb(
    context.actor.color ??
      { canoe: '#a8432a', surfboard: '#f4d35e', skateboard: '#2f3338', submarine: '#f0b92a' }[form],
  );
  const parts = craftParts(`submarine/${form}/${toHex(color)}`, context.detail, (to) => MAKE[form](to, color));
  const screw = craftParts('submarine/screw', context.detail, (to) => {
    for (const a of around(4))
      to.ball(POLISHED, [0.16, 0.34, 0.04], [Math.sin(a) * 0.34, Math.cos(a) * 0.34, 0], '#c9a24a', [0, 0.5, -a]);
    to.ball(POLISHED, [0.12, 0.12, 0.2], [0, 0, 0], '#c9a24a');
  });
  return propActor(context, parts, {
    seats: [{ position: [0, form === 'submarine' ? 2.7 : form === 'canoe' ? 0.25 : 0.12, 0], width: 0.5 }],
    ...(form === 'submarine'
      ? {
          animate: (t: number, { distance }: { distance: number }, add) =>
            add(screw, multiply(translation(0, 1.25, -3.55), rotationZ(t * 3 + distance * 2))),
          lights: () => [{ position: [0, 1.1, 4.6] as const, color: [1.4, 1.3, 0.9] as const, radius: 6 }],
        }
      : {}),
  });
}

const MAKE: Record<'canoe' | 'surfboard' | 'skateboard' | 'submarine', (to: Tools, color: Srgb) => void> = {
  submarine(to, color) {
    to.turned(
      PAINT,
      [0, -3.4, 0.3, -3.3, 0.62, -2.6, 1.05, -1.4, 1.2, 0, 1.2, 1.4, 1.08, 2.3, 0.8, 2.95, 0.4, 3.3, 0, 3.4],
      color,
      { at: [0, 1.25, 0], rotate: [Math.PI / 2, 0, 0] },
      44,
    );
    to.blob(
      PAINT,
      [
        { kind: 'limb', from: [0, 2.2, -0.4], to: [0, 2.8, -0.4], radius: [0.62, 0.52] },
        { kind: 'block', at: [0, 3.4, 0], size: [3, 0.5, 3], round: 0.02, cut: true, blend: 0.04 },
        { kind: 'limb', from: [0, 2.2, 0.3], to: [0, 2.8, 0.2], radius: [0.55, 0.45], blend: 0.2 },
      ],
      0.09,
      color,
    );
    to.disc(DULL_METAL, 0.3, 0.08, [0, 3.12, -0.2], shade(color, 0.7));
    to.bar(DULL_METAL, [0.2, 3, 0.2, 0.2, 3.9, 0.2, 0.2, 4.02, 0.3, 0.2, 4.02, 0.5], 0.06, '#8d939b');
    for (const s of [-1, 1]) {
      for (const z of [-1, 0.1, 1.2]) {
        to.disc({ ...LIT, emissive: 0.9 }, 0.24, 0.06, [s * 1.17, 1.4, z], '#ffe6a8', [0, 0, (-s * Math.PI) / 2]);
        to.hoop(POLISHED, 0.27, 0.06, [s * 1.2, 1.4, z], '#c9a24a', [0, Math.PI / 2, 0]);
      }
      to.block(PAINT, [1.1, 0.1, 0.7], [s * 1, 1.25, -2.7], shade(color, 0.8), 0.04);
      to.block(PAINT, [0.7, 0.08, 0.5], [s * 1.3, 1.1, 2], shade(color, 0.8), 0.03);
      to.block(DULL_METAL, [0.12, 0.3, 4], [s * 0.6, 0.16, 0], '#5a5d63', 0.04);
      for (const z of [-1.2, 1.2]) to.rod(DULL_METAL, [s * 0.6, 0.2, z], [s * 0.5, 0.6, z], 0.06, '#5a5d63');
    }
    for (const y of [0.7, 1.8]) to.block(PAINT, [0.1, 1, 0.7], [0, y, -2.75], shade(color, 0.8), 0.04);
    to.hoop(POLISHED, 0.62, 0.08, [0, 1.25, 3], '#c9a24a', [0, 0, 0]);
    to.ball({ specular: 1, gloss: 160, rim: 0.4 }, [0.58, 0.58, 0.36], [0, 1.25, 3.02], '#3f8aa0');
    to.turned(
      PAINT,
      [1.215, -0.06, 1.215, 0.06],
      shade(color, 0.75),
      { at: [0, 1.25, -0.5], rotate: [Math.PI / 2, 0, 0] },
      44,
    );
    to.turned(
      PAINT,
      [1.205, -0.06, 1.205, 0.06],
      shade(color, 0.75),
      { at: [0, 1.25, 1.75], rotate: [Math.PI / 2, 0, 0] },
      44,
    );
  },
  canoe(to, color) {
    const hull = { pattern: 'planks', patternScale: 6, specular: 0.3, gloss: 40 } as const;
    to.blob(
      hull,
      [
        { kind: 'ball', at: [0, 0.36, 0], radius: [0.42, 0.36, 2.45] },
        { kind: 'limb', from: [0, 0.3, 1.9], to: [0, 0.62, 2.4], radius: [0.1, 0.05], blend: 0.3 },
        { kind: 'limb', from: [0, 0.3, -1.9], to: [0, 0.62, -2.4], radius: [0.1, 0.05], blend: 0.3 },
        { kind: 'ball', at: [0, 0.62, 0], radius: [0.37, 0.5, 2.3], cut: true, blend: 0.03 },
        { kind: 'block', at: [0, 1.1, 0], size: [2, 1.1, 4.2], round: 0.05, cut: true, blend: 0.04 },
      ],
      0.07,
      color,
    );
    for (const z of [-1.1, 0.2, 1.2])
      to.block(PLANKS, [0.72 - Math.abs(z) * 0.14, 0.04, 0.2], [0, 0.42, z], '#d0a064', 0.015);
    to.rod(FINE_WOOD, [-0.6, 0.66, -0.9], [0.5, 0.56, 0.8], 0.02, '#c9985a');
    to.ball(FINE_WOOD, [0.1, 0.02, 0.26], [0.6, 0.55, 0.98], '#c9985a', [0, 0.57, 0]);
    to.ball(FINE_WOOD, [0.1, 0.02, 0.26], [-0.7, 0.66, -1.08], '#c9985a', [0, 0.57, 0]);
  },
  surfboard(to, color) {
    const outline = Array.from({ length: 41 }, (_, i) => {
      const a = (i / 40) * Math.PI * 2;
      const y = Math.sin(a);
      return [Math.cos(a) * 0.27 * (1 - 0.18 * Math.max(0, y)) * (y > 0.75 ? 0.92 : 1), 1 + y * 1.02];
    }).flat();
    const lean = { at: [0, 0.03, 0] as const, rotate: [-0.18, 0, 0] as const };
    to.plate(PAINT, outline, 0.07, color, lean, 0.03);
    to.block(PAINT, [0.025, 1.9, 0.075], [0, 1, -0.18], '#8a5a34', 0.01, [-0.18, 0, 0]);
    for (const [x, tone] of [
      [-0.12, '#e4572e'],
      [0.12, '#17a2a8'],
    ] as const)
      to.block(PAINT, [0.07, 1.3, 0.076], [x, 1, -0.18], tone, 0.01, [-0.18, 0, 0]);
    to.rod(SOFT, [0, 0, -0.75], [0, 1.2, -0.24], 0.03, '#7a5230');
    for (const x of [-0.1, 0, 0.1])
      to.plate(SOFT, [0, 0, 0.1, 0.02, 0.14, 0.14], 0.015, '#22262b', {
        at: [x, 0.2, -0.11],
        rotate: [0, Math.PI / 2, 0],
      });
  },
  skateboard(to, color) {
    const deck = [-0.1, -0.34, 0.1, -0.34, 0.1, 0.34, -0.1, 0.34];
    to.plate(FINE_WOOD, deck, 0.014, '#c9853f', { at: [0, 0.1, 0], rotate: [-Math.PI / 2, 0, 0] });
    to.plate(
      SOFT,
      deck.map((v) => v * 0.99),
      0.006,
      color,
      { at: [0, 0.11, 0], rotate: [-Math.PI / 2, 0, 0] },
    );
    for (const s of [-1, 1]) {
      const tail = Array.from({ length: 13 }, (_, i) => [
        Math.cos((i / 12) * Math.PI) * 0.1,
        Math.sin((i / 12) * Math.PI) * 0.1,
      ]).flat();
      to.plate(FINE_WOOD, tail, 0.014, '#c9853f', {
        at: [0, 0.1, s * 0.335],
        rotate: s > 0 ? [Math.PI / 2 - 0.4, 0, 0] : [-Math.PI / 2 + 0.4, 0, 0],
      });
      to.plate(SOFT, tail, 0.006, color, {
        at: [0, 0.11, s * 0.335],
        rotate: s > 0 ? [Math.PI / 2 - 0.4, 0, 0] : [-Math.PI / 2 + 0.4, 0, 0],
      });
      to.rod(POLISHED, [-0.09, 0.03, s * 0.22], [0.09, 0.03, s * 0.22], 0.012, '#b9bec6');
      to.block(POLISHED, [0.06, 0.05, 0.06], [0, 0.06, s * 0.22], '#b9bec6', 0.012);
      for (const x of [-0.1, 0.075])
        to.disc(PAINT, 0.03, 0.034, [x + 0.03, 0.03, s * 0.22], '#f2efe6', [0, 0, Math.PI / 2]);
    }
  },
};
