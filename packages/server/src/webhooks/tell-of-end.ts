import type { Delivery, WebhookEvent } from '@openimagine/contract';
import type { Context } from '../context.ts';
import type { GenerationRow, Tx } from '../db/tables.ts';
import { encodeImageReply } from '../http/encode-image.ts';
import { encodeDoneVideo } from '../http/encode-video.ts';
import { type Generation, toGeneration } from '../jobs/generation.ts';
import { jobErrorOf } from '../operations/get-video.ts';
import { assetPath } from '../operations/read-asset.ts';
import { enqueueWebhooks } from './enqueue.ts';

/** What must be known of a generation to see whether anybody is to be told. */
export interface EndedGeneration {
  readonly generationId: string;
  readonly teamId: string;
  readonly delivery: Delivery;
  readonly isBatch: boolean;
}

export function toEnded(row: GenerationRow): EndedGeneration {
  return {
    generationId: row.id,
    teamId: row.team_id,
    delivery: row.delivery as Delivery,
    isBatch: row.batch_id !== null,
  };
}

/** Tells of a generation that has ended in this transaction, as its row and its assets stand in it now. */
export async function tellOfEnd(context: Context, tx: Tx, ended: EndedGeneration): Promise<void> {
  const { generationId, teamId, delivery, isBatch } = ended;
  await enqueueWebhooks(context, tx, {
    teamId,
    generationId,
    webhookUrl: delivery.webhookUrl,
    // A batch of fifty thousand is one thing to tell.
    isForEndpoints: !isBatch,
    about: async () => {
      const generation = await read(tx, generationId);
      return { event: eventOf(generation), data: encode(context, generation) };
    },
  });
}

async function read(tx: Tx, id: string): Promise<Generation> {
  const row = await tx.selectFrom('generations').where('id', '=', id).selectAll().executeTakeFirstOrThrow();
  const assets = await tx.selectFrom('assets').where('generation_id', '=', id).selectAll().execute();
  return toGeneration(row, assets);
}

function eventOf({ kind, state }: Generation): WebhookEvent {
  if (state === 'done') return `${kind}.completed`;
  return state === 'cancelled' ? `${kind}.cancelled` : `${kind}.failed`;
}

/** Of a video the body of its poll, of pictures their reply: by URL, whatever the request had asked for. */
function encode(context: Context, generation: Generation): object {
  const { id, kind, state, batchId, billedTicks, assets } = generation;
  const link = (path: string): string => context.origin.url + path;
  const about = {
    generation_id: id,
    ...(kind === 'video' ? { request_id: id } : {}),
    ...(batchId === undefined ? {} : { batch_id: batchId }),
  };
  if (state !== 'done') {
    const usage = { cost_in_usd_ticks: billedTicks };
    return { ...about, status: 'failed', error: jobErrorOf(generation), usage };
  }
  const [asset] = assets;
  if (kind === 'video' && asset !== undefined) {
    const url = generation.delivered[0]?.isUploaded === true ? null : link(assetPath(context, asset));
    return { ...about, ...encodeDoneVideo({ generation, asset }, url, link) };
  }
  const places = assets.map((picture) => {
    const expires_at = Math.floor(picture.expiresAt.getTime() / 1000);
    return [picture, { url: link(assetPath(context, picture)), expires_at }] as const;
  });
  return { ...about, status: 'done', ...encodeImageReply(generation, new Map(places), link) };
}
