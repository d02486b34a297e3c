import { encodePng } from '@openimagine/media';

const COLUMNS = 480;
const ROWS = 96;
const LOWEST_HZ = 40;
const HIGHEST_HZ = 16_000;
/** Samples that a column looks at; fewer at high pitches, where less is enough to tell them apart. */
const WINDOW_MAX = 4096;
/** Below full scale, what is shown black. */
const FLOOR_DB = -90;

/**
 * What is heard when, as a PNG of 480 × 96: time to the right, pitch upwards in octaves from 40 Hz to 16 kHz, black at −90 dBFS and
 * below.
 * @param interleaved Stereo.
 */
export async function spectrogram(interleaved: Float32Array, sampleRate: number): Promise<Uint8Array> {
  const mono = Float32Array.from({ length: interleaved.length / 2 }, (_, i) => {
    return ((interleaved[2 * i] ?? 0) + (interleaved[2 * i + 1] ?? 0)) / 2;
  });
  const rgba = new Uint8Array(COLUMNS * ROWS * 4);
  for (let row = 0; row < ROWS; row++) {
    const hertz = LOWEST_HZ * (HIGHEST_HZ / LOWEST_HZ) ** (row / (ROWS - 1));
    const window = Math.min(WINDOW_MAX, Math.round((24 * sampleRate) / hertz));
    for (let column = 0; column < COLUMNS; column++) {
      const middle = Math.round(((column + 0.5) / COLUMNS) * mono.length);
      const db = 20 * Math.log10(amplitude(mono, middle - (window >> 1), window, hertz / sampleRate) + 1e-9);
      const light = Math.max(0, Math.min(1, 1 - db / FLOOR_DB));
      rgba.set(colorOf(light), ((ROWS - 1 - row) * COLUMNS + column) * 4);
    }
  }
  return await encodePng({ width: COLUMNS, height: ROWS, rgba });
}

/** How much of one pitch a Hann window holds, by Goertzel's recurrence. @param cycles Of the pitch, per sample. */
function amplitude(samples: Float32Array, from: number, length: number, cycles: number): number {
  const coefficient = 2 * Math.cos(2 * Math.PI * cycles);
  let one = 0;
  let two = 0;
  for (let i = 0; i < length; i++) {
    const hann = 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / length);
    const next = (samples[from + i] ?? 0) * hann + coefficient * one - two;
    two = one;
    one = next;
  }
  return (Math.sqrt(Math.max(0, one * one + two * two - coefficient * one * two)) * 4) / length;
}

/** Black, violet, orange, white. */
function colorOf(light: number): readonly [number, number, number, number] {
  const ramp = (from: number, to: number): number =>
    Math.round(255 * Math.max(0, Math.min(1, (light - from) / (to - from))));
  return [ramp(0.2, 0.65), ramp(0.5, 0.95), Math.max(ramp(0.05, 0.4) - ramp(0.45, 0.7), ramp(0.8, 1)), 255];
}
