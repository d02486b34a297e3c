import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openPhoto } from '@openimagine/media';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CommandResult, newFolder, runCommand, type ServerProcess, startServer } from './server-process.ts';

interface FoundScene {
  readonly actors: readonly { readonly kind: string; readonly count: number; readonly color?: string }[];
  readonly [name: string]: unknown;
}

describe('scenes by the openimagine command', () => {
  let server: ServerProcess;
  let folder: string;
  beforeAll(async () => {
    server = await startServer();
    folder = await newFolder();
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });
  const run = (...args: string[]): Promise<CommandResult> =>
    runCommand(args, { OPENIMAGINE_URL: server.url, OPENIMAGINE_DATA: server.dataDir }, folder);
  const save = (name: string, value: unknown): Promise<void> => writeFile(join(folder, name), JSON.stringify(value));
  const bytesOf = (name: string): Promise<Buffer> => readFile(join(folder, name));

  it('a prompt is read, corrected, and drawn as corrected; the same scene gives the same bytes', async () => {
    const prompt = 'a red ball on a table';
    const read = await run('scene', prompt, '--seed', '3', '-o', 'scene.json');
    expect([read.code, read.stderr]).toEqual([0, expect.stringMatching(/^scene\.json {2}seed 3 {2}.*red ball/)]);
    const scene = JSON.parse((await bytesOf('scene.json')).toString()) as FoundScene;
    const printed = await run('scene', prompt, '--seed', '3', '--json');
    expect(JSON.parse(printed.stdout)).toMatchObject({ object: 'scene', seed: 3, scene });
    const draw = async (file: string, output: string): Promise<string> => {
      const { stdout, stderr, code } = await run('image', '--scene', file, '--seed', '3', '-o', output);
      expect([code, stderr]).toEqual([0, expect.any(String)]);
      return stdout;
    };
    expect((await run('image', prompt, '--seed', '3', '-o', 'words.jpg')).code).toBe(0);
    await draw('scene.json', 'scene.jpg');
    expect((await bytesOf('scene.jpg')).equals(await bytesOf('words.jpg'))).toBe(true);

    const repaint = ({ kind, ...rest }: FoundScene['actors'][number]) => ({
      ...rest,
      kind,
      ...(kind === 'ball' ? { color: '#1040e0' } : {}),
    });
    await save('blue.json', { ...scene, actors: scene.actors.map(repaint) });
    expect(await draw('blue.json', 'blue.jpg')).toMatch(/blue ball/);
    await draw('blue.json', 'again.jpg');
    expect((await bytesOf('again.jpg')).equals(await bytesOf('blue.jpg'))).toBe(true);
    const [red, blue] = [await countHues(await bytesOf('scene.jpg')), await countHues(await bytesOf('blue.jpg'))];
    expect(red.red).toBeGreaterThan(2 * blue.red);
    expect(blue.blue).toBeGreaterThan(2 * red.blue);
  });

  it('a video takes one, too', async () => {
    await save('printed.json', JSON.parse((await run('scene', 'a boat on the sea', '--json')).stdout));
    const { stdout, code } = await run('video', '--scene', 'printed.json', '-d', '1', '--json', '-o', 'boat.mp4');
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { file: 'boat.mp4', video: { duration: 1 } }]);
  });

  it.each([
    [['image', '--scene', 'wrong.json'], /`scene\.actors\[0\]\.color`: expected a colour such as #ff8800/],
    [['image', '--scene', 'none.json'], /none\.json cannot be read as a scene/],
    [['image', '--scene', 'list.json'], /expected a JSON object/],
    [['image', 'a cat', '--scene', 'wrong.json'], /cannot be given together/],
    [['video', 'a cat', '--scene', 'wrong.json'], /cannot be given together/],
    [['scene'], /missing required argument/],
  ])('says in a line what is wrong with %j', async (args, message) => {
    const scene = JSON.parse((await run('scene', 'a cat', '--json')).stdout) as { readonly scene: FoundScene };
    const actors = [{ ...scene.scene.actors[0], color: 'red' }];
    await save('wrong.json', { ...scene.scene, actors });
    await save('list.json', []);
    const { code, stderr } = await run(...args);
    expect([code, stderr]).toEqual([1, expect.stringMatching(message)]);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

/** How many pixels are clearly red, and clearly blue. */
async function countHues(jpeg: Uint8Array): Promise<{ readonly red: number; readonly blue: number }> {
  const { rgba } = await openPhoto(jpeg);
  let [red, blue] = [0, 0];
  for (let at = 0; at < rgba.length; at += 4) {
    const [r, g, b] = [rgba[at]!, rgba[at + 1]!, rgba[at + 2]!];
    if (r > 100 && r > 2 * g && r > 2 * b) red++;
    if (b > 100 && b > 1.6 * r && b > 1.6 * g) blue++;
  }
  return { red, blue };
}
