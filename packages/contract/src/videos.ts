import { z } from 'zod';
import {
  type Delivery,
  type DeliveryFields,
  OutputOptions,
  readDelivery,
  StorageOptions,
  WebhookUrl,
} from './delivery.ts';
import { inputError } from './errors.ts';
import { checkImageTags } from './image-tags.ts';
import { type InputFacts, isAbsent, MediaRef, type OrderInput, oneOfFields, readMediaSource } from './inputs.ts';
import { LIMITS } from './limits.ts';
import {
  DEFAULT_VIDEO_MODEL,
  VIDEO_ASPECT_RATIOS,
  VIDEO_RESOLUTIONS,
  type VideoAspectRatio,
  type VideoModelId,
  type VideoResolution,
  videoModel,
} from './models.ts';
import { inputImagesPriceLines, inputVideoPriceLine, type PriceLine, sumTicks, videoPriceLine } from './prices.ts';
import {
  checkPrompt,
  checkSeed,
  cleanText,
  optional,
  PROMPT_LENGTH,
  parseBody,
  SEED_RANGE,
  shortJson,
} from './request.ts';
import { type OrderScene, readOrderScene, refuseScene, SceneField } from './scenes.ts';
import { aspectRatioOf, editedVideoSize, followingVideoSize, videoResolutionOf, videoSize } from './sizes.ts';
import { checkVideoMode } from './video-modes.ts';
import { ReferenceAudio, readVoices, type Voice } from './voices.ts';

const WHOLE_SECONDS = 'expected a whole number of seconds, or the same as text';
const wholeNumber = z.union([z.int(WHOLE_SECONDS), z.string().regex(/^\s*\d{1,6}\s*$/, WHOLE_SECONDS)], WHOLE_SECONDS);

/** The body of `POST /v1/videos/generations`, as it may come. Unknown fields are ignored. */
export const CreateVideoBody = z.object({
  prompt: optional(z.string('expected text')).describe(
    'What the video shows and how it moves and sounds, in any language; 1 to 8,000 characters.',
  ),
  scene: SceneField,
  model: optional(z.string('expected text')).describe('A model id or alias. Default: grok-imagine-video.'),
  duration: optional(wholeNumber).describe('Seconds, 1 to 15. Default 8.'),
  seconds: optional(wholeNumber).describe('The same as `duration`.'),
  aspect_ratio: optional(
    z.enum(VIDEO_ASPECT_RATIOS, { error: `expected one of: ${VIDEO_ASPECT_RATIOS.join(', ')}` }),
  ).describe('Width : height. Default 16:9.'),
  resolution: optional(
    z.enum(VIDEO_RESOLUTIONS, { error: `expected one of: ${VIDEO_RESOLUTIONS.join(', ')}` }),
  ).describe('The short side. Default 480p.'),
  generate_audio: optional(z.boolean('expected true or false')).describe(
    'False: the file has no audio track. Default true. The price is the same.',
  ),
  seed: optional(z.number('expected a whole number').meta(SEED_RANGE)).describe(
    'The same prompt, seed and version give the same frames and samples. Default: random, told in the reply.',
  ),
  storage_options: optional(StorageOptions),
  output: optional(OutputOptions),
  webhook_url: WebhookUrl,
  user: optional(z.string('expected text')).describe("The end user's id, for your own records."),
  image: optional(MediaRef).describe('The first frame; the video has its shape.'),
  image_url: optional(MediaRef).describe('The same as `image`.'),
  input_reference: optional(MediaRef).describe('The same as `image`.'),
  reference_images: optional(z.array(MediaRef, 'expected a list')).describe(
    'Subjects and places, 1 to 7; in the prompt `<IMAGE_0>` names the first. Not for grok-imagine-video-1.5-lite.',
  ),
  reference_audios: optional(z.array(ReferenceAudio, 'expected a list')).describe(
    'Who speaks, in turn: at most 3 preset voices. For grok-imagine-video-1.5.',
  ),
  last_frame: optional(MediaRef).describe('The last frame. For grok-imagine-video-1.5.'),
  keyframes: optional(
    z.array(
      z.object(
        {
          image: MediaRef,
          timestamp_s: z
            .number('expected a number of seconds')
            .describe('Between 0 and `duration`, a third of a second at a time.'),
        },
        'expected an object with `image` and `timestamp_s`',
      ),
      'expected a list',
    ),
  ).describe('Pictures that are reached at their time; at most 4. For grok-imagine-video-1.5.'),
  video: optional(MediaRef).describe('A video to edit, as in `POST /v1/videos/edits`.'),
  video_url: optional(MediaRef).describe('The same as `video`.'),
});

