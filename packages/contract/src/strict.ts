import { type ApiError, inputError } from './errors.ts';
import { isAbsent } from './inputs.ts';
import { DEFAULT_VIDEO_MODEL, findModel } from './models.ts';

/** The creating calls that xAI's API has, too, by their path. */
export type CreatingPath =
  | '/v1/images/generations'
  | '/v1/images/edits'
  | '/v1/videos/generations'
  | '/v1/videos/edits'
  | '/v1/videos/extensions';

type Rules = Readonly<Record<string, string>>;

const OURS: Rules = {
  seed: 'it has no seeds, and the next picture is always another one',
  webhook_url: 'it sends no webhooks; poll instead',
  scene: 'it takes a `prompt` alone',
};
const OF_OPENAI: Rules = {
  size: 'it takes `aspect_ratio` and `resolution`',
  style: 'it takes no style; put it into the prompt',
};
const FLAT_PICTURE = 'it takes `image` with a `url` in it';
const FLAT_VIDEO = 'it takes `video` with a `url` in it';
const EDITS_APART = 'it edits by its own route, /v1/images/edits';
const VIDEO_EDITS_APART = 'it edits by its own route, /v1/videos/edits';

/** What only this server understands, by field. */
const BEYOND: Readonly<Record<CreatingPath, Rules>> = {
  '/v1/images/generations': { ...OURS, ...OF_OPENAI, image: EDITS_APART, images: EDITS_APART, image_url: EDITS_APART },
  '/v1/images/edits': { ...OURS, ...OF_OPENAI, image_url: FLAT_PICTURE },
  '/v1/videos/generations': {
    ...OURS,
    image_url: FLAT_PICTURE,
    video: VIDEO_EDITS_APART,
    video_url: VIDEO_EDITS_APART,
  },
  '/v1/videos/edits': { ...OURS, video_url: FLAT_VIDEO },
  '/v1/videos/extensions': { ...OURS, video_url: FLAT_VIDEO },
};
const PICTURES_AND_VIDEOS = ['image', 'input_reference', 'last_frame', 'video'];
const LISTS = ['images', 'reference_images'];

/**
 * For keys with the setting `strict`: refuses what this server understands and xAI's does not, so that a program tried out
 * here has no surprise there. What neither knows is ignored, as there.
 * @throws {ApiError} `invalid-argument`, saying what to send instead.
 */
export function assertStrict(path: CreatingPath, body: unknown): void {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return;
  const fields = body as Readonly<Record<string, unknown>>;
  for (const [field, instead] of Object.entries(BEYOND[path])) {
    if (!isAbsent(fields[field]) && !isEmptyList(fields[field])) throw refusal(field, instead);
  }
  for (const field of PICTURES_AND_VIDEOS) assertObject(field, fields[field]);
  for (const field of LISTS) {
    const items = fields[field];
    if (Array.isArray(items)) for (const [index, item] of items.entries()) assertObject(`${field}[${index}]`, item);
  }
  assertModel(path, fields.model);
}

/** True where strictness has something to say. */
export function isCreatingPath(path: string): path is CreatingPath {
  return Object.hasOwn(BEYOND, path);
}

function assertObject(field: string, value: unknown): void {
  if (typeof value === 'string' && value !== '') throw refusal(field, 'it takes an object with `url` or `file_id`');
}

/** Here every video model's name will do for edits and extensions. */
function assertModel(path: CreatingPath, name: unknown): void {
  if (path !== '/v1/videos/edits' && path !== '/v1/videos/extensions') return;
  const model = typeof name === 'string' ? findModel(name) : undefined;
  if (model === undefined || model.id === DEFAULT_VIDEO_MODEL) return;
  const what = path === '/v1/videos/edits' ? 'edits' : 'extensions';
  throw inputError('model', 'wrong-value', `${model.id} makes no ${what}; use ${DEFAULT_VIDEO_MODEL}. ${WHY}`);
}

const WHY = 'This API key is set to `strict`.';

function refusal(field: string, instead: string): ApiError {
  return inputError(
    field,
    'wrong-value',
    `Argument not supported: \`${field}\`. xAI's API does not know it here: ${instead}. ${WHY}`,
  );
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
