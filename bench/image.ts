/** A 1k picture, request → bytes, warm, beside the JPEG encoding of that picture alone. */
import { encodeJpeg, loadCanvas } from '@openimagine/media';
import { startServer } from '../e2e/server-process.ts';
import { median, report, seconds } from './report.ts';

const PROMPTS = [
  'Two black cats and one orange cat sitting on a red sofa',
  'A neon-lit Tokyo street at 3am, rain on the pavement, cinematic',
  'A lighthouse on a cliff in a storm',
  'A blue car to the left of a yellow bus, in front of a snowy mountain',
  'Ein rotes Haus am See im Herbst, Nebel',
];
const ROUNDS = 4;

export async function benchImage(): Promise<void> {
  await using server = await startServer();
  await server.client.images.generate({ prompt: 'a red ball' });
  const ours: number[] = [];
  const encoding: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const prompt of PROMPTS) {
      const started = performance.now();
      const { data } = await server.client.images.generate({
        prompt,
        response_format: 'b64_json',
        seed: round,
        aspect_ratio: '16:9',
      });
      const jpeg = Buffer.from(data[0]!.b64_json!, 'base64');
      ours.push(performance.now() - started);
      encoding.push(await timeJpeg(jpeg));
    }
  }
  report(`1k image, request → bytes, warm, median of ${ours.length}`, seconds(median(ours)), '≤ 0.50 s');
  report('  slowest', seconds(Math.max(...ours)), '≤ 2.00 s');
  report('  JPEG encoding of the same pictures alone, median', seconds(median(encoding)));
}

async function timeJpeg(jpeg: Uint8Array): Promise<number> {
  const { createCanvas, loadImage } = await loadCanvas();
  const image = await loadImage(Buffer.from(jpeg));
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  const rgba = new Uint8Array(canvas.data());
  const started = performance.now();
  await encodeJpeg({ width: image.width, height: image.height, rgba });
  return performance.now() - started;
}
