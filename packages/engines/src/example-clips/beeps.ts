import { SAMPLE_RATE } from '@openimagine/media';

export const BEEP_SECONDS = 0.1;
/** Of the first beep, and then of one every second: a fifth of an octave higher each time, so that none is mistaken. */
const FIRST_BEEP_HERTZ = 440;
const RISE = 2 ** (1 / 5);
const BEEP_LEVEL = 0.5;
const HUM_LEVEL = 0.03;
const RAMP_SECONDS = 0.005;

/** When a clip of this length beeps: at 0.5 s, and then every second while a whole beep fits. */
export function beepTimes(seconds: number): number[] {
  return Array.from({ length: Math.max(0, Math.ceil(seconds - 0.5 - BEEP_SECONDS)) }, (_, index) => 0.5 + index);
}

/** Stereo, interleaved: a quiet hum that shows gaps, and beeps at known times that show shifts. */
export function beepSound(seconds: number): Float32Array {
  const sound = new Float32Array(Math.round(seconds * SAMPLE_RATE) * 2);
  for (let i = 0; i < sound.length / 2; i++) {
    const hum = HUM_LEVEL * Math.sin((2 * Math.PI * 110 * i) / SAMPLE_RATE);
    sound[i * 2] = hum;
    sound[i * 2 + 1] = hum;
  }
  beepTimes(seconds).forEach((start, index) => {
    const hertz = FIRST_BEEP_HERTZ * RISE ** index;
    for (let i = 0; i < BEEP_SECONDS * SAMPLE_RATE; i++) {
      const at = i / SAMPLE_RATE;
      const ramp = Math.min(1, at / RAMP_SECONDS, (BEEP_SECONDS - at) / RAMP_SECONDS);
      const sample = BEEP_LEVEL * ramp * Math.sin(2 * Math.PI * hertz * at);
      const place = (Math.round(start * SAMPLE_RATE) + i) * 2;
      sound[place]! += sample;
      sound[place + 1]! += sample;
    }
  });
  return sound;
}
