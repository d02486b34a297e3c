import { ApiError, type ImageOrder, type VideoOrder } from '@openimagine/contract';
import { assertAccess } from '../accounts/access.ts';
import type { Caller } from '../accounts/keys.ts';
import type { Context } from '../context.ts';

/** @throws {ApiError} `permission-denied`, `unavailable`, `invalid-argument`, `imagine:content-moderated`. */
export async function assertAllowed(context: Context, caller: Caller, order: ImageOrder | VideoOrder): Promise<void> {
  assertAccess(caller, { model: order.model, endpoint: order.kind });
  assertRunning(context);
  const { webhookUrl } = order.delivery ?? {};
  if (webhookUrl !== undefined) context.webhooks.assertTarget(webhookUrl, 'webhook_url');
  const verdict = await context.moderate(order.prompt);
  if (verdict.ok) return;
  const category = verdict.category === undefined ? {} : { category: verdict.category };
  throw new ApiError('imagine:content-moderated', `The prompt was refused by content moderation: ${verdict.reason}.`, {
    billedTicks: 0,
    details: [{ input: 'prompt', reason: 'moderated', ...category }],
  });
}

/** @throws {ApiError} `unavailable` once the server is stopping. */
export function assertRunning({ isStopping }: Context): void {
  if (isStopping) throw new ApiError('unavailable', 'The server is stopping; nothing was accepted. Try again shortly.');
}
