import { NOTE_BYTES_MAX, readFilmNote } from '@openimagine/media';
import { Scene } from '@openimagine/scene';
import { z } from 'zod';
import { DRAFT_VERSION } from '../draft-options.ts';

const PROMPT_CHARACTERS_MAX = 8000;
const SIDE_PIXELS_MAX = 3232;
/** Of a frame: the widest film in the best resolution has 2.7 million. */
const PIXELS_MAX = 3_000_000;
/** Of the parts of a scene that its schema leaves open: names, attributes, details of a set. */
const WORD_CHARACTERS_MAX = 500;
const WORDS_MAX = 64;
const SEQUELS_MAX = 12;

const Seed = z.number().int().min(0).max(0xffffffff);
const Side = z.number().int().min(16).max(SIDE_PIXELS_MAX).multipleOf(2);
const Prompt = z.string().max(PROMPT_CHARACTERS_MAX);

/**
 * What a film of ours says about itself, so that it can be taken up again where it ended: its world, and what was asked
 * for after its first end.
 */
export const FilmNote = z.strictObject({
  version: z.string().max(32),
  prompt: Prompt,
  seed: Seed,
  seconds: z.number().positive().max(60),
  width: Side,
  height: Side,
  scene: Scene,
  sequels: z
    .array(z.strictObject({ prompt: Prompt, seed: Seed, seconds: z.number().positive().max(30) }))
    .max(SEQUELS_MAX),
});
export type FilmNote = z.infer<typeof FilmNote>;

/** @returns The note as it travels in a file; undefined when it would be too long for that. */
export function writeNote(note: Omit<FilmNote, 'version'>): string | undefined {
  const text = JSON.stringify({ version: DRAFT_VERSION, ...note });
  return note.sequels.length <= SEQUELS_MAX && Buffer.byteLength(text) <= NOTE_BYTES_MAX ? text : undefined;
}

/**
 * Reads the note of a film that came back. Anybody may have written it, so nothing of it is believed but what the schema
 * allows, and whether it tells the truth is seen by drawing the film's last frame again.
 * @returns undefined when there is none, or none that makes sense.
 */
export function readNote(film: Uint8Array): FilmNote | undefined {
  const text = readFilmNote(film);
  if (text === undefined) return undefined;
  try {
    const { data } = FilmNote.safeParse(JSON.parse(text));
    return data && data.width * data.height <= PIXELS_MAX && isSound(data.scene) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** What the schema of a scene does not say: its lists end, its names are words, and nothing rides on itself. */
function isSound(scene: Scene): boolean {
  const { actors, setDetails, substitutions, sounds, events } = scene;
  if ([setDetails, substitutions, sounds, events].some(({ length }) => length > WORDS_MAX)) return false;
  const words = [
    ...setDetails,
    ...substitutions.flatMap(({ word, by }) => [word, by]),
    ...actors.flatMap(({ id, word, thing = '', attributes }) => [id, word, thing, ...attributes]),
  ];
  if (scene.prompt.length > PROMPT_CHARACTERS_MAX || words.some(({ length }) => length > WORD_CHARACTERS_MAX))
    return false;
  if (actors.some(({ attributes }) => attributes.length > WORDS_MAX)) return false;
  if (new Set(actors.map(({ id }) => id)).size !== actors.length) return false;
  const carriers = new Map(actors.flatMap(({ id, relation }) => (relation ? [[id, relation.to] as const] : [])));
  return actors.every(({ id }) => {
    let at: string | undefined = carriers.get(id);
    for (let steps = 0; at !== undefined && steps <= actors.length; steps++) at = carriers.get(at);
    return at === undefined;
  });
}
