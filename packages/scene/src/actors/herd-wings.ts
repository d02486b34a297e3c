import { type Srgb, shade, toHex } from '../model/color.ts';
import { type Matrix, multiply, translation } from '../model/matrix.ts';
import type { ActorContext } from './actor.ts';
import { type BirdForm, SMALL_BIRD } from './bird-kind.ts';
import { addWings } from './bird-wings.ts';
import { type PartCollector, says } from './rig.ts';

/** Whether a horse has wings. */
export const isWinged = (context: ActorContext): boolean => says(context, 'winged', 'pegasus', 'alicorn', 'wings');

/** Two feathered wings from the shoulders: raised and beating slowly. */
export function addHorseWings(
  pose: PartCollector,
  body: Matrix,
  {
    shoulder,
    s,
    seconds,
    color,
    context,
  }: {
    readonly shoulder: number;
    readonly s: number;
    readonly seconds: number;
    readonly color: Srgb;
    readonly context: ActorContext;
  },
): void {
  const form: BirdForm = {
    ...SMALL_BIRD,
    name: 'horse-wing',
    body: [0.24 * s, 0.3 * s, 0.4 * s],
    wing: [1.7 * s, 0.72 * s, 1],
    back: color,
    belly: shade(color, 0.94),
    headColor: color,
    wingTip: shade(color, 0.8),
    beakColor: color,
    legColor: color,
  };
  const flies = /^(?:fly|float|rise)$/.test(context.actor.motion.kind) || context.actor.pose === 'flying';
  const beat = flies ? 0.35 + 0.65 * Math.sin(seconds * 5) : 0.95 + 0.06 * Math.sin(seconds * 1.3);
  addWings(
    pose,
    multiply(body, translation(0, shoulder, 0.24 * s)),
    form,
    `herd/wing/${toHex(color)}/${s}/${context.detail}`,
    {
      flies: true,
      beat,
      folded: 0,
    },
  );
}
