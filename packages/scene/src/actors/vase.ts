import { toHex, toSrgb } from '../model/color.ts';
import { lathe } from '../model/lathe.ts';
import { compose, multiply, rotationY } from '../model/matrix.ts';
import { cylinder, ring } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { addLeaf, addTulipHead } from './flower.ts';
import { CERAMIC, chanceOf, isCalled, PAINT, PETAL, propActor, propParts, STEEL } from './prop.ts';

/** A glazed vase with seven tulips; an empty one when the prompt says so or has flowers of its own for it. */
export const vase: ActorModel = { gaits: {}, build };

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  if (isCalled(context, /perfume|cologne/)) return buildFlacon(context);
  if (isCalled(context, /bottle|wine|champagne/)) return buildBottle(context);
  const isEmpty = isCalled(context, /empty|filled|urn|amphora|jar|bottle|jug|pitcher/);
  const color = toSrgb(actor.color ?? '#3f76a8');
  const petals = isCalled(context, /yellow tulip/) ? ['#f2c52e'] : ['#e0394b', '#f08a3c', '#e77ba4'];
  const parts = propParts(`vase/${isEmpty}/${toHex(color)}`, detail, (to) => {
    const round = to.segments(40);
    to.add(
      CERAMIC,
      lathe(
        [
          [0, 0],
          [0.055, 0],
          [0.06, 0.01],
          [0.085, 0.06],
          [0.095, 0.11],
          [0.08, 0.17],
          [0.05, 0.215],
          [0.045, 0.24],
          [0.058, 0.262],
          [0.054, 0.264],
          [0.04, 0.24],
          [0.04, 0.2],
          [0, 0.19],
        ],
        color,
        round,
      ),
    );
    for (const [y, radius] of [
      [0.06, 0.0855],
      [0.185, 0.0725],
    ] as const)
      to.add(CERAMIC, ring(radius, 0.004, '#f0e2b8', Math.PI * 2, round), {
        at: [0, y, 0],
        rotate: [Math.PI / 2, 0, 0],
      });
    if (isEmpty) return;
    for (let i = 0; i < 7; i++) {
      const turn = rotationY((i / 7) * Math.PI * 2 + chanceOf(i));
      const [out, high] = [i === 0 ? 0.01 : 0.1 + 0.05 * chanceOf(i, 2), 0.44 + 0.1 * chanceOf(i, 5)];
      to.add(
        PETAL,
        tube(
          [
            [0, 0.2, 0],
            [out * 0.35, 0.33, 0],
            [out, high, 0],
          ],
          { radius: 0.005, color: '#5b9444', sides: 6, rings: 6 },
        ),
        turn,
      );
      addTulipHead(
        to,
        multiply(turn, compose({ at: [out, high, 0], rotate: [0, 0, -out * 2.2], scale: 0.062 })),
        petals[i % petals.length]!,
      );
      if (i % 2 === 0)
        addLeaf(to, multiply(turn, compose({ at: [0.02, 0.2, 0], rotate: [0, 0.6, -0.5], scale: 0.26 })), '#4f8f45');
    }
  });
  return propActor(context, parts, { seats: [{ position: [0, 0.19, 0], width: 0.03 }] });
}

/** A slim bottle of dark glass with a label and a foil round its neck. */
function buildBottle(context: ActorContext): Actor {
  const color = toSrgb(context.actor.color ?? '#2f4a35');
  const parts = propParts(`bottle/${toHex(color)}`, context.detail, (to) => {
    const round = to.segments(36);
    const profile = [
      [0, 0],
      [0.034, 0],
      [0.037, 0.006],
      [0.037, 0.17],
      [0.032, 0.195],
      [0.015, 0.225],
      [0.013, 0.24],
      [0.013, 0.292],
      [0.0155, 0.294],
      [0.0155, 0.3],
      [0, 0.301],
    ] as const;
    to.add(CERAMIC, lathe(profile, color, round));
    const sleeve = (radius: number, from: number, height: number, tone: string): void =>
      to.add(
        PAINT,
        lathe(
          [
            [radius, from],
            [radius, from + height],
          ],
          tone,
          round,
        ),
      );
    sleeve(0.0374, 0.06, 0.075, '#efe6d0');
    sleeve(0.0376, 0.066, 0.006, '#8c2430');
    sleeve(0.0376, 0.122, 0.004, '#b9933f');
    sleeve(0.0135, 0.245, 0.046, '#8c2430');
  });
  return propActor(context, parts);
}

/** A square flacon of amber scent with a golden cap. */
function buildFlacon(context: ActorContext): Actor {
  const color = toSrgb(context.actor.color ?? '#e2a86a');
  const parts = propParts(`flacon/${toHex(color)}`, context.detail, (to) => {
    to.add(CERAMIC, to.rounded([0.074, 0.088, 0.034], 0.009, '#f1e3d6', 4), { at: [0, 0.044, 0] });
    to.add(CERAMIC, to.rounded([0.062, 0.066, 0.036], 0.006, color, 3), { at: [0, 0.041, 0] });
    to.add(PAINT, to.rounded([0.034, 0.02, 0.001], 0.0004, '#fbf6ee', 1), { at: [0, 0.044, 0.0185] });
    to.add(
      STEEL,
      cylinder({ radius: 0.011, height: 0.012, segments: to.segments(24) }),
      { at: [0, 0.087, 0] },
      '#d9b36a',
    );
    to.add(STEEL, to.rounded([0.034, 0.034, 0.026], 0.005, '#d9b36a', 3), { at: [0, 0.114, 0] });
  });
  return propActor(context, parts);
}
