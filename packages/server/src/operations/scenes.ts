import { ApiError, type ImageOrder, inputError, type SceneQuestion, type VideoOrder } from '@openimagine/contract';
import { EngineError } from '@openimagine/engines';
import { assertAccess } from '../accounts/access.ts';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';

/** What a prompt was read as. */
export interface ReadScene {
  readonly scene: object;
  readonly description: string;
  readonly seed: number;
}

/**
 * Reads a prompt as the model's engine would draw it. Nothing is made, kept or billed.
 * @throws {ApiError} `permission-denied`, `imagine:content-moderated`; `invalid-argument` where the engine shows no scenes;
 * `unavailable`.
 */
export async function readScene(
  context: Context,
  caller: Caller,
  { model, prompt, seed = context.randomSeed() }: SceneQuestion,
  signal?: AbortSignal,
): Promise<ReadScene> {
  assertAccess(caller, { model, endpoint: 'image' });
  if (context.isStopping) throw new ApiError('unavailable', 'The server is stopping. Try again shortly.');
  const verdict = await context.moderate(prompt);
  if (!verdict.ok) {
    const category = verdict.category === undefined ? {} : { category: verdict.category };
    throw new ApiError(
      'imagine:content-moderated',
      `The prompt was refused by content moderation: ${verdict.reason}.`,
      {
        billedTicks: 0,
        details: [{ input: 'prompt', reason: 'moderated', ...category }],
      },
    );
  }
  const { engine } = context.routes.find(model);
  if (engine.scenes === undefined) {
    throw inputError(
      'model',
      'wrong-value',
      `The engine that makes ${model} here (${engine.name}) shows no scenes. Use another model, or send the prompt as it is.`,
    );
  }
  try {
    return { ...(await engine.scenes.read(prompt, seed, signal)), seed };
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof EngineError) || !error.retryable) throw error;
    throw new ApiError('unavailable', `The prompt could not be read just now: ${error.message}. Try again shortly.`, {
      retryAfterSeconds: 5,
      cause: error,
    });
  }
}

/**
 * @returns The order; where it has a scene, with the prompt by which its engine knows that scene again. Moderation reads it.
 * @throws {ApiError} `invalid-argument` with the path of what is wrong in the scene, or where the engine takes none.
 */
export function settleScene<Order extends ImageOrder | VideoOrder>({ routes }: Context, order: Order): Order {
  if (order.scene === undefined) return order;
  const { engine } = routes.find(order.model);
  if (engine.scenes === undefined) {
    throw inputError(
      'scene',
      'wrong-value',
      `\`scene\` cannot be used for ${order.model}: the engine that makes it here (${engine.name}) takes prompts alone. Say in a \`prompt\` what should be seen.`,
    );
  }
  const checked = engine.scenes.check(order.scene);
  if (!('fault' in checked)) return { ...order, prompt: checked.prompt };
  const { path, message } = checked.fault;
  const input = path === '' ? 'scene' : `scene.${path}`;
  throw inputError(input, 'wrong-value', `\`${input}\`: ${message}.`);
}