export type CreateVideoBody = z.input<typeof CreateVideoBody>;

const InputVideo = {
  prompt: z.string('expected text').meta(PROMPT_LENGTH).describe('1 to 8,000 characters.'),
  model: CreateVideoBody.shape.model,
  video: optional(MediaRef).describe('An MP4 with H.264, H.265 or AV1.'),
  video_url: optional(MediaRef).describe('The same as `video`.'),
  seed: CreateVideoBody.shape.seed,
  storage_options: CreateVideoBody.shape.storage_options,
  output: CreateVideoBody.shape.output,
  webhook_url: WebhookUrl,
  user: CreateVideoBody.shape.user,
};

/** The body of `POST /v1/videos/edits`. Length and shape are those of the video; other fields are ignored. */
export const EditVideoBody = z.object({
  ...InputVideo,
  prompt: InputVideo.prompt.describe('What to change; what is not named stays. 1 to 8,000 characters.'),
});

/** The body of `POST /v1/videos/extensions`. Shape and resolution are those of the video; other fields are ignored. */
export const ExtendVideoBody = z.object({
  ...InputVideo,
  prompt: InputVideo.prompt.describe('What happens next. 1 to 8,000 characters.'),
  duration: optional(wholeNumber).describe('Seconds to add, 1 to 10. Default 6.'),
  seconds: optional(wholeNumber).describe('The same as `duration`.'),
});

export type ExtendVideoBody = z.input<typeof ExtendVideoBody>;

/** What a valid request comes to: every default filled in, but for what depends on its inputs. */
export interface VideoOrder {
  readonly kind: 'video';
  readonly operation: 'video.generate' | 'video.fromImage' | 'video.fromReferences' | 'video.edit' | 'video.extend';
  readonly model: VideoModelId;
  /** Empty where a picture says enough. */
  readonly prompt: string;
  /** In place of the prompt, which is then the same as text. */
  readonly scene?: OrderScene['scene'];
  /** Of an extension, what is added. Absent for an edit, which is as long as its input. */
  readonly durationSeconds?: number;
  /** Absent: the shape of the first input. */
  readonly aspectRatio?: VideoAspectRatio;
  /** Absent for edits and extensions: that of the input. */
  readonly resolution?: VideoResolution;
  readonly inputs: readonly OrderInput[];
  /** Of an edit or extension: the sound of the input is kept, whatever this says. */
  readonly audio: boolean;
  /** The generation whose result it edits, where it was asked for as a remix. */
  readonly remixedFrom?: string;
  /** Of who speaks, in turn. Absent: anybody's. */
  readonly voices?: readonly Voice[];
  readonly seed?: number;
  readonly user?: string;
  readonly delivery?: Delivery;
}

/** Exact size, length and price of an order whose inputs are measured. */
export interface VideoQuote {
  readonly width: number;
  readonly height: number;
  readonly aspectRatio: string;
  readonly resolution: VideoResolution;
  /** Of the output; of an extension, what is added. */
  readonly durationSeconds: number;
  /** Of the whole output. */
  readonly totalSeconds: number;
  /** Absent: 24. */
  readonly framesPerSecond?: number;
  /** Their sum is `priceTicks`. */
  readonly priceLines: readonly PriceLine[];
  readonly priceTicks: number;
}

/** What a new video starts from, and an edit or an extension does not. */
const NOT_BESIDE_VIDEO = [
  'image',
  'image_url',
  'input_reference',
  'reference_images',
  'reference_audios',
  'last_frame',
  'keyframes',
];

/**
 * Reads the body of `POST /v1/videos/generations`. A `video` in it makes it an edit.
 * @throws {ApiError} `unprocessable` for wrong types, `invalid-argument` for values out of range, `not-found` for an unknown model.
 */
