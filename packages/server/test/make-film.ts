import { encodeAudio, muxFilm, openSegmentEncoder } from '@openimagine/media';

/** A grey film with a tone, as the API promises it: 24 frames a second, H.264, AAC. */
export async function makeFilm(wanted: {
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
  readonly audio: boolean;
}): Promise<Uint8Array> {
  const { width, height, seconds, audio } = wanted;
  using encoder = await openSegmentEncoder({ width, height, framesPerSecond: 24 });
  for (let index = 0; index < seconds * 24; index++) {
    await encoder.add({ width, height, data: new Uint8Array((width * height * 3) / 2).fill(16 + (index % 200)) });
  }
  const segments = [await encoder.finish()];
  const samples = Float32Array.from({ length: seconds * 96_000 }, (_, index) => 0.2 * Math.sin((index >> 1) / 20));
  return muxFilm({
    width,
    height,
    framesPerSecond: 24,
    segments,
    ...(audio ? { audio: await encodeAudio(samples) } : {}),
  });
}
