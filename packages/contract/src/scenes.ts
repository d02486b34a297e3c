import { z } from 'zod';
import { inputError } from './errors.ts';
import { isAbsent } from './inputs.ts';
import { LIMITS } from './limits.ts';
import { DEFAULT_IMAGE_MODEL, type ImageModelId, imageModel } from './models.ts';
import { checkPrompt, checkSeed, optional, PROMPT_LENGTH, parseBody, SEED_RANGE } from './request.ts';

/** Only that it is an object: what it holds is known by the engine that makes it. */
export const SceneField = optional(z.record(z.string(), z.unknown(), 'expected an object')).describe(
  'A scene instead of a `prompt`, as `POST /v1/scenes` gives it: corrected, or written by hand. Not beside pictures or videos.',
);

/** The body of `POST /v1/scenes`. */
export const ReadSceneBody = z.object({
  prompt: z.string('expected text').meta(PROMPT_LENGTH).describe('In any language; 1 to 8,000 characters.'),
  model: optional(z.string('expected text')).describe(
    'A model id or alias of pictures, whose engine reads. Default: grok-imagine-image.',
  ),
  seed: optional(z.number('expected a whole number').meta(SEED_RANGE)).describe(
    'Decides what the prompt leaves open. Default: random, told in the reply.',
  ),
});

/** The reply of `POST /v1/scenes`. */
export const SceneReply = z.object({
  object: z.literal('scene'),
  model: z.string().describe('The concrete id.'),
  seed: z.int().describe('With it the scene gives the picture that the prompt would have given.'),
  revised_prompt: z.string().describe('One sentence that says what would be drawn.'),
  scene: z.record(z.string(), z.unknown()).describe('To be sent as `scene`; its `version` says how it is to be read.'),
});
export type SceneReply = z.infer<typeof SceneReply>;

export interface SceneQuestion {
  readonly model: ImageModelId;
  readonly prompt: string;
  readonly seed?: number;
}

/**
 * Reads the body of `POST /v1/scenes`.
 * @throws {ApiError} `unprocessable` for wrong types, `invalid-argument` for values out of range, `not-found` for an unknown model.
 */
export function readSceneQuestion(body: unknown): SceneQuestion {
  const fields = parseBody(ReadSceneBody, body);
  const seed = checkSeed(fields.seed, LIMITS.seed);
  return {
    model: imageModel(fields.model ?? DEFAULT_IMAGE_MODEL).id,
    prompt: checkPrompt(fields.prompt, LIMITS.promptCharacters),
    ...(seed === undefined ? {} : { seed }),
  };
}

/** What an order has in place of a prompt. */
export interface OrderScene {
  readonly scene: Readonly<Record<string, unknown>>;
  /** The same as text, which the engine's own wording replaces once it has looked at it. */
  readonly prompt: string;
}

/**
 * @returns undefined where there is no scene.
 * @throws {ApiError} `invalid-argument` for one beside a prompt, or one that is far too long.
 */
export function readOrderScene(
  scene: Readonly<Record<string, unknown>> | null | undefined,
  prompt: string | null | undefined,
): OrderScene | undefined {
  if (scene === null || scene === undefined || isAbsent(scene)) return undefined;
  if ((prompt ?? '').trim() !== '') {
    throw inputError(
      ['scene', 'prompt'],
      'conflicting',
      '`scene` and `prompt` cannot be given together: a scene says everything by itself. Leave one out.',
    );
  }
  const text = textOf(scene);
  if (text !== undefined && text.length <= LIMITS.sceneCharacters) return { scene, prompt: text };
  throw inputError(
    'scene',
    'too-long',
    `\`scene\` may have at most ${LIMITS.sceneCharacters} characters as JSON; got ${text === undefined ? 'one that is nested too deeply' : text.length}.`,
  );
}

/**
 * To draw a picture or a video that was given by other words than its scene's would bill for something else.
 * @throws {ApiError} `invalid-argument` for a scene in the body of an edit.
 */
export function refuseScene(body: unknown): void {
  const scene = typeof body === 'object' && body !== null ? (body as Record<string, unknown>).scene : undefined;
  if (isAbsent(scene)) return;
  throw inputError(
    'scene',
    'conflicting',
    '`scene` cannot be used here: it takes the place of a prompt where nothing else is given. Say in a `prompt` what is to be done with the pictures or the video.',
  );
}

function textOf(scene: object): string | undefined {
  try {
    return JSON.stringify(scene);
  } catch {
    return undefined;
  }
}
