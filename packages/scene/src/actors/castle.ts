import { shade, toHex, toSrgb } from '../model/color.ts';
import { extrude } from '../model/extrude.ts';
import { box, cone, cylinder } from '../model/primitives.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, BRICK, GLASS, LIT, MATT, propActor, propParts, TILES, WOOD } from './prop.ts';

/** A castle with a keep, four round towers under pointed roofs, battlements, a gate and banners. */
export const castle: ActorModel = { gaits: {}, build };

function build(context: ActorContext): Actor {
  const { actor, detail, isNight } = context;
  const color = toSrgb(actor.color ?? '#bdb3a4');
  const parts = propParts(`castle/${toHex(color)}/${isNight}`, detail, (to) => {
    const pane = isNight ? LIT : GLASS;
    const tint = isNight ? '#ffc56e' : '#2b3644';
    const merlons = (count: number, radius: number, x: number, y: number, z: number) => {
      for (const a of around(to.isFar ? Math.ceil(count / 2) : count))
        to.add(
          BRICK,
          box(0.7, 0.9, 0.6),
          { at: [x + Math.sin(a) * radius, y, z + Math.cos(a) * radius], rotate: [0, a, 0] },
          shade(color, 0.95),
        );
    };
    const spire = (x: number, z: number, radius: number, height: number, roof: string) => {
      to.add(
        BRICK,
        cylinder({ radius: radius * 1.08, topRadius: radius, height, segments: to.segments(28) }),
        { at: [x, 0, z] },
        color,
      );
      to.add(
        BRICK,
        cylinder({ radius: radius * 1.02, topRadius: radius * 1.25, height: 1, segments: to.segments(28) }),
        { at: [x, height - 0.6, z] },
        shade(color, 0.85),
      );
      merlons(10, radius * 1.12, x, height + 0.7, z);
      to.add(TILES, cone(radius * 1.18, radius * 2.6, roof, to.segments(28)), { at: [x, height + 0.7, z] });
      to.add(
        WOOD,
        cylinder({ radius: 0.06, height: 2.2, segments: 6 }),
        { at: [x, height + radius * 2.6 + 0.4, z] },
        '#5a4028',
      );
      to.add(
        MATT,
        extrude(
          [
            [0, 0],
            [1.7, -0.35],
            [0, -0.8],
          ].toReversed() as [number, number][],
          { depth: 0.05, color: '#d8342e' },
        ),
        { at: [x + 0.05, height + radius * 2.6 + 2.5, z] },
      );
      for (let y = 3; y < height - 1; y += 3.4)
        for (const a of [-0.5, 0.6])
          to.add(
            pane,
            box(0.5, 1.2, 0.3),
            { at: [x + Math.sin(a) * radius * 1.02, y, z + Math.cos(a) * radius * 1.02], rotate: [0, a, 0] },
            tint,
          );
    };
    for (const x of [-9, 9]) {
      spire(x, 6, 2.3, 10.5, '#4a6388');
      spire(x, -6, 2.3, 12, '#4a6388');
    }
    spire(-3.4, -1.5, 1.9, 17, '#b0453a');
    spire(3.6, -2.5, 1.6, 15, '#4a6388');
    to.add(BRICK, box(8.5, 12, 7), { at: [0, 6, -3] }, shade(color, 1.06));
    for (const [w, d, x, z] of [
      [18, 1.6, 0, 6],
      [18, 1.6, 0, -6.4],
      [1.6, 12, -9, 0],
      [1.6, 12, 9, 0],
    ] as const) {
      to.add(BRICK, box(w, 7, d), { at: [x, 3.5, z] }, color);
      const count = Math.floor(Math.max(w, d) / (to.isFar ? 2.8 : 1.4));
      for (let i = 0; i < count; i++) {
        const off = ((i + 0.5) / count - 0.5) * Math.max(w, d);
        to.add(
          BRICK,
          box(0.75, 0.9, 0.75),
          { at: [x + (w > d ? off : 0), 7.4, z + (w > d ? 0 : off)] },
          shade(color, 0.95),
        );
      }
    }
    for (let i = 0; i < 6; i++) to.add(BRICK, box(0.8, 1, 7), { at: [-3.5 + i * 1.4, 12.4, -3] }, color);
    for (const x of [-2.6, 0, 2.6])
      for (const y of [8.6, 10.7]) to.add(pane, box(0.7, 1.3, 0.2), { at: [x, y, 0.52] }, tint);
    to.add(BRICK, box(5.4, 8.6, 2.6), { at: [0, 4.3, 6.4] }, shade(color, 0.92));
    for (let i = 0; i < 4; i++) to.add(BRICK, box(0.8, 1, 2.6), { at: [-2.2 + i * 1.47, 9, 6.4] }, color);
    const arch = Array.from(
      { length: 13 },
      (_, i) => [Math.cos((i / 12) * Math.PI) * 1.5, 2.6 + Math.sin((i / 12) * Math.PI) * 1.6] as const,
    );
    to.add(WOOD, extrude([[-1.5, 0], [1.5, 0], ...arch], { depth: 0.3, color: '#5b3a22' }), { at: [0, 0, 7.65] });
  });
  return propActor(
    context,
    parts,
    isNight ? { lights: () => [{ position: [0, 3.5, 10], color: [1.8, 1.05, 0.4], radius: 12 }] } : {},
  );
}
