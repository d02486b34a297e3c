import type { Material } from '@openimagine/render';
import { mixColors, toHex, toSrgb } from '../model/color.ts';
import { compose, multiply, rotationX, rotationY } from '../model/matrix.ts';
import { quad, ring, sphere } from '../model/primitives.ts';
import { roundedBox } from '../model/rounded-box.ts';
import { hashString } from '../random.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { CERAMIC, propActor, propParts, STEEL, WOOD } from './prop.ts';

/** What stands for a noun that nothing else can show: a small sculpture on a plinth that bears the word. */
export const standIn: ActorModel = { gaits: { float: 0.2, spin: 0, fly: 2, walk: 0.8 }, build };

const HUES = ['#3f8f8a', '#c8643c', '#5a6fb0', '#b8913a', '#8a5a94'];

function build(context: ActorContext): Actor {
  const { actor, detail, assets } = context;
  const color = toSrgb(actor.color ?? HUES[hashString(actor.word) % HUES.length]!);
  const plinth = propParts('standIn', detail, (to) => {
    to.add(WOOD, roundedBox([0.56, 0.06, 0.44], 0.02, '#5b3c26', 2), { at: [0, 0.03, 0] });
    to.add(WOOD, roundedBox([0.48, 0.24, 0.36], 0.025, '#80583a', to.isFar ? 1 : 3), { at: [0, 0.17, 0] });
    to.add(WOOD, roundedBox([0.53, 0.045, 0.41], 0.02, '#5b3c26', 2), { at: [0, 0.305, 0] });
  });
  const figure = propParts(`standIn/${toHex(color)}`, detail, (to) => {
    to.add(CERAMIC, sphere(0.15, color, to.segments(30)));
    to.add(STEEL, ring(0.21, 0.018, '#d3a94f', Math.PI * 2, to.segments(40)), multiply(rotationX(1.2)));
    to.add(
      STEEL,
      ring(0.25, 0.012, '#e3c37a', Math.PI * 2, to.segments(40)),
      multiply(rotationY(0.8), rotationX(0.35)),
    );
    to.add(CERAMIC, sphere(0.04, mixColors(color, '#ffffff', 0.6), 12), { at: [0.2, 0.08, 0.06] });
  });
  const texture = assets.paintText(actor.word, {
    width: 256,
    height: 96,
    color: '#4a2f1c',
    background: '#e9cf96',
    font: 'serif',
    frame: '#8a6534',
  });
  const label: Material = { texture, specular: 0.3, gloss: 30 };
  return propActor(context, plinth, {
    animate(t, _travel, add) {
      add(figure, compose({ at: [0, 0.62 + 0.012 * Math.sin(t * 1.4), 0], rotate: [0, t * 0.5, 0] }));
      add([{ mesh: quad(0.4, 0.15), material: label }], [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0.17, 0.182, 1]);
    },
  });
}
