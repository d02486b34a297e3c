/**
 * Draws what the draft engine knows onto sheets to look at: every kind of actor alone from four sides, every set from four
 * sides and from above, every style over three scenes.
 * `npm run sheets [-- actors sets styles] [-- --only cat,dog] [-- --out sheets]`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { encodePng } from '@openimagine/media';
import { ActorKind, SetKind, StyleKind } from '@openimagine/scene';
import { openStudio } from '../packages/engines/src/draft/draft-studio.ts';
import { SheetPage } from './sheets/sheet-page.ts';
import { actorAlone, placeAlone, type Size, scenesInStyle } from './sheets/subjects.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, out: { type: 'string', default: 'sheets' } },
});
const SIDES = [0, 1, 2, 3].map((quarter) => 0.45 + (quarter * Math.PI) / 2);
const STYLED = ['a lighthouse on a cliff by the sea', 'a red fox in a forest', 'a woman in a street at night'];
const ROWS_A_PAGE = 12;
const only = values.only?.split(',');
const parts = new Set(positionals.length > 0 ? positionals : ['actors', 'sets', 'styles']);
const studio = await openStudio();
await mkdir(values.out, { recursive: true });

await drawSheets('actors', ActorKind.options, { width: 220, height: 220 }, (kind, size) =>
  actorAlone(studio, kind, SIDES, size),
);
await drawSheets('sets', SetKind.options, { width: 320, height: 180 }, (set, size) => placeAlone(studio, set, size));
await drawSheets('styles', StyleKind.options, { width: 480, height: 270 }, (style, size) =>
  scenesInStyle(studio, style, STYLED, size),
);

async function drawSheets<T extends string>(
  name: string,
  all: readonly T[],
  size: Size,
  picturesOf: (row: T, size: Size) => readonly Uint8Array[],
): Promise<void> {
  const rows = parts.has(name) ? all.filter((row) => only?.includes(row) ?? true) : [];
  for (let first = 0; first < rows.length; first += ROWS_A_PAGE) {
    const some = rows.slice(first, first + ROWS_A_PAGE);
    const page = new SheetPage(size.width, size.height, some.length);
    for (const [row, subject] of some.entries())
      for (const [column, rgba] of picturesOf(subject, size).entries()) page.put(rgba, column, row);
    const file = join(values.out, `${name}-${first / ROWS_A_PAGE + 1}.png`);
    await writeFile(file, await encodePng(page.picture()));
    console.log(`${file}: ${some.join(', ')}`);
  }
}
