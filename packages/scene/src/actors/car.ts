import type { Material } from '@openimagine/render';
import { toHex, toSrgb } from '../model/color.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { addCarBody } from './car-body.ts';
import { along, CAR_SHAPES, type CarShape } from './car-shapes.ts';
import { isCalled, PAINT, propActor, spriteBatch } from './prop.ts';
import { craftParts, SOFT, type Tools } from './prop-tools.ts';
import { addWheels } from './wheels.ts';

/** A sedan; a hatchback, off-roader, pickup, van, old-timer, taxi or police car by word. Wheels roll, lamps burn at night. */
export const car: ActorModel = { gaits: { drive: 9, run: 14, float: 0.3, fly: 8 }, build };

const LAMP: Material = { emissive: 1 };

function shapeOf(context: ActorContext): CarShape {
  if (isCalled(context, /pickup|truck|lorry/)) return CAR_SHAPES.pickup;
  if (isCalled(context, /suv|jeep|off.?road|rover|land cruiser/)) return CAR_SHAPES.suv;
  if (isCalled(context, /\bvan\b|minivan|camper/)) return CAR_SHAPES.van;
  if (isCalled(context, /old|vintage|classic|antique|beetle|retro/)) return CAR_SHAPES.old;
  return isCalled(context, /hatchback|small|compact|mini|tiny|little/) ? CAR_SHAPES.hatch : CAR_SHAPES.sedan;
}

function build(context: ActorContext): Actor {
  const { actor, detail, isNight } = context;
  const shape = shapeOf(context);
  const isTaxi = isCalled(context, /taxi|\bcab\b/);
  const isPolice = isCalled(context, /police/);
  const chosen = context.random.fork('paint').pick(['#b3241f', '#2257a8', '#e4e6e9', '#3a3f46', '#c78a1e', '#2f7a68']);
  const color = toSrgb(
    actor.color ?? (isCalled(context, /rust/) ? '#9a5a38' : isTaxi ? '#f2b90f' : isPolice ? '#1d2f52' : chosen),
  );
  const body = craftParts(`car/${shape.name}/${isTaxi}/${isPolice}/${toHex(color)}`, detail, (to) => {
    addCarBody(to, shape, color);
    addSigns(to, shape, isTaxi, isPolice);
  });
  const lamps = craftParts(`car/lamps/${shape.name}/${isTaxi}`, detail, (to) => addLamps(to, shape, isTaxi));
  const track = shape.name === 'old' ? 0.72 : along(shape.width, shape.wheels) - 0.13;
  const axles = [-shape.wheels, shape.wheels].map((z) => ({ x: track, z, radius: shape.radius, width: 0.24 }));
  const top = along(shape.roof, shape.glass.front - 0.5);
  const nose = shape.deck.at(-2)!;
  const siren = (t: number): number => (isPolice ? (Math.sin(t * 9) > 0 ? 1 : -1) : 0);
  return propActor(context, body, {
    seats: [
      shape.name === 'pickup'
        ? { position: [0, along(shape.deck, -1.6) + 0.02, -1.66], width: 1.5 }
        : { position: [0, top, -0.3], width: 1.1 },
    ],
    animate(_t, travel, add) {
      addWheels(add, axles, travel.distance, detail);
      add(lamps, undefined, { emissive: isNight ? 2.6 : 0.55, castsShadow: false });
    },
    lights: (t) => [
      ...(isNight
        ? [
            { position: [0, 0.6, 4] as const, color: [1.5, 1.35, 1] as const, radius: 6 },
            { position: [0, 0.7, -2.9] as const, color: [0.8, 0.05, 0.03] as const, radius: 3 },
          ]
        : []),
      ...(isPolice
        ? [
            {
              position: [0, 2, 0] as const,
              color: siren(t) > 0 ? ([1.6, 0.1, 0.1] as const) : ([0.1, 0.2, 2] as const),
              radius: 6,
            },
          ]
        : []),
    ],
    sprites: () =>
      isNight
        ? [
            spriteBatch(
              'soft',
              'add',
              [-0.62, 0.62].map((x) => halo(x, nose)),
            ),
          ]
        : [],
  });
}

const halo = (x: number, nose: number) => ({
  at: [x, 0.66, nose] as const,
  radius: 0.4,
  color: [1, 0.9, 0.7] as const,
  alpha: 0.4,
});

/** What tells a taxi and a police car from others. */
function addSigns(to: Tools, shape: CarShape, isTaxi: boolean, isPolice: boolean): void {
  const wide = (z: number): number => along(shape.width, z);
  const belt = along(shape.deck, 0);
  for (const s of [-1, 1]) {
    if (isPolice) to.block(PAINT, [0.02, 0.42, 1.66], [s * (wide(-0.1) - 0.002), belt - 0.32, -0.08], '#f2f3f5', 0.008);
    if (isTaxi)
      for (let i = 0; i < 18; i++)
        for (const row of [0, 1])
          if ((i + row) % 2 === 0)
            to.block(
              SOFT,
              [0.012, 0.06, 0.1],
              [s * (wide(-0.9 + i * 0.1) + 0.001), belt - 0.24 - row * 0.06, -0.85 + i * 0.1],
              '#17181a',
              0.003,
            );
  }
  if (isPolice) {
    const roof = along(shape.roof, -0.2) + 0.08;
    to.block(SOFT, [1.1, 0.06, 0.26], [0, roof - 0.04, -0.2], '#22262c', 0.02);
    to.block({ emissive: 1.1 }, [0.48, 0.12, 0.22], [-0.27, roof + 0.04, -0.2], '#ff2a2a', 0.04);
    to.block({ emissive: 1.1 }, [0.48, 0.12, 0.22], [0.27, roof + 0.04, -0.2], '#2a5aff', 0.04);
  }
}

function addLamps(to: Tools, shape: CarShape, isTaxi: boolean): void {
  const [tail, nose] = [shape.deck[0]!, shape.deck.at(-2)!];
  const high = along(shape.deck, nose - 0.14);
  for (const s of [-1, 1]) {
    if (shape.name === 'old') {
      to.ball(LAMP, [0.13, 0.13, 0.09], [s * 0.5, 0.82, nose - 0.06], '#fff1cc');
      to.ball(LAMP, [0.07, 0.07, 0.05], [s * 0.72, 0.66, tail + 0.12], '#f0241c');
      continue;
    }
    const at = (z: number): number => s * along(shape.width, z) * 0.93;
    const y = high - 0.1;
    to.bar(
      LAMP,
      [
        at(nose - 0.01) * 0.84,
        y - 0.01,
        nose - 0.01,
        at(nose - 0.08),
        y + 0.015,
        nose - 0.085,
        at(nose - 0.26) * 1.02,
        y + 0.05,
        nose - 0.26,
      ],
      0.05,
      '#fff4dc',
    );
    const rear = along(shape.deck, tail + 0.06) - 0.14;
    to.bar(
      LAMP,
      [
        at(tail + 0.01) * 0.72,
        rear,
        tail + 0.02,
        at(tail + 0.05) * 1.0,
        rear,
        tail + 0.06,
        at(tail + 0.2) * 1.04,
        rear + 0.01,
        tail + 0.2,
      ],
      0.055,
      '#e81c14',
    );
  }
  if (isTaxi) to.block(LAMP, [0.46, 0.16, 0.18], [0, along(shape.roof, -0.2) + 0.09, -0.2], '#fff0b8', 0.05);
}
