import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLexicon, type Scene } from '@openimagine/scene';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect, contextOf } from '../conformance.ts';
import type { EngineRequest } from '../engine.ts';
import { createDraftEngine, type DraftEngine } from './draft-engine.ts';
import { DRAFT_IMAGE_MODEL, DRAFT_VIDEO_MODEL } from './draft-options.ts';
import { answerScene, checkScene, sceneInPrompt } from './draft-scenes.ts';
import { loadLexiconSources } from './lexicon-files.ts';
import { readNote } from './tasks/film-note.ts';

const REQUEST: EngineRequest = {
  generationId: 'generation-1',
  operation: 'image.generate',
  model: DRAFT_IMAGE_MODEL,
  prompt: 'a red car on a street by day',
  count: 1,
  inputs: [],
  aspectRatio: '16:9',
  resolution: '1k',
  width: 192,
  height: 108,
  seed: 4,
  audio: false,
};

let engine: DraftEngine;
beforeAll(() => {
  engine = createDraftEngine({ videoChildren: 1 });
});
afterAll(() => engine.close());

async function draw(request: Partial<EngineRequest>): Promise<{ readonly bytes: Buffer; readonly told: string }> {
  const { events, outputs } = await collect(engine.run({ ...REQUEST, ...request }, contextOf()));
  expect(events.at(-1)).toMatchObject({ type: 'done' });
  const output = events.find((event) => event.type === 'output')?.output;
  return { bytes: Buffer.from(outputs.get(0)!.bytes), told: output?.revisedPrompt ?? '' };
}

function promptOf(scene: object): string {
  const checked = engine.scenes!.check(JSON.parse(JSON.stringify(scene)));
  if ('fault' in checked) throw new Error(`${checked.fault.path}: ${checked.fault.message}`);
  return checked.prompt;
}

describe('scenes of the draft engine', () => {
  it('a scene gives the bytes of the prompt that it was read from, and others when it was changed', async () => {
    const { scene, description } = (await engine.scenes!.read(REQUEST.prompt, REQUEST.seed)) as {
      scene: Scene;
      description: string;
    };
    const byWords = await draw({});
    const byScene = await draw({ prompt: promptOf(scene) });
    expect(byScene.bytes.equals(byWords.bytes)).toBe(true);
    expect([byScene.told, byWords.told]).toEqual([description, description]);
    const actors = scene.actors.map((actor) =>
      actor.kind === 'car' ? { ...actor, count: 3, color: '#2050d0' } : actor,
    );
    const changed = { prompt: promptOf({ ...scene, actors }) };
    const [first, again] = [await draw(changed), await draw(changed)];
    expect(first.told).toMatch(/three .*blue.* cars/);
    expect(first.bytes.equals(byScene.bytes)).toBe(false);
    expect(first.bytes.equals(again.bytes)).toBe(true);
  }, 60_000);

  it('a film carries the scene that it was ordered by', async () => {
    const { scene } = await engine.scenes!.read(REQUEST.prompt, 4);
    const film = await draw({
      operation: 'video.generate',
      model: DRAFT_VIDEO_MODEL,
      prompt: promptOf({ ...scene, weather: 'snow' }),
      resolution: '480p',
      seconds: 1,
    });
    expect(readNote(film.bytes)).toMatchObject({ prompt: REQUEST.prompt, scene: { weather: 'snow' } });
  }, 60_000);

  it('takes what every example is read as', async () => {
    const lexicon = createLexicon(await loadLexiconSources());
    const file = join(import.meta.dirname, '../../../../examples/prompts.json');
    const texts = [...(await readFile(file, 'utf8')).matchAll(/"prompt": ?("(?:[^"\\]|\\.)*")/g)].map(
      ([, text]) => JSON.parse(text!) as string,
    );
    expect(texts.length).toBeGreaterThan(20);
    for (const prompt of texts) {
      const { scene } = answerScene({ prompt, seed: 1 }, lexicon);
      const checked = checkScene(scene) as { readonly prompt: string };
      expect(JSON.parse(checked.prompt), prompt).toEqual(scene);
      expect(sceneInPrompt(checked.prompt), prompt).toEqual(scene);
    }
  });

  it('takes no text for a scene that was not put by itself', () => {
    const text = promptOf({
      version: 1,
      set: 'room',
      time: 'day',
      weather: 'clear',
      season: 'summer',
      style: 'natural',
      actors: [{ id: 'cat-1', kind: 'cat', word: 'cat' }],
      camera: {},
    });
    expect(sceneInPrompt(text)).toMatchObject({ set: 'room' });
    for (const other of [` ${text}`, text.replace('"cat"', '"\\u0063at"'), text.slice(0, -1), '{"version":1}', 'a cat'])
      expect(sceneInPrompt(other)).toBeUndefined();
  });
});
