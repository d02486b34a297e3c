import { addAt, brownNoise, filter, samplesOf, saw, shape, tone, wander, whiteNoise } from './dsp.ts';
import { hiss, ring } from './grains.ts';
import { type Voice, wide } from './voice.ts';

/** Of a ship: long and low; of a car or a bus: short and higher. */
export const horn: Voice = {
  levelDb: -15,
  measure: 'peak',
  reverb: 0.5,
  render({ length, seconds, random, cue }) {
    const isShip = cue.of === 'boat' || cue.of === 'ship' || cue.of === 'harbor';
    const isTrain = cue.of === 'train';
    const [notes, long] = isShip ? [[98, 147], 2.2] : isTrain ? [[311, 370, 466], 1.4] : [[392, 494], 0.35];
    const out = new Float32Array(length);
    const blast = Math.min(long, seconds * 0.9);
    for (const note of notes)
      addAt(out, filter(saw(samplesOf(blast), note * random.between(0.997, 1.003)), 'lowpass', note * 7), 0, 1);
    return shape(out, (s) => Math.min(1, s / 0.06) * Math.min(1, Math.max(0, (blast - s) / 0.12)));
  },
};

export const siren: Voice = {
  levelDb: -20,
  measure: 'rms',
  reverb: 0.4,
  render: ({ length }) =>
    filter(
      saw(length, (s) => 560 + 340 * (0.5 - 0.5 * Math.cos(2 * Math.PI * 0.42 * s))),
      'bandpass',
      1100,
      0.8,
    ),
};

const CHOP: Readonly<Record<string, number>> = { helicopter: 11, drone: 92 };

/** Blades through air: an aeroplane's drone, a helicopter's chop, a drone's whine. */
export const propeller: Voice = {
  levelDb: -22,
  measure: 'rms',
  reverb: 0.15,
  render({ length, random, cue }) {
    const chop = CHOP[cue.of ?? ''] ?? 68;
    const drift = wander(random, 2);
    const motor = filter(
      saw(length, (s) => chop * (1 + 0.015 * drift(s))),
      'lowpass',
      chop > 20 ? chop * 14 : 260,
    );
    const air = filter(whiteNoise(length, random), 'bandpass', 620, 0.6);
    addAt(
      motor,
      shape(air, (s) => 0.25 + (chop < 20 ? 1.3 * Math.max(0, Math.sin(2 * Math.PI * chop * s)) ** 3 : 0.1)),
      0,
      1,
    );
    return motor;
  },
};

export const jet: Voice = {
  levelDb: -21,
  measure: 'rms',
  reverb: 0.2,
  render({ length, random }) {
    const sway = wander(random, 3);
    return wide(
      (r) => {
        const roar = filter(brownNoise(length, r), 'bandpass', (s) => 240 + 160 * sway(s), 0.5);
        addAt(roar, filter(whiteNoise(length, r), 'bandpass', 1900, 0.7), 0, 0.2);
        addAt(roar, tone(length, 2350), 0, 0.01);
        return roar;
      },
      random,
      0.6,
    );
  },
};

/** A freewheel that ticks over a road, and a bell once. */
export const bicycle: Voice = {
  levelDb: -23,
  measure: 'peak',
  reverb: 0.1,
  render({ length, seconds, random, cue }) {
    const out = shape(filter(whiteNoise(length, random), 'bandpass', 900, 0.7), () => 0.12);
    const rate = 5 + 1.8 * (cue.rate ?? 4);
    for (let at = 0; at < seconds; at += 1 / rate) addAt(out, hiss(0.008, random, 4200, 2), samplesOf(at), 0.35);
    for (const at of [0.35, 0.5])
      addAt(
        out,
        ring(2250, 0.9, [
          [1, 1],
          [2.68, 0.5],
          [4.1, 0.2],
        ]),
        samplesOf(Math.min(seconds * 0.5, 2) + at - 0.3),
        0.5,
      );
    return out;
  },
};

const ANY_CAR = [42, 92, 0.5] as const;
const GEARS: Readonly<Record<string, readonly [idleHz: number, topHz: number, rough: number]>> = {
  bus: [30, 62, 0.9],
  truck: [28, 58, 1],
  tractor: [20, 34, 1.2],
  motorcycle: [44, 120, 0.8],
  boat: [34, 62, 0.7],
};

/** A motor under load, its exhaust, and tyres on a road: by the speed that `rate` tells in metres a second. */
export const engine: Voice = {
  levelDb: -23,
  measure: 'rms',
  reverb: 0.08,
  render({ length, random, cue }) {
    const [idle, top, rough] = GEARS[cue.of ?? 'car'] ?? ANY_CAR;
    const speed = Math.min(1, (cue.rate ?? 6) / 16);
    const pitch = idle + (top - idle) * speed;
    const wobble = wander(random.fork('wobble'), 1.5);
    const firing = saw(length, (s) => pitch * (1 + 0.03 * wobble(s)));
    const stroke = saw(length, (s) => (pitch / 2) * (1 + 0.03 * wobble(s)));
    for (let i = 0; i < length; i++) firing[i] = firing[i]! + rough * 0.6 * stroke[i]!;
    const out = filter(firing.slice(), 'bandpass', 110 + pitch, 0.9);
    addAt(out, filter(firing, 'bandpass', 420 + 500 * speed, 1.4), 0, 0.25);
    const tyres = filter(whiteNoise(length, random), 'bandpass', 700 + 500 * speed, 0.5);
    if (cue.of !== 'boat') addAt(out, tyres, 0, 0.03 + 0.22 * speed);
    else addAt(out, filter(tyres, 'lowpass', 1500), 0, 0.3);
    return out;
  },
};
