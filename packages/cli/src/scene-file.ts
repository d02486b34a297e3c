import { readFile } from 'node:fs/promises';
import type { SceneObject } from '@openimagine/sdk';
import { CommandError } from './failure.ts';

/**
 * Reads a file that `openimagine scene` wrote, or one like it. What is in the scene is checked by the server.
 * @throws {CommandError} when it cannot be read, or is not a JSON object.
 */
export async function readSceneFile(path: string): Promise<SceneObject> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new CommandError(`${path} cannot be read as a scene: ${(cause as Error).message}.`, { cause });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CommandError(`${path} is no scene: expected a JSON object. \`openimagine scene "…"\` prints one.`);
  // What `--json` printed holds the scene beside its seed.
  const { object, scene } = value as { readonly object?: unknown; readonly scene?: unknown };
  return (object === 'scene' && typeof scene === 'object' && scene !== null ? scene : value) as SceneObject;
}

/** @throws {CommandError} without exactly one of the two. */
export function assertPromptOrScene(prompt: string | undefined, scene: string | undefined): void {
  if (prompt !== undefined && scene !== undefined)
    throw new CommandError('a prompt and --scene cannot be given together: a scene says everything by itself.');
  if (prompt === undefined && scene === undefined)
    throw new CommandError('missing required argument: a prompt, or --scene.');
}
