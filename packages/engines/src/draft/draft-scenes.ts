import { cleanScene, describeScene, type Lexicon, readPrompt, readScene, type Scene } from '@openimagine/scene';
import type { SceneCheck } from '../engine.ts';

/** A prompt to be read and not drawn. Plain data: it travels to the render children. */
export interface SceneQuestion {
  readonly prompt: string;
  readonly seed: number;
}

/** What a prompt was read as. */
export interface SceneAnswer {
  readonly scene: Scene;
  readonly description: string;
}

/** As an order with the same prompt and seed would be read. */
export function answerScene({ prompt, seed }: SceneQuestion, lexicon: Lexicon): SceneAnswer {
  const scene = cleanScene(readPrompt(prompt, { lexicon, seed }));
  return { scene, description: describeScene(scene) };
}

/** Looks at a scene that anybody may have written. */
export function checkScene(value: unknown): SceneCheck {
  const reading = readScene(value);
  return 'fault' in reading ? reading : { prompt: JSON.stringify(cleanScene(reading.scene)) };
}

/**
 * The scene that a prompt is, letter by letter as `checkScene` puts it; undefined for any other text. Escapes that
 * nobody wrote for us are no scene: whoever judges prompts would not have seen the words in them.
 */
export function sceneInPrompt(prompt: string): Scene | undefined {
  if (!prompt.startsWith('{"version":')) return undefined;
  try {
    const reading = readScene(JSON.parse(prompt));
    if ('fault' in reading) return undefined;
    return JSON.stringify(cleanScene(reading.scene)) === prompt ? reading.scene : undefined;
  } catch {
    return undefined;
  }
}
