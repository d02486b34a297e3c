import { toHex, toSrgb } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import { compose, scaling, translation } from '../model/matrix.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, isCalled, propActor } from './prop.ts';
import { CLEAR, CRUMB, craftParts, FINE_WOOD, insideOut, POLISHED } from './prop-tools.ts';

/** An hourglass whose sand runs: two bulbs between plates of wood or brass. In centimetres. */
export const hourglass: ActorModel = { gaits: { spin: 0.2, float: 0.1 }, build };

/** Half of the glass from its waist up: radius, height. */
const BULB = [0.28, 0, 0.4, 0.5, 1.2, 1.7, 2.5, 3.1, 3.3, 4.6, 3.35, 6, 2.9, 7.2, 2.6, 7.7] as const;
const WAIST = 9.6;

function build(context: ActorContext): Actor {
  const { actor, detail, durationSeconds } = context;
  const isBrass = isCalled(context, /brass|gold|metal|ornate/);
  const dyed = actor.parts?.find(({ name }) => name === 'sand')?.color;
  const sand = toSrgb(dyed ?? actor.color ?? '#e0b972');
  const still = craftParts(`hourglass/${isBrass}`, detail, (to) => {
    const metal = isBrass ? '#c9993a' : '#7a4a2a';
    const surface = isBrass ? POLISHED : FINE_WOOD;
    for (const y of [0, WAIST * 2 - 1.4]) {
      to.disc(surface, 4.6, 1, [0, y, 0], metal);
      to.disc(surface, 4.1, 0.5, [0, y === 0 ? 0.95 : y - 0.45, 0], metal);
    }
    for (const a of around(4)) {
      const [x, z] = [Math.sin(a + 0.6) * 3.95, Math.cos(a + 0.6) * 3.95];
      to.turned(
        surface,
        [0.4, 0.9, 0.55, 1.3, 0.32, 2, 0.3, 8.2, 0.5, 9, 0.5, 9.5, 0.3, 10.2, 0.32, 16.4, 0.55, 17.1, 0.4, 17.8],
        metal,
        { at: [x, 0, z] },
        12,
      );
    }
    const glass = [1, -1].map((s) => {
      const rows = Array.from(
        { length: BULB.length / 2 },
        (_, i) => [BULB[i * 2]!, WAIST + s * BULB[i * 2 + 1]!] as const,
      );
      return lathe(s > 0 ? rows : [...rows].reverse(), '#d6e6ea', to.segments(32));
    });
    for (const mesh of glass) to.add(CLEAR, insideOut(mesh));
    to.hoop(POLISHED, 0.5, 0.16, [0, WAIST, 0], isBrass ? metal : '#b9923f');
  });
  const heap = craftParts(`hourglass/heap/${toHex(sand)}`, detail, (to) =>
    to.turned(CRUMB, [2.75, 0, 3.1, 0.7, 3.1, 1.2, 1.6, 2.2, 0.5, 3.1, 0, 3.3], sand, undefined, 28),
  );
  const store = craftParts(`hourglass/store/${toHex(sand)}`, detail, (to) =>
    to.turned(CRUMB, [0.2, 0, 0.36, 0.5, 1.1, 1.7, 2.35, 3.1, 2.9, 4, 0, 3.5], sand, undefined, 28),
  );
  const stream = craftParts(`hourglass/stream/${toHex(sand)}`, detail, (to) =>
    to.rod(CRUMB, [0, 2.6, 0], [0, WAIST + 0.2, 0], 0.1, sand),
  );
  return propActor(context, still, {
    scale: 0.011,
    animate(t, _travel, add) {
      const share = Math.min(1, t / Math.max(4, durationSeconds));
      const full = 0.55 + 0.35 * share;
      add(heap, compose({ at: [0, 1.6, 0], scale: [0.94, full * 1.2, 0.94] }));
      const left = (1 - 0.32 * share) * 0.92;
      add(
        store,
        [...translation(0, WAIST + 0.05, 0)].map((v, i) => v * (i < 12 && i % 5 === 0 ? scaling(left)[i]! : 1)),
      );
      add(stream);
    },
  });
}