export function readVideoOrder(body: unknown): VideoOrder {
  const fields = parseBody(CreateVideoBody, body);
  if (oneOfFields({ video: fields.video, video_url: fields.video_url }) !== undefined) return readVideoEditOrder(body);
  const model = videoModel(fields.model ?? DEFAULT_VIDEO_MODEL);
  const durationSeconds = readDuration(fields, LIMITS.videoSeconds);
  const inputs = readInputs(fields, durationSeconds);
  if (inputs.length > 0) refuseScene(body);
  const scene = readOrderScene(fields.scene, fields.prompt);
  const prompt = scene?.prompt ?? readPrompt(fields.prompt, inputs);
  const resolution = fields.resolution ?? '480p';
  if (!model.resolutions.includes(resolution)) {
    throw inputError(
      'resolution',
      'wrong-value',
      `${model.id} has no resolution ${resolution}. Use one of: ${model.resolutions.join(', ')}.`,
    );
  }
  const voices = readVoices(fields.reference_audios, { model, resolution });
  const operation = checkVideoMode({ model, inputs, durationSeconds, resolution });
  if (scene === undefined)
    checkImageTags(prompt, inputs.filter(({ role }) => role === 'reference').length || inputs.length);
  // A first frame gives its shape; so does a last one when nothing else is said.
  const isFollowing =
    inputs.some(({ role }) => role === 'firstFrame') ||
    (operation === 'video.fromImage' && (fields.aspect_ratio ?? undefined) === undefined);
  return {
    ...common(fields),
    operation,
    model: model.id,
    prompt,
    ...(scene === undefined ? {} : { scene: scene.scene }),
    durationSeconds,
    ...(isFollowing ? {} : { aspectRatio: fields.aspect_ratio ?? '16:9' }),
    resolution,
    inputs,
    audio: fields.generate_audio ?? true,
    ...(voices.length === 0 ? {} : { voices }),
  };
}

/**
 * Reads the body of `POST /v1/videos/edits`. Edits are made by the first video model, whichever was asked for.
 * @throws {ApiError} As `readVideoOrder`.
 */
export function readVideoEditOrder(body: unknown): VideoOrder {
  return { ...readInputVideoOrder(body, EditVideoBody), operation: 'video.edit' };
}

/**
 * Reads the body of `POST /v1/videos/extensions`. Extensions are made by the first video model, whichever was asked for.
 * @throws {ApiError} As `readVideoOrder`.
 */
export function readVideoExtensionOrder(body: unknown): VideoOrder {
  const durationSeconds = readDuration(parseBody(ExtendVideoBody, body), LIMITS.extensionSeconds);
  return { ...readInputVideoOrder(body, ExtendVideoBody), operation: 'video.extend', durationSeconds };
}

function readInputVideoOrder(body: unknown, schema: typeof EditVideoBody): Omit<VideoOrder, 'operation'> {
  const fields = parseBody(schema, body);
  refuseScene(body);
  const prompt = checkPrompt(fields.prompt, LIMITS.promptCharacters);
  const video = oneOfFields({ video: fields.video, video_url: fields.video_url });
  if (video === undefined) {
    throw inputError('video', 'missing', 'A `video` is missing: give one with a `url` or a `file_id`.');
  }
  refusePictures(body as Record<string, unknown>, video.field);
  videoModel(fields.model ?? DEFAULT_VIDEO_MODEL);
  checkImageTags(prompt, 0);
  return { ...common(fields), model: DEFAULT_VIDEO_MODEL, prompt, inputs: [{ role: 'video', ...video }], audio: true };
}

/** To leave them out of the edit without a word would bill for something else. */
function refusePictures(body: Record<string, unknown>, videoField: string): void {
  const field = NOT_BESIDE_VIDEO.find((name) => !isAbsent(body[name]));
  if (field === undefined) return;
  throw inputError(
    [field, videoField],
    'conflicting',
    `\`${field}\` and \`${videoField}\` cannot be given together: an edit or an extension starts from a video alone. Leave one out.`,
  );
}

function common(
  fields: DeliveryFields & { seed?: number | null | undefined; user?: string | null | undefined },
): Pick<VideoOrder, 'kind' | 'seed' | 'user' | 'delivery'> {
  const seed = checkSeed(fields.seed, LIMITS.seed);
  const delivery = readDelivery(fields);
  return {
    kind: 'video',
    ...(delivery === undefined ? {} : { delivery }),
    ...(seed === undefined ? {} : { seed }),
    ...(fields.user ? { user: cleanText(fields.user).slice(0, LIMITS.userCharacters) } : {}),
  };
}

function readPrompt(prompt: string | null | undefined, inputs: readonly OrderInput[]): string {
  if (inputs.length > 0 && (prompt ?? '').trim() === '') return '';
  if (prompt === undefined || prompt === null) {
    throw inputError(
      'prompt',
      'missing',
      'A video from text needs a `prompt`. Describe in a few words what should be seen.',
    );
  }
  return checkPrompt(prompt, LIMITS.promptCharacters);
}

