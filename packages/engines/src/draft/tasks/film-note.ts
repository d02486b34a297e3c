import { NOTE_BYTES_MAX, readFilmNote } from '@openimagine/media';
import { readScene, Scene } from '@openimagine/scene';
import { z } from 'zod';
import { DRAFT_VERSION } from '../draft-options.ts';

const PROMPT_CHARACTERS_MAX = 8000;
const SIDE_PIXELS_MAX = 3232;
/** Of a frame: the widest film in the best resolution has 2.7 million. */
const PIXELS_MAX = 3_000_000;
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
    const note = JSON.parse(text) as Partial<FilmNote>;
    // Films live longer than versions of scenes.
    const reading = readScene(note.scene);
    if ('fault' in reading) return undefined;
    const { data } = FilmNote.safeParse({ ...note, scene: reading.scene });
    return data && data.width * data.height <= PIXELS_MAX ? data : undefined;
  } catch {
    return undefined;
  }
}
