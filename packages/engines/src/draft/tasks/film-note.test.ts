import { encodeAudio, muxFilm, openSegmentEncoder } from '@openimagine/media';
import { Scene } from '@openimagine/scene';
import { describe, expect, it } from 'vitest';
import { type FilmNote, readNote, writeNote } from './film-note.ts';

const scene = Scene.parse({
  version: 1,
  prompt: 'a cat',
  set: 'room',
  time: 'day',
  weather: 'clear',
  season: 'summer',
  style: 'natural',
  actors: [{ id: 'cat-1', kind: 'cat', word: 'cat' }],
  camera: {},
});
const NOTE: Omit<FilmNote, 'version'> = {
  prompt: 'a cat',
  seed: 1,
  seconds: 2,
  width: 32,
  height: 32,
  scene,
  sequels: [],
};

async function filmWith(note: string): Promise<Uint8Array> {
  const size = { width: 32, height: 32, framesPerSecond: 24 };
  using encoder = await openSegmentEncoder(size);
  await encoder.add({ ...size, data: new Uint8Array(32 * 48) });
  return muxFilm({
    ...size,
    segments: [await encoder.finish()],
    audio: await encodeAudio(new Float32Array(4000)),
    note,
  });
}

const changed = (change: object): string => JSON.stringify({ version: '0.1.0', ...NOTE, ...change });
const withActors = (...actors: object[]): string =>
  changed({ scene: { ...scene, actors: actors.map((actor) => ({ ...scene.actors[0], ...actor })) } });

describe('the note of a film', () => {
  it('comes back as it was written', async () => {
    expect(readNote(await filmWith(writeNote(NOTE)!))).toMatchObject(NOTE);
  });

  it('is left out when it would be too long', () => {
    const prompt = '語'.repeat(8000);
    const sequels = Array.from({ length: 12 }, () => ({ prompt, seed: 1, seconds: 5 }));
    expect(writeNote({ ...NOTE, prompt, sequels })).toBeUndefined();
  });

  it.each([
    ['no JSON', '{"version":'],
    ['another type', changed({ seed: 'one' })],
    ['a number that is none', changed({ seconds: -1 })],
    ['an enormous picture', changed({ width: 1e6 })],
    ['a picture larger than any film', changed({ width: 3000, height: 3000 })],
    ['a field that we do not know', changed({ path: '/etc/passwd' })],
    ['a prompt without end', changed({ prompt: 'a'.repeat(20_000) })],
    ['more sequels than fit', changed({ sequels: Array(40).fill({ prompt: 'on', seed: 1, seconds: 1 }) })],
    ['a set that is a path', changed({ scene: { ...scene, set: '../../etc' } })],
    ['details without end', changed({ scene: { ...scene, setDetails: Array(1000).fill('neon') } })],
    ['an actor of a thousand copies', withActors({ count: 1000 })],
    ['two actors of one name', withActors({}, {})],
    ['a name as long as a book', withActors({ word: 'x'.repeat(100_000) })],
    ['an actor that carries itself', withActors({ relation: { kind: 'on', to: 'cat-1' } })],
    [
      'two that carry each other',
      withActors({ id: 'a', relation: { kind: 'on', to: 'b' } }, { id: 'b', relation: { kind: 'on', to: 'a' } }),
    ],
  ])('is not believed with %s', async (_what, note) => {
    expect(readNote(await filmWith(note))).toBeUndefined();
  });
});
