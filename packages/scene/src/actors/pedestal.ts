import type { Material } from '@openimagine/render';
import { type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { isCalled, propActor } from './prop.ts';
import { craftParts, FINE_WOOD, type Tools } from './prop-tools.ts';

/** What products and busts stand on: a round plinth of two steps; a block, a slab or a log by word. A foot across. */
export const pedestal: ActorModel = { gaits: { spin: 0, float: 0.2 }, build };

const MATT: Material = { specular: 0.05, wrap: 0.3 };
const ROUGH: Material = { pattern: 'grain', patternScale: 26, specular: 0.04, wrap: 0.2 };
const VEINED: Material = { pattern: 'marble', patternScale: 7, specular: 0.5, gloss: 60, wrap: 0.2 };

function build(context: ActorContext): Actor {
  const { actor, detail } = context;
  const stuff = isCalled(context, /marble|stone|granite/)
    ? 'marble'
    : isCalled(context, /concrete|cement/)
      ? 'concrete'
      : isCalled(context, /wood|log|stump/)
        ? 'wood'
        : 'paint';
  const form = isCalled(context, /slab|tray/)
    ? 'slab'
    : isCalled(context, /block|cube/)
      ? 'block'
      : isCalled(context, /log|stump/)
        ? 'log'
        : 'round';
  const usual = { marble: '#eceae6', concrete: '#a9a8a4', wood: '#b07f4f', paint: '#f0ece6' }[stuff];
  const color = toSrgb(actor.color ?? usual);
  const surface = { marble: VEINED, concrete: ROUGH, wood: FINE_WOOD, paint: MATT }[stuff];
  const height = { slab: 0.035, block: 0.16, log: 0.14, round: 0.13 }[form];
  const parts = craftParts(`pedestal/${form}/${stuff}/${toHex(color)}`, detail, (to) => MAKE[form](to, surface, color));
  return propActor(context, parts, { seats: [{ position: [0, height, 0], width: 0.26 }] });
}

const MAKE: Readonly<Record<'slab' | 'block' | 'log' | 'round', (to: Tools, surface: Material, color: Srgb) => void>> =
  {
    slab: (to, surface, color) => to.block(surface, [0.46, 0.035, 0.3], [0, 0.0175, 0], color, 0.005),
    block: (to, surface, color) => to.block(surface, [0.36, 0.16, 0.28], [0, 0.08, 0], color, 0.006),
    log(to, surface, color) {
      to.turned(
        { pattern: 'rock', patternScale: 9, specular: 0.03 },
        [0, 0, 0.19, 0, 0.185, 0.02, 0.18, 0.13, 0.176, 0.14],
        '#5d4632',
        undefined,
        30,
      );
      to.disc(surface, 0.176, 0.004, [0, 0.136, 0], color);
      for (const r of [0.05, 0.09, 0.125, 0.155]) to.hoop(surface, r, 0.0016, [0, 0.14, 0], shade(color, 0.72));
    },
    round(to, surface, color) {
      to.disc(surface, 0.24, 0.05, [0, 0, 0], shade(color, 0.96));
      to.disc(surface, 0.18, 0.08, [0, 0.05, 0], color);
    },
  };
