import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findProgram } from './requirements.ts';
import { newFolder, REPOSITORY, runProgram, startServer } from './server-process.ts';

const python = findProgram('python with xai-sdk');

describe.skipIf(python === undefined)('examples/python-xai-sdk', () => {
  it('writes a picture and two videos', async () => {
    await using server = await startServer();
    const cwd = await newFolder();
    const { code, stdout, stderr } = await runProgram(python!, [join(REPOSITORY, 'examples/python-xai-sdk/main.py')], {
      cwd,
      env: { XAI_API_KEY: server.apiKey, OPENIMAGINE_HOST: `localhost:${new URL(server.url).port}` },
    });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      expect.stringMatching(/^fox\.jpg \$0\.\d+$/),
      'fox.mp4 2 s',
      'fox-grey.mp4 2 s',
    ]);
    expect((await readFile(join(cwd, 'fox.jpg'))).subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    for (const name of ['fox.mp4', 'fox-grey.mp4'])
      expect((await readFile(join(cwd, name))).subarray(4, 8).toString()).toBe('ftyp');
  });
});