function readInputs(fields: z.infer<typeof CreateVideoBody>, durationSeconds: number): readonly OrderInput[] {
  const { image, image_url, input_reference, last_frame, reference_images, keyframes } = fields;
  const first = oneOfFields({ image, image_url, input_reference });
  const last = oneOfFields({ last_frame });
  return [
    ...(first === undefined ? [] : [{ role: 'firstFrame', ...first } as const]),
    ...(reference_images ?? []).flatMap((reference, index) => {
      const field = `reference_images[${index}]`;
      return isAbsent(reference)
        ? []
        : [{ role: 'reference', field, source: readMediaSource(reference, field) } as const];
    }),
    ...(keyframes ?? []).map((keyframe, index) => {
      const field = `keyframes[${index}]`;
      return {
        role: 'keyframe',
        field: `${field}.image`,
        source: readMediaSource(keyframe.image, `${field}.image`),
        atSeconds: readKeyframeTime(keyframe.timestamp_s, durationSeconds, field),
      } as const;
    }),
    ...(last === undefined ? [] : [{ role: 'lastFrame', ...last } as const]),
  ];
}

function readKeyframeTime(seconds: number, durationSeconds: number, field: string): number {
  const third = Math.round(seconds * 3) / 3;
  if (!(third > 0 && third < durationSeconds)) {
    throw inputError(
      `${field}.timestamp_s`,
      'wrong-value',
      `\`${field}.timestamp_s\` must be between 0 and ${durationSeconds}, the video's duration; got ${seconds}.`,
    );
  }
  if (Math.abs(third - seconds) > LIMITS.keyframeSlackSeconds) {
    throw inputError(
      `${field}.timestamp_s`,
      'wrong-value',
      `\`${field}.timestamp_s\` must be a whole number of thirds of a second; got ${seconds}, the nearest is ${third.toFixed(3)}.`,
    );
  }
  return third;
}

/** Size, length and price, now that the inputs are measured. @param inputs In the order's order. @throws {ApiError} `invalid-argument` for an input video that is too short or too long. */
export function quoteVideo(order: VideoOrder, inputs: readonly InputFacts[]): VideoQuote {
  const [first] = inputs;
  if (first?.kind === 'video') return quoteInputVideo(order, first);
  const { model, resolution = '480p', durationSeconds = LIMITS.videoSeconds.default, aspectRatio } = order;
  const size = aspectRatio === undefined ? followingVideoSize(first!, resolution) : videoSize(aspectRatio, resolution);
  const priceLines = [
    videoPriceLine({ model, resolution, durationSeconds }),
    ...inputImagesPriceLines(model, inputs.length),
  ];
  return {
    ...size,
    aspectRatio: aspectRatio ?? aspectRatioOf(size),
    resolution,
    durationSeconds,
    totalSeconds: durationSeconds,
    priceLines,
    priceTicks: sumTicks(priceLines),
  };
}

function quoteInputVideo(order: VideoOrder, video: Extract<InputFacts, { kind: 'video' }>): VideoQuote {
  const isEdit = order.operation === 'video.edit';
  const { min, max } = isEdit ? { min: 0, max: LIMITS.editedVideoSecondsMax } : LIMITS.extendedVideoSeconds;
  // A container rounds; half a frame more is no longer video.
  if (video.durationSeconds > max + 0.05 || video.durationSeconds < min - 0.05) {
    throw inputError(
      video.field,
      video.durationSeconds > max ? 'too-long' : 'wrong-value',
      `\`${video.field}\`: expected a video of ${isEdit ? `at most ${max}` : `${min} to ${max}`} seconds; this one has ${video.durationSeconds.toFixed(2)}.`,
    );
  }
  const size = editedVideoSize(video);
  const resolution = videoResolutionOf(size);
  const durationSeconds = order.durationSeconds ?? video.durationSeconds;
  const priceLines = [
    videoPriceLine({ model: order.model, resolution, durationSeconds }),
    inputVideoPriceLine(video.durationSeconds),
  ];
  return {
    ...size,
    aspectRatio: aspectRatioOf(size),
    resolution,
    durationSeconds,
    totalSeconds: isEdit ? durationSeconds : video.durationSeconds + durationSeconds,
    framesPerSecond: video.framesPerSecond,
    priceLines,
    priceTicks: sumTicks(priceLines),
  };
}

function readDuration(
  {
    duration,
    seconds,
  }: { duration?: number | string | null | undefined; seconds?: number | string | null | undefined },
  { min, max, default: unsaid }: { readonly min: number; readonly max: number; readonly default: number },
): number {
  const given = [duration, seconds].filter((value) => value !== null && value !== undefined).map(Number);
  if (given.length === 2 && given[0] !== given[1]) {
    throw inputError(
      ['duration', 'seconds'],
      'conflicting',
      `\`duration\` ${shortJson(duration)} and \`seconds\` ${shortJson(seconds)} contradict each other. Give one.`,
    );
  }
  const value = given[0] ?? unsaid;
  if (value < min || value > max)
    throw inputError('duration', 'wrong-value', `\`duration\` must be from ${min} to ${max} seconds; got ${value}.`);
  return value;
}
