import type { Vec3 } from '@openimagine/render';
import { sphere } from '../model/primitives.ts';
import { tube } from '../model/tube.ts';
import type { Actor, ActorContext } from './actor.ts';
import { type Assembly, chanceOf, GLASS, isCalled, propActor, propParts, WOOD } from './prop.ts';

const SILK = { emissive: 0.35, specular: 0.6, gloss: 60 } as const;
const SPOKES = 17;
const TURNS = 13;
/** Height of the hub and the web's reach, metres. */
const HUB = 0.5;
const REACH = 0.4;

/** A round web between two twigs, beaded with dew where it is said. */
export function spiderWeb(context: ActorContext): Actor {
  const isWet = isCalled(context, /dew|wet|drop|rain|morning/);
  const parts = propParts(`foliage/web/${isWet}`, context.detail, (to) => {
    addTwigs(to);
    const thread = (from: Vec3, end: Vec3, sag: number): void => {
      const middle: Vec3 = [(from[0] + end[0]) / 2, (from[1] + end[1]) / 2 - sag, (from[2] + end[2]) / 2];
      to.add(SILK, tube([from, middle, end], { radius: 0.0011, color: '#eef2f6', sides: 3, rings: 3 }));
    };
    const at = (spoke: number, out: number): Vec3 => {
      const angle = (spoke / SPOKES) * Math.PI * 2 + 0.1 * Math.sin(spoke * 5);
      return [Math.sin(angle) * out, HUB + Math.cos(angle) * out * 0.96, 0];
    };
    for (let spoke = 0; spoke < SPOKES; spoke++) {
      thread([0, HUB, 0], at(spoke, REACH * 1.14), 0);
      for (let turn = to.isFar ? 6 : 2; turn < TURNS; turn += to.isFar ? 3 : 1) {
        const out = (share: number): number => REACH * ((turn + share) / TURNS);
        const [from, end] = [at(spoke, out(spoke / SPOKES)), at(spoke + 1, out((spoke + 1) / SPOKES))];
        thread(from, end, 0.012 * (turn / TURNS));
        if (!isWet || to.isFar) continue;
        const radius = 0.0028 + 0.0028 * chanceOf(spoke, turn);
        const share = 0.25 + 0.5 * chanceOf(turn, spoke);
        to.add(GLASS, sphere(radius, '#dcebf4', 6), {
          at: [from[0] + (end[0] - from[0]) * share, from[1] + (end[1] - from[1]) * share - 0.008, 0.001],
        });
      }
    }
  });
  return propActor(context, parts, {
    root: (t) => [1, 0, 0.01 * Math.sin(t * 1.3), 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
    seats: [{ position: [0, HUB - 0.06, 0.02], width: 0.3 }],
  });
}

/** The twigs that hold the web. */
function addTwigs(to: Assembly): void {
  const twig = (path: readonly Vec3[]): void =>
    to.add(WOOD, tube(path, { radius: (s) => 0.016 - 0.008 * s, color: '#5f4a36', sides: 7, rings: 10 }));
  for (const side of [1, -1])
    twig([
      [side * 0.42, 0, -0.02],
      [side * 0.47, 0.4, 0],
      [side * 0.43, 0.75, 0],
      [side * 0.3, 1.04, -0.01],
    ]);
  twig([
    [-0.3, 1.0, -0.01],
    [0, 0.97, 0],
    [0.32, 1.03, -0.01],
  ]);
}
