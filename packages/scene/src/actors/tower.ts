import { shade, toHex, toSrgb } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import { box, cone, cylinder, sphere } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { buildEiffel, buildWindmill } from './landmarks.ts';
import {
  BRICK,
  BRIGHT,
  chanceOf,
  GLASS,
  isCalled,
  LIT,
  PAINT,
  PLASTER,
  propActor,
  propParts,
  STEEL,
  TILES,
} from './prop.ts';

/** A skyscraper of thirty metres with lit windows; a pagoda, a clock tower or an old keep by word. */
export const tower: ActorModel = { gaits: {}, build };

function build(context: ActorContext): Actor {
  if (isCalled(context, /windmill/)) return buildWindmill(context);
  if (isCalled(context, /eiffel/)) return buildEiffel(context);
  const { actor, detail, copy, isNight } = context;
  const form = isCalled(context, /pagoda|temple|shrine/)
    ? 'pagoda'
    : isCalled(context, /clock|bell|big ben|minaret/)
      ? 'clock'
      : isCalled(context, /stone|watch|old|medieval|ancient|wizard|castle|ruin/)
        ? 'keep'
        : 'scraper';
  const color = toSrgb(
    actor.color ??
      { pagoda: '#b8402e', clock: '#c9ab7c', keep: '#9c958a', scraper: ['#7f95aa', '#b8a892', '#6f7f86'][copy % 3]! }[
        form
      ],
  );
  const parts = propParts(`tower/${form}/${toHex(color)}/${isNight}/${copy % 3}`, detail, (to) => {
    const pane = isNight ? LIT : GLASS;
    const window = (size: readonly [number, number, number], at: readonly [number, number, number], chance: number) =>
      to.add(
        isNight && chance < 0.35 ? GLASS : pane,
        box(...size),
        { at },
        isNight && chance >= 0.35 ? (chance > 0.85 ? '#bfe3ff' : '#ffce82') : '#2c4860',
      );
    if (form === 'scraper') {
      const tiers = [
        [7, 17, 0],
        [5.6, 8, 17],
        [4, 4, 25],
      ] as const;
      for (const [w, h, y] of tiers) {
        to.add(PLASTER, roundedBox([w, h, w], 0.15, color, 1), { at: [0, y + h / 2, 0] });
        to.add(PLASTER, roundedBox([w + 0.3, 0.35, w + 0.3], 0.08, shade(color, 0.75), 1), { at: [0, y + h, 0] });
        const step = to.isFar ? 2.4 : 1.2;
        const [across, floors] = [Math.floor(w / step), Math.floor(h / step)];
        for (let f = 0; f < floors; f++)
          for (let i = 0; i < across; i++)
            for (let side = 0; side < (to.isFar ? 3 : 4); side++) {
              const off = ((i + 0.5) / across - 0.5) * w;
              const at = [
                [off, w / 2],
                [w / 2, off],
                [-w / 2, off],
                [off, -w / 2],
              ][side]!;
              window(
                side % 3 === 0 ? [step * 0.55, step * 0.62, 0.12] : [0.12, step * 0.62, step * 0.55],
                [at[0]!, y + (f + 0.5) * step, at[1]!],
                chanceOf(f * 9 + i, side + copy),
              );
            }
      }
      to.add(STEEL, cylinder({ radius: 0.14, topRadius: 0.04, height: 4, segments: 8 }), { at: [0, 29, 0] }, '#aab2bb');
      to.add(BRIGHT, sphere(0.16, '#ff4a38', 8), { at: [0, 33, 0] });
      return;
    }
    if (form === 'pagoda') {
      for (let i = 0; i < 5; i++) {
        const [w, y] = [5.4 - i * 0.75, 0.6 + i * 3];
        to.add(PLASTER, box(w * 0.7, 2.4, w * 0.7, i % 2 ? '#f1e6d0' : '#efe2ca'), { at: [0, y + 1.1, 0] });
        for (const x of [-1, 1])
          for (const z of [-1, 1])
            to.add(
              PAINT,
              cylinder({ radius: 0.14, height: 2.4, segments: 8 }),
              { at: [x * w * 0.35, y, z * w * 0.35] },
              color,
            );
        for (let k = -1; k <= 1; k++)
          for (const side of [-1, 1]) window([w * 0.13, 0.9, 0.1], [k * w * 0.21, y + 1.2, side * w * 0.35], 0.5);
        to.add(PAINT, box(w * 0.9, 0.14, w * 0.9, color), { at: [0, y + 0.05, 0] });
        const eave = lathe(
          [
            [w * 0.95, 0.38],
            [w * 0.8, 0.28],
            [w * 0.72, 0.42],
            [w * 0.45, 0.95],
            [w * 0.3, 1.2],
            [0, 1.22],
          ].map(([r, h]) => [r! * 0.98, h!] as const),
          '#3d4a4a',
          4,
        );
        to.add(TILES, eave, { at: [0, y + 2.1, 0], rotate: [0, Math.PI / 4, 0] });
        to.add(
          TILES,
          lathe(
            [
              [0, 0.26],
              [w * 0.95 * 0.98, 0.37],
            ].toReversed() as [number, number][],
            '#5a3a2c',
            4,
          ),
          { at: [0, y + 2.1, 0], rotate: [0, Math.PI / 4, 0] },
        );
      }
      to.add(PLASTER, roundedBox([6.4, 0.7, 6.4], 0.1, '#9a948a', 1), { at: [0, 0.35, 0] });
      to.add(
        STEEL,
        lathe(
          [
            [0.35, 0],
            [0.1, 0.4],
            [0.3, 0.8],
            [0.09, 1.1],
            [0.26, 1.5],
            [0.07, 1.8],
            [0.2, 2.2],
            [0, 3.4],
          ],
          '#d0a648',
          12,
        ),
        { at: [0, 15.75, 0] },
      );
      return;
    }
    to.add(BRICK, box(4.4, 16, 4.4), { at: [0, 8, 0] }, color);
    for (const y of [0.4, 6, 11, 16])
      to.add(PLASTER, roundedBox([4.9, 0.5, 4.9], 0.12, shade(color, 0.85), 1), { at: [0, y, 0] });
    for (const side of [0, 1, 2, 3]) {
      const [s, c] = [Math.sin((side * Math.PI) / 2), Math.cos((side * Math.PI) / 2)];
      for (const y of [3.2, 8.5])
        to.add(
          pane,
          box(side % 2 ? 0.1 : 0.8, 2, side % 2 ? 0.8 : 0.1),
          { at: [s * 2.22, y, c * 2.22] },
          isNight ? '#ffce82' : '#2c4860',
        );
      if (form === 'keep') {
        to.add(
          pane,
          box(side % 2 ? 0.1 : 0.9, 1.6, side % 2 ? 0.9 : 0.1),
          { at: [s * 2.22, 13.4, c * 2.22] },
          isNight ? '#ffce82' : '#2c4860',
        );
        continue;
      }
      const turn = [0, (side * Math.PI) / 2, 0] as const;
      to.add(
        PAINT,
        cylinder({ radius: 1.55, height: 0.2, segments: to.segments(32) }),
        { at: [s * 2.2, 13.6, c * 2.2], rotate: [Math.PI / 2, turn[1], 0] },
        '#3a3026',
      );
      to.add(
        isNight ? LIT : PAINT,
        cylinder({ radius: 1.35, height: 0.26, segments: to.segments(32) }),
        { at: [s * 2.2, 13.6, c * 2.2], rotate: [Math.PI / 2, turn[1], 0] },
        '#fbf3dc',
      );
      for (const [length, angle] of [
        [0.8, 0.9],
        [1.15, -1.1],
      ] as const)
        to.add(PAINT, box(0.13, length, 0.05, '#1d1a16'), {
          at: [
            s * 2.5 + Math.sin(angle) * c * length * 0.45,
            13.6 + Math.cos(angle) * length * 0.45,
            c * 2.5 - Math.sin(angle) * s * length * 0.45,
          ],
          rotate: [0, turn[1], -angle],
        });
    }
    to.add(TILES, cone(3.5, 5, '#4b6a6a', 4), { at: [0, 16.2, 0], rotate: [0, Math.PI / 4, 0] });
  });
  return propActor(context, parts, { seats: [{ position: [0, form === 'scraper' ? 29.2 : 16.3, 0], width: 3 }] });
}
