/** Draws the pictures of README.md into docs/images: `npm run pictures`. Each stays below 300 kB. */
import { writeFile } from 'node:fs/promises';
import { encodeJpeg, type Picture } from '@openimagine/media';
import { openStudio, type Studio } from '../packages/engines/src/draft/draft-studio.ts';

const BYTES_MAX = 300_000;
const SEED = 1;
const TILE = { width: 680, height: 384 };
const GAP = 6;

const TOKYO = 'A neon-lit Tokyo street at 3am, rain on the pavement, cinematic';
const ROCKET = 'A glowing crystal-powered rocket launching from Mars, ruins lighting up in the background';
const ROCKET_SECONDS = [1, 3, 4.5, 7];
const MORE = [
  'Two black cats and one orange cat sitting on a red sofa',
  'A red fox trotting through a snowy forest at dusk, snow falling',
  'Ein rotes Haus am See im Herbst, Nebel',
  'Pixel art of a knight fighting a green dragon in front of a castle',
  'Retro anime style: a girl on a bicycle rides along the sea at sunset, wind in the grass',
  '雪の中の赤い鳥居',
];

const studio = await openStudio();
await save('tokyo', still(studio, TOKYO, { width: 1360, height: 768 }));
await save('rocket', sheet(ROCKET_SECONDS.map((at) => still(studio, ROCKET, TILE, at))));
await save('more', sheet(MORE.map((prompt) => still(studio, prompt, TILE))));

/** One frame at four samples a pixel; a copy, since the renderer reuses its memory. */
function still(from: Studio, prompt: string, size: { width: number; height: number }, atSeconds?: number): Picture {
  const production = from.produce({ prompt, seed: SEED, ...size, seconds: atSeconds === undefined ? 8 : 10 });
  const { stage } = production;
  const { width, height, rgba } = from
    .rendererFor(production, 4)
    .render(stage.momentAt(atSeconds ?? stage.stillSeconds), SEED);
  return { width, height, rgba: rgba.slice() };
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
