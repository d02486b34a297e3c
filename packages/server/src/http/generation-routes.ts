import {
  type GenerationItem,
  type GenerationList,
  type GenerationStatus,
  paginationToken,
  readGenerationPage,
} from '@openimagine/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import type { GenerationState } from '../db/tables.ts';
import type { PublicUrl } from '../delivery/public-url.ts';
import type { Asset, Generation } from '../jobs/generation.ts';
import { jobErrorOf } from '../operations/get-video.ts';
import { getGeneration, listGenerations } from '../operations/list-generations.ts';
import { assetPath } from '../operations/read-asset.ts';
import { encodeDelivered, type Link, unixSeconds } from './encode-file.ts';

/** Pictures and videos in one list. */
export function generationRoutes(app: FastifyInstance, context: Context, publicUrl: PublicUrl): void {
  app.get<{ Querystring: Record<string, unknown> }>('/v1/generations', async (request): Promise<GenerationList> => {
    const page = readGenerationPage(request.query);
    const { generations, hasMore, totals } = await listGenerations(context, request.caller, page);
    const last = generations.at(-1);
    return {
      object: 'list',
      data: generations.map((generation) => encodeGeneration(request, generation, { context, publicUrl })),
      pagination_token: hasMore && last !== undefined ? paginationToken(last) : null,
      totals: { count: totals.count, cost_in_usd_ticks: totals.billedTicks },
    };
  });
  app.get<{ Params: { generation_id: string } }>(
    '/v1/generations/:generation_id',
    async (request): Promise<GenerationItem> => {
      const generation = await getGeneration(context, request.caller, request.params.generation_id);
      return encodeGeneration(request, generation, { context, publicUrl });
    },
  );
}

const STATUS: Readonly<Record<GenerationState, GenerationStatus>> = {
  queued: 'pending',
  running: 'pending',
  unresolved: 'pending',
  done: 'done',
  failed: 'failed',
  expired: 'expired',
  cancelled: 'cancelled',
};

function encodeGeneration(
  request: FastifyRequest,
  generation: Generation,
  { context, publicUrl }: { readonly context: Context; readonly publicUrl: PublicUrl },
): GenerationItem {
  const { id, kind, request: wanted, state, model, seed, createdAt, finishedAt, expiresAt } = generation;
  const isFailed = state === 'failed' || state === 'cancelled';
  const link = (path: string): string => publicUrl(request, path);
  return {
    id,
    object: 'generation',
    kind,
    operation: wanted.operation,
    status: STATUS[state],
    // Of one that came to nothing, how far it had come.
    progress: Math.floor((isFailed ? generation.progress : context.generations.progressOf(generation)) * 100),
    model,
    prompt: wanted.prompt,
    seed,
    created_at: unixSeconds(createdAt),
    finished_at: finishedAt === undefined ? null : unixSeconds(finishedAt),
    expires_at: expiresAt === undefined ? null : unixSeconds(expiresAt),
    batch_id: generation.batchId ?? null,
    price_in_usd_ticks: generation.priceTicks,
    usage: { cost_in_usd_ticks: generation.billedTicks },
    outputs:
      state === 'done' ? generation.assets.map((asset) => encodeOutput(asset, { context, generation, link })) : [],
    error: isFailed ? jobErrorOf(generation) : null,
  };
}

function encodeOutput(
  asset: Asset,
  { context, generation, link }: { readonly context: Context; readonly generation: Generation; readonly link: Link },
): GenerationItem['outputs'][number] {
  const delivered = generation.delivered[asset.index];
  return {
    index: asset.index,
    // Who had it put elsewhere wanted no copy of it handed out.
    url: delivered?.isUploaded === true ? null : link(assetPath(context, asset)),
    mime_type: asset.mime,
    width: asset.width,
    height: asset.height,
    duration: asset.durationSeconds ?? null,
    revised_prompt: asset.revisedPrompt ?? '',
    ...encodeDelivered(link, delivered),
  };
}
