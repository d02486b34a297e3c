import type { Random } from '../random.ts';
import type { Ground, Hit } from './cue.ts';
import { addAt, decay, filter, samplesOf, shape, tone, wander, whiteNoise } from './dsp.ts';
import { hiss } from './grains.ts';
import type { Voice, VoiceRequest } from './voice.ts';

/** When steps fall that nobody has counted: a little uneven, alternating in loudness like two feet. */
function evenly(seconds: number, perSecond: number, random: Random): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0.05, i = 0; at < seconds; i++, at += random.between(0.96, 1.04) / perSecond)
    hits.push({ seconds: at, gain: i % 2 === 0 ? 1 : 0.85 });
  return hits;
}

function thud(seconds: number, pitchHz: number): Float32Array {
  return shape(
    tone(samplesOf(seconds), (s) => pitchHz * (1 + 1.5 * Math.exp(-s * 60))),
    decay(seconds, 0.003),
  );
}

/** Many small grains: snow that packs, gravel that rolls, leaves that break. */
function crunch(
  seconds: number,
  random: Random,
  [lowHz, highHz]: readonly [number, number],
  grains: number,
): Float32Array {
  const out = new Float32Array(samplesOf(seconds + 0.03));
  for (let i = 0; i < grains; i++) {
    const at = random.next() ** 1.4 * seconds;
    addAt(out, hiss(0.022, random, random.between(lowHz, highHz), 1.5), samplesOf(at), random.between(0.2, 1));
  }
  return out;
}

/** A foot on the ground. @param weight 1 a grown person's. */
function stepOn(ground: Ground, random: Random, weight: number): Float32Array {
  const out = new Float32Array(samplesOf(0.3));
  const low = 1 / weight ** 0.35;
  const add = (sound: Float32Array, gain: number, at = 0): void => addAt(out, sound, samplesOf(at), gain);
  switch (ground) {
    case 'stone':
      add(thud(0.09, 110 * low), 0.6);
      add(hiss(0.025, random, 2600, 1), 0.5);
      add(hiss(0.05, random, 900, 1.2), 0.35, 0.055);
      break;
    case 'wood':
      add(thud(0.14, 150 * low), 0.9);
      add(hiss(0.06, random, 420, 3), 0.6);
      add(hiss(0.02, random, 1900, 1.2), 0.25);
      break;
    case 'metal':
      add(thud(0.1, 190 * low), 0.5);
      for (const ring of [1320, 2170, 3310])
        add(shape(tone(samplesOf(0.25), ring * random.between(0.98, 1.02)), decay(0.22)), 0.14);
      break;
    case 'earth':
    case 'grass':
      add(thud(0.1, 85 * low), 0.7);
      add(hiss(0.09, random, ground === 'grass' ? 3600 : 700, 0.8), ground === 'grass' ? 0.3 : 0.4);
      break;
    case 'sand':
      add(hiss(0.16, random, 1500, 0.7), 0.7);
      add(thud(0.08, 75 * low), 0.35);
      break;
    case 'water':
      add(hiss(0.2, random, 1200, 0.7), 0.8);
      for (let i = 0; i < 5; i++) {
        const pitch = random.between(500, 1300);
        add(
          shape(
            tone(samplesOf(0.05), (s) => pitch * (1 + 9 * s)),
            decay(0.05),
          ),
          0.25,
          random.between(0.02, 0.18),
        );
      }
      break;
    case 'snow':
      add(crunch(0.16, random, [900, 3400], 22), 0.8);
      add(thud(0.09, 80 * low), 0.25);
      break;
    case 'gravel':
    case 'leaves':
      add(crunch(0.15, random, ground === 'gravel' ? [1600, 5200] : [2600, 7500], 18), 0.8);
      add(thud(0.09, 90 * low), 0.35);
  }
  return out;
}

function walk(
  { length, seconds, random, cue }: VoiceRequest,
  rate: number,
  make: (index: number) => Float32Array,
): Float32Array {
  const out = new Float32Array(length);
  const hits = cue.hits ?? evenly(seconds, cue.rate ?? rate, random);
  for (const [index, { seconds: at, gain }] of hits.entries()) addAt(out, make(index), samplesOf(at), gain);
  return out;
}

export const footsteps: Voice = {
  levelDb: -17,
  measure: 'peak',
  reverb: 0.2,
  render: (request) => {
    const { cue, random } = request;
    const weight = cue.of === 'robot' ? 2.5 : cue.of === 'paws' ? 0.15 : 1;
    const ground = cue.ground ?? (cue.of === 'robot' ? 'metal' : 'stone');
    return walk(request, 1.8, () => stepOn(ground, random, weight));
  },
};

export const snowSteps: Voice = {
  levelDb: -18,
  measure: 'peak',
  reverb: 0.05,
  render: (request) => walk(request, 2.2, () => stepOn('snow', request.random, 1)),
};

export const hooves: Voice = {
  levelDb: -16,
  measure: 'peak',
  reverb: 0.15,
  render: (request) => {
    const { cue, random } = request;
    const isHard = cue.ground === 'stone' || cue.ground === 'wood' || cue.ground === undefined;
    return walk(request, 3, (index) => {
      if (!isHard) {
        const out = stepOn(cue.ground ?? 'earth', random, 3);
        addAt(out, thud(0.12, 70), 0, 0.8);
        return out;
      }
      // Two notes in turn, as halves of a coconut have them.
      const out = hiss(0.08, random, (index % 2 === 0 ? 820 : 1060) * random.between(0.96, 1.04), 6);
      addAt(out, thud(0.08, 120), 0, 0.4);
      return out;
    });
  },
};

/** A cart, a pram, a suitcase: rolling, and the gaps of what it rolls over. */
export const wheels: Voice = {
  levelDb: -27,
  measure: 'rms',
  reverb: 0.1,
  render({ length, random, cue }) {
    const wobble = wander(random, 0.7);
    const out = shape(filter(whiteNoise(length, random), 'bandpass', 520, 0.8), (s) => 0.4 + 0.5 * wobble(s));
    const every = 1 / Math.max(1, (cue.rate ?? 3) * 1.3);
    for (let at = 0.1; at < length / 48_000; at += every * random.between(0.9, 1.1))
      addAt(out, hiss(0.03, random, random.between(700, 1400), 2), samplesOf(at), random.between(0.4, 1.2));
    return out;
  },
};
