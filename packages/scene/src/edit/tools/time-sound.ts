import { rootMeanSquare } from '../../sound/dsp.ts';
import type { ClipPlan } from '../clip-operations.ts';
import { stretchTime } from './time-stretch.ts';

/** Interleaved stereo at the speed and in the direction of the edited film; at its own pitch. Not modified. */
export function playAt(stereo: Float32Array, { factor, isReversed }: ClipPlan, sampleRate: number): Float32Array {
  const played = isReversed ? reversed(stereo) : stereo;
  return factor === 1 ? played : stretchTime(played, factor, sampleRate);
}

function reversed(stereo: Float32Array): Float32Array {
  const out = new Float32Array(stereo.length);
  for (let i = 0; i < stereo.length; i += 2) {
    out[i] = stereo[stereo.length - 2 - i]!;
    out[i + 1] = stereo[stereo.length - 1 - i]!;
  }
  return out;
}

/** Below this (−46 dBFS) a clip is as good as silent, and does not say how loud anything beside it may be. */
const HEARD = 0.005;
/** What is added stays this far below the clip's own sound. */
const BESIDE = 0.8;

/** The factor by which added sound joins a clip's own rather than drowns it or is drowned. */
export function gainBeside(own: Float32Array, added: Float32Array): number {
  const [ownLevel, addedLevel] = [rootMeanSquare(own), rootMeanSquare(added)];
  if (ownLevel <= HEARD || addedLevel === 0) return 1;
  return Math.min(1.5, Math.max(0.2, (BESIDE * ownLevel) / addedLevel));
}
