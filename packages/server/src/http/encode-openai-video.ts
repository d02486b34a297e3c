import { type OpenAiVideo, toOpenAiVideoId } from '@openimagine/contract';
import type { Context } from '../context.ts';
import { CONTENT_MODERATED, type Generation } from '../jobs/generation.ts';
import { jobErrorOf } from '../operations/get-video.ts';
import { unixSeconds } from './encode-file.ts';

const STATUS: Readonly<Record<Generation['state'], OpenAiVideo['status']>> = {
  queued: 'queued',
  running: 'in_progress',
  unresolved: 'in_progress',
  done: 'completed',
  // There is no word for it: `expires_at` tells.
  expired: 'completed',
  failed: 'failed',
  cancelled: 'failed',
};

/** A video as OpenAI's API showed it. */
export function encodeOpenAiVideo(context: Context, generation: Generation): OpenAiVideo {
  const { id, request, state, createdAt, finishedAt, expiresAt } = generation;
  const status = STATUS[state];
  return {
    id: toOpenAiVideoId(id),
    object: 'video',
    status,
    progress: status === 'completed' ? 100 : Math.min(99, Math.floor(context.generations.progressOf(generation) * 100)),
    model: generation.model,
    prompt: request.prompt,
    seconds: String(Math.round(request.totalSeconds ?? request.seconds ?? 0)),
    size: `${request.width}x${request.height}`,
    created_at: unixSeconds(createdAt),
    completed_at: status === 'completed' && finishedAt !== undefined ? unixSeconds(finishedAt) : null,
    expires_at: expiresAt === undefined ? null : unixSeconds(expiresAt),
    error: status === 'failed' ? encodeError(generation) : null,
    remixed_from_video_id: request.remixedFrom === undefined ? null : toOpenAiVideoId(request.remixedFrom),
    usage: { cost_in_usd_ticks: generation.billedTicks },
  };
}

function encodeError(generation: Generation): NonNullable<OpenAiVideo['error']> {
  const error = jobErrorOf(generation);
  return { ...error, code: generation.error?.code === CONTENT_MODERATED ? 'moderation_blocked' : error.code };
}
