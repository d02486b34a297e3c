/** Draws the pictures of README.md into docs/images: `npm run pictures`. Each stays below 300 kB. */
import { writeFile } from 'node:fs/promises';
import { createDraftEngine } from '@openimagine/engines';
import { coverPicture, decodeFrames, encodeJpeg, openPhoto, type Picture, toRgba } from '@openimagine/media';
import { openStudio, type Studio } from '../packages/engines/src/draft/draft-studio.ts';
import { drawOnce } from './gallery/draw.ts';
import { orderOf, type Prompt } from './gallery/order.ts';

const BYTES_MAX = 300_000;
const SEED = 1;
const TILE = { width: 680, height: 384 };
const GAP = 6;

const TOKYO = 'A neon-lit Tokyo street at 3am, rain on the pavement, cinematic';
const ROCKET = 'A glowing crystal-powered rocket launching from Mars, ruins lighting up in the background';
const ROCKET_SECONDS = [1, 3, 4.5, 7];
const MORE = [
  'Two black cats and one orange cat sitting on a red sofa',
  'A steam train crossing a viaduct in the mountains in autumn',
  'A burger and fries, food photography',
  'An enormous ancient library at night, endless shelves of books, warm lamps, a small owl on a stack of books in the foreground, a spiral staircase in the middle, dust in the light beams, wide angle, oil painting',
  'Retro anime style: a girl on a bicycle rides along the sea at sunset, wind in the grass',
  '雪の中の赤い鳥居',
];

/** What a prompt starts from, and what becomes of it; a film at a moment before its end. */
const CHANGED: readonly Prompt[] = [
  {
    id: 'stars',
    op: 'from-image',
    prompt: 'Generate a slow and serene time-lapse of the stars moving',
    inputs: [{ photo: 'milky-way.jpg' }],
  },
  { id: 'necklace', op: 'edit-video', prompt: 'Give the woman a silver necklace', inputs: [{ clip: 'portrait' }] },
  { id: 'night', op: 'edit-video', prompt: 'Turn day into night', inputs: [{ clip: 'drawn-street' }] },
  {
    id: 'dog',
    op: 'edit-image',
    prompt: 'Put the dog from <IMAGE_1> on the sofa in <IMAGE_0>',
    inputs: [{ photo: 'drawn-sofa.jpg' }, { photo: 'dog.jpg' }],
  },
];
const LAST_FRAME = 110;

const studio = await openStudio();
await save('tokyo', still(studio, TOKYO, { width: 1360, height: 768 }));
await save('rocket', sheet(ROCKET_SECONDS.map((at) => still(studio, ROCKET, TILE, at))));
await save('more', sheet(MORE.map((prompt) => still(studio, prompt, TILE))));
const changed: Picture[] = [];
for (const prompt of CHANGED) changed.push(...(await beforeAndAfter(prompt)));
await save('changed', sheet(changed));

/** One frame at four samples a pixel; a copy, since the renderer reuses its memory. */
function still(from: Studio, prompt: string, size: { width: number; height: number }, atSeconds?: number): Picture {
  const production = from.produce({ prompt, seed: SEED, ...size, seconds: atSeconds === undefined ? 8 : 10 });
  const { stage } = production;
  const { width, height, rgba } = from
    .rendererFor(production)
    .render(stage.momentAt(atSeconds ?? stage.stillSeconds), SEED);
  return { width, height, rgba: rgba.slice() };
}

async function beforeAndAfter(prompt: Prompt): Promise<readonly Picture[]> {
  const engine = createDraftEngine();
  try {
    const { request, inputs } = await orderOf(prompt, new Map());
    const drawn = await drawOnce(engine, request);
    return [await tileOf(inputs[0]!), await tileOf(drawn)];
  } finally {
    await engine.close();
  }
}

async function tileOf({ bytes, mime }: { readonly bytes: Uint8Array; readonly mime: string }): Promise<Picture> {
  if (!mime.startsWith('video')) return coverPicture(await openPhoto(bytes), TILE.width, TILE.height);
  for await (const frame of decodeFrames(bytes)) {
    if (frame.index < LAST_FRAME) continue;
    const { width, height } = frame;
    return coverPicture({ width, height, rgba: new Uint8Array(toRgba(frame).buffer) }, TILE.width, TILE.height);
  }
  throw new Error(`expected a film of more than ${LAST_FRAME} frames`);
}

/** Lays equal tiles out in two columns. */
function sheet(tiles: readonly Picture[]): Picture {
  const rows = Math.ceil(tiles.length / 2);
  const width = TILE.width * 2 + GAP;
  const height = TILE.height * rows + GAP * (rows - 1);
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (const [index, tile] of tiles.entries()) {
    const left = (index % 2) * (TILE.width + GAP);
    const top = Math.floor(index / 2) * (TILE.height + GAP);
    for (let y = 0; y < tile.height; y++)
      rgba.set(tile.rgba.subarray(y * tile.width * 4, (y + 1) * tile.width * 4), ((top + y) * width + left) * 4);
  }
  return { width, height, rgba };
}

/** As good as fits. */
async function save(name: string, picture: Picture): Promise<void> {
  for (let quality = 88; ; quality -= 4) {
    const jpeg = await encodeJpeg(picture, quality);
    if (jpeg.length > BYTES_MAX) continue;
    await writeFile(new URL(`../docs/images/${name}.jpg`, import.meta.url), jpeg);
    console.log(`docs/images/${name}.jpg: ${jpeg.length} bytes at quality ${quality}`);
    return;
  }
}
