import { z } from 'zod';
import { ApiError } from './errors.ts';
import { isAbsent } from './inputs.ts';
import { LIMITS } from './limits.ts';
import type { VideoModel, VideoResolution } from './models.ts';
import { optional, shortJson } from './request.ts';

/** The voices that can be asked for by name. */
export const VOICES = ['eve', 'ara', 'rex', 'sal', 'leo'] as const;
export type Voice = (typeof VOICES)[number];

const TEXT = z.string('expected text');

/** One of `reference_audios`, as it may come. */
export const ReferenceAudio = z.object(
  {
    voice_id: optional(TEXT).describe(`One of ${VOICES.join(', ')}, in any case.`),
    url: optional(TEXT).describe('A clip of your own. Not taken here, as by xAI for all but its partners.'),
  },
  'expected an object with `voice_id`',
);

/**
 * Reads `reference_audios`.
 * @throws {ApiError} `invalid-argument` for an unknown voice, for too many, and where the model or the resolution takes
 * none; `permission-denied` for a clip of the caller's own.
 */
export function readVoices(
  audios: readonly z.infer<typeof ReferenceAudio>[] | null | undefined,
  { model, resolution }: { readonly model: VideoModel; readonly resolution: VideoResolution },
): readonly Voice[] {
  if (audios === null || audios === undefined || audios.length === 0) return [];
  // The model that takes frames is the one that takes voices.
  if (!model.frames) refuse(`\`reference_audios\` is not supported for ${model.id}. Use grok-imagine-video-1.5.`);
  if (audios.length > LIMITS.referenceAudios)
    refuse(`\`reference_audios\` may hold at most ${LIMITS.referenceAudios} voices; got ${audios.length}.`);
  if (resolution === '1080p') refuse('`resolution` may be at most 720p with `reference_audios`.');
  return audios.map((audio, index) => readVoice(audio, `reference_audios[${index}]`));
}

function readVoice({ voice_id, url }: z.infer<typeof ReferenceAudio>, field: string): Voice {
  if (isAbsent(voice_id) === isAbsent(url)) {
    const came = isAbsent(url) ? 'neither came' : 'both came';
    refuse(`\`${field}\`: expected either \`voice_id\` or \`url\`; ${came}.`, field);
  }
  if (isAbsent(voice_id)) {
    throw new ApiError(
      'permission-denied',
      `\`${field}\`: this API key may not use clips of its own as voices. Use a \`voice_id\`: ${VOICES.join(', ')}.`,
      { details: [{ input: field, reason: 'wrong-kind' }] },
    );
  }
  const wanted = voice_id.trim().toLowerCase();
  const voice = VOICES.find((known) => known === wanted);
  if (voice === undefined)
    refuse(`\`${field}.voice_id\` must be one of ${VOICES.join(', ')}; got ${shortJson(voice_id)}.`, field);
  return voice;
}

function refuse(message: string, field = 'reference_audios'): never {
  throw new ApiError('invalid-argument', message, { details: [{ input: field, reason: 'wrong-value' }] });
}
