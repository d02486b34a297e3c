import { encodeAudio, encodeJpeg, muxFilm, openSegmentEncoder, SAMPLE_RATE, toI420 } from '@openimagine/media';

/** What a test card is to be. */
export type Placeholder =
  | { readonly kind: 'image'; readonly width: number; readonly height: number }
  | {
      readonly kind: 'video';
      /** Even. */
      readonly width: number;
      readonly height: number;
      readonly seconds: number;
      readonly framesPerSecond: number;
      readonly audio: boolean;
    };

const BARS = [
  [192, 192, 192],
  [192, 192, 0],
  [0, 192, 192],
  [0, 192, 0],
  [192, 0, 192],
  [192, 0, 0],
  [0, 0, 192],
] as const;
const TONE_HZ = 440;
const TONE_LEVEL = 0.05;

/** @returns The bytes of a JPEG or an MP4: colour bars over a ramp of grey, and a quiet tone. Equal shapes give equal bytes. */
export async function makePlaceholder(card: Placeholder): Promise<Uint8Array> {
  const { width, height } = card;
  const rgba = drawBars(width, height);
  if (card.kind === 'image') return encodeJpeg({ width, height, rgba }, 80);
  const { seconds, framesPerSecond, audio } = card;
  const frame = toI420(rgba, width, height);
  using encoder = await openSegmentEncoder({ width, height, framesPerSecond });
  const count = Math.max(1, Math.round(seconds * framesPerSecond));
  for (let index = 0; index < count; index++) await encoder.add(frame);
  const segments = [await encoder.finish()];
  return muxFilm({
    width,
    height,
    framesPerSecond,
    segments,
    ...(audio ? { audio: await encodeAudio(tone(seconds)) } : {}),
  });
}

function drawBars(width: number, height: number): Uint8Array {
  const rgba = new Uint8Array(width * height * 4);
  const rampFrom = Math.floor(height * 0.75);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const grey = Math.round((255 * x) / Math.max(1, width - 1));
      const [red, green, blue] = y >= rampFrom ? [grey, grey, grey] : BARS[Math.floor((x * BARS.length) / width)]!;
      rgba.set([red, green, blue, 255], (y * width + x) * 4);
    }
  }
  return rgba;
}

/** Interleaved stereo. */
function tone(seconds: number): Float32Array {
  const samples = new Float32Array(Math.round(seconds * SAMPLE_RATE) * 2);
  for (let index = 0; index < samples.length; index++)
    samples[index] = TONE_LEVEL * Math.sin((2 * Math.PI * TONE_HZ * Math.floor(index / 2)) / SAMPLE_RATE);
  return samples;
}
