import { inputError } from './errors.ts';
import type { OrderInput } from './inputs.ts';
import { LIMITS } from './limits.ts';
import type { VideoModel, VideoResolution } from './models.ts';

interface Mode {
  readonly model: VideoModel;
  readonly inputs: readonly OrderInput[];
  readonly durationSeconds: number;
  readonly resolution: VideoResolution;
}

/**
 * What a video is made from decides how: text, a first frame, or references; with pinned frames where the model takes them.
 * @throws {ApiError} `invalid-argument` for what the model does not take, or not so long, so large, or together.
 */
export function checkVideoMode(mode: Mode): 'video.generate' | 'video.fromImage' | 'video.fromReferences' {
  const { model, inputs } = mode;
  const has = (role: OrderInput['role']): boolean => inputs.some((input) => input.role === role);
  const isPinned = has('lastFrame') || has('keyframe');
  if (isPinned && !model.frames) {
    const field = has('lastFrame') ? 'last_frame' : 'keyframes';
    refuse(field, `\`${field}\` is not supported for ${model.id}. Use grok-imagine-video-1.5.`);
  }
  if (inputs.filter(({ role }) => role === 'keyframe').length > LIMITS.keyframes) {
    refuse(
      'keyframes',
      `\`keyframes\` may hold at most ${LIMITS.keyframes} pictures; got ${inputs.filter(({ role }) => role === 'keyframe').length}.`,
    );
  }
  checkKeyframeTimes(inputs);
  if (!has('reference')) return inputs.length === 0 ? 'video.generate' : 'video.fromImage';
  checkReferences(mode);
  if (has('firstFrame') && !model.frames) {
    refuse(
      ['image', 'reference_images'],
      `\`image\` and \`reference_images\` cannot be given together for ${model.id}. Use grok-imagine-video-1.5, or leave one out.`,
    );
  }
  return 'video.fromReferences';
}

function checkKeyframeTimes(inputs: readonly OrderInput[]): void {
  const fieldAt = new Map<number, string>();
  for (const { role, field, atSeconds } of inputs) {
    if (role !== 'keyframe' || atSeconds === undefined) continue;
    const other = fieldAt.get(atSeconds);
    if (other !== undefined) {
      refuse(
        [other, field],
        `\`${other}\` and \`${field}\` are both to be reached at ${Number(atSeconds.toFixed(3))} seconds. Give one of them another \`timestamp_s\`.`,
      );
    }
    fieldAt.set(atSeconds, field);
  }
}

function checkReferences({ model, inputs, durationSeconds, resolution }: Mode): void {
  const count = inputs.filter(({ role }) => role === 'reference').length;
  if (model.referenceSecondsMax === 0) {
    refuse(
      'reference_images',
      `\`reference_images\` is not supported for ${model.id}. Use grok-imagine-video or grok-imagine-video-1.5.`,
    );
  }
  if (count > LIMITS.referenceImages) {
    refuse('reference_images', `\`reference_images\` may hold 1 to ${LIMITS.referenceImages} pictures; got ${count}.`);
  }
  if (durationSeconds > model.referenceSecondsMax) {
    refuse(
      'duration',
      `\`duration\` may be at most ${model.referenceSecondsMax} seconds with \`reference_images\` for ${model.id}; got ${durationSeconds}.`,
    );
  }
  if (resolution === '1080p') refuse('resolution', '`resolution` may be at most 720p with `reference_images`.');
}

function refuse(input: string | readonly string[], message: string): never {
  throw inputError(input, Array.isArray(input) ? 'conflicting' : 'wrong-value', message);
}
