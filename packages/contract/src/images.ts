import { z } from 'zod';
import { type Delivery, readDelivery, StorageOptions, storedFields, WebhookUrl } from './delivery.ts';
import { inputError } from './errors.ts';
import { checkImageTags } from './image-tags.ts';
import { type InputFacts, isAbsent, MediaRef, type OrderInput, oneOfFields, readMediaSource } from './inputs.ts';
import { LIMITS } from './limits.ts';
import {
  DEFAULT_IMAGE_MODEL,
  IMAGE_ASPECT_RATIOS,
  IMAGE_RESOLUTIONS,
  type ImageAspectRatio,
  type ImageModel,
  type ImageModelId,
  type ImageQuality,
  type ImageResolution,
  imageModel,
} from './models.ts';
import { imagePriceLine, inputImagesPriceLines, type PriceLine, sumTicks } from './prices.ts';
import { checkPrompt, checkSeed, cleanText, optional, PROMPT_LENGTH, parseBody, SEED_RANGE } from './request.ts';
import { type OrderScene, readOrderScene, refuseScene, SceneField } from './scenes.ts';
import { aspectRatioOf, followingImageSize, imageSize, ratioOf } from './sizes.ts';

/** The body of `POST /v1/images/generations`, as it may come. Unknown fields are ignored. */
export const CreateImageBody = z.object({
  prompt: z
    .string('expected text')
    .meta(PROMPT_LENGTH)
    .describe('What the picture shows, in any language; 1 to 8,000 characters. May be left out beside a `scene`.'),
  scene: SceneField,
  model: optional(z.string('expected text')).describe('A model id or alias. Default: grok-imagine-image.'),
  n: optional(
    z
      .int('expected a whole number')
      .meta({ minimum: LIMITS.imagesPerRequest.min, maximum: LIMITS.imagesPerRequest.max }),
  ).describe('How many pictures, 1 to 10. Default 1.'),
  aspect_ratio: optional(
    z.enum(['auto', ...IMAGE_ASPECT_RATIOS], { error: `expected one of: auto, ${IMAGE_ASPECT_RATIOS.join(', ')}` }),
  ).describe('Width : height. `auto` is 1:1.'),
  resolution: optional(
    z.enum(IMAGE_RESOLUTIONS, { error: `expected one of: ${IMAGE_RESOLUTIONS.join(', ')}` }),
  ).describe('About 1, 2 or 4 megapixels. Default 1k.'),
  quality: optional(z.string('expected text')).describe(
    '`low` or `medium`, for grok-imagine-image-2.0 only; other models ignore it.',
  ),
  response_format: optional(z.enum(['url', 'b64_json'], { error: 'expected one of: url, b64_json' })).describe(
    'Default url.',
  ),
  size: optional(z.string('expected text such as 1024x1024')).describe(
    '`WIDTHxHEIGHT`, mapped to the nearest aspect ratio and resolution; or `auto`.',
  ),
  seed: optional(z.number('expected a whole number').meta(SEED_RANGE)).describe(
    'The same prompt, seed and version give the same picture. Default: random, told in the reply.',
  ),
  storage_options: optional(StorageOptions),
  webhook_url: WebhookUrl,
  user: optional(z.string('expected text')).describe("The end user's id, for your own records."),
  image: optional(MediaRef).describe('A picture to edit, as in `POST /v1/images/edits`.'),
  images: optional(z.array(MediaRef, 'expected a list')).describe('Several of them.'),
  image_url: optional(MediaRef).describe('The same as `image`.'),
});

export type CreateImageBody = z.input<typeof CreateImageBody>;

/** The body of `POST /v1/images/edits`, as it may come. Unknown fields, `mask` among them, are ignored. */
export const EditImageBody = CreateImageBody.omit({ scene: true }).extend({
  prompt: z
    .string('expected text')
    .meta(PROMPT_LENGTH)
    .describe('What to change; with several pictures, `<IMAGE_0>` names the first. 1 to 8,000 characters.'),
  aspect_ratio: CreateImageBody.shape.aspect_ratio.describe(
    'Ignored for one picture, whose shape the result has; for several the default is the shape of the first.',
  ),
  image: CreateImageBody.shape.image.describe('The picture to edit. Either this or `images`.'),
  images: CreateImageBody.shape.images.describe(
    'The pictures to edit and to take from: at most 3, for grok-imagine-image-2.0 5.',
  ),
});

/** What a valid request comes to: every default filled in, but for what depends on its inputs. */
export interface ImageOrder {
  readonly kind: 'image';
  readonly operation: 'image.generate' | 'image.edit';
  readonly model: ImageModelId;
  readonly prompt: string;
  /** In place of the prompt, which is then the same as text. */
  readonly scene?: OrderScene['scene'];
  readonly count: number;
  /** Absent: the shape of the first input. */
  readonly aspectRatio?: ImageAspectRatio;
  readonly resolution: ImageResolution;
  readonly quality?: ImageQuality;
  readonly inputs: readonly OrderInput[];
  readonly responseFormat: 'url' | 'b64_json';
  readonly seed?: number;
  readonly user?: string;
  readonly delivery?: Delivery;
}

/** Exact size and price of an order whose inputs are measured. */
export interface ImageQuote {
  readonly width: number;
  readonly height: number;
  readonly aspectRatio: string;
  /** Their sum is `priceTicks`. */
  readonly priceLines: readonly PriceLine[];
  readonly priceTicks: number;
}

/**
 * Reads the body of `POST /v1/images/generations`; with a picture in it, it is an edit.
 * @throws {ApiError} `unprocessable` for wrong types, `invalid-argument` for values out of range, `not-found` for an unknown model.
 */
export function readImageOrder(body: unknown): ImageOrder {
  const fields = parseBody(CreateImageBody, withPrompt(body));
  const inputs = readInputs(fields);
  if (inputs.length > 0) refuseScene(body);
  return toOrder(fields, inputs, readOrderScene(fields.scene, fields.prompt));
}

/**
 * Reads the body of `POST /v1/images/edits`.
 * @throws {ApiError} As `readImageOrder`; and `invalid-argument` without a picture.
 */
export function readImageEditOrder(body: unknown): ImageOrder {
  const fields = parseBody(EditImageBody, body);
  refuseScene(body);
  const inputs = readInputs(fields);
  if (inputs.length === 0) {
    throw inputError(
      'image',
      'missing',
      'An edit needs a picture: give `image` or `images`, with a `url` or a `file_id`.',
    );
  }
  return toOrder(fields, inputs);
}

/** A scene has its words in itself. */
function withPrompt(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const { scene, prompt } = body as Readonly<Record<string, unknown>>;
  return isAbsent(scene) ? body : { ...body, prompt: prompt ?? '' };
}

/** Size and price, now that the inputs are measured. @param inputs In the order's order. */
export function quoteImage(order: ImageOrder, inputs: readonly InputFacts[]): ImageQuote {
  const { model, resolution, quality, count, aspectRatio } = order;
  const size =
    aspectRatio === undefined ? followingImageSize(inputs[0]!, resolution) : imageSize(aspectRatio, resolution);
  const priceLines = [
    imagePriceLine({ model, resolution, quality, count }),
    ...inputImagesPriceLines(model, inputs.length),
  ];
  return { ...size, aspectRatio: aspectRatio ?? aspectRatioOf(size), priceLines, priceTicks: sumTicks(priceLines) };
}

function readInputs(fields: z.infer<typeof CreateImageBody>): readonly OrderInput[] {
  const single = oneOfFields({ image: fields.image, image_url: fields.image_url });
  const several = (fields.images ?? []).filter((image) => !isAbsent(image));
  if (single !== undefined && several.length > 0) {
    throw inputError(
      [single.field, 'images'],
      'conflicting',
      `\`${single.field}\` and \`images\` cannot be given together. Put all pictures into \`images\`.`,
    );
  }
  if (single !== undefined) return [{ role: 'source', ...single }];
  return several.map((image, index) => {
    const field = `images[${index}]`;
    return { role: index === 0 ? 'source' : 'reference', field, source: readMediaSource(image, field) };
  });
}

function toOrder(
  fields: z.infer<typeof CreateImageBody>,
  inputs: readonly OrderInput[],
  scene?: OrderScene,
): ImageOrder {
  const prompt = scene?.prompt ?? checkPrompt(fields.prompt, LIMITS.promptCharacters);
  const model = imageModel(fields.model ?? DEFAULT_IMAGE_MODEL);
  const count = fields.n ?? 1;
  if (count < LIMITS.imagesPerRequest.min || count > LIMITS.imagesPerRequest.max) {
    throw inputError(
      'n',
      'wrong-value',
      `\`n\` must be from ${LIMITS.imagesPerRequest.min} to ${LIMITS.imagesPerRequest.max}; got ${count}.`,
    );
  }
  if (inputs.length > model.inputImagesMax) {
    throw inputError(
      'images',
      'too-long',
      `\`images\` may hold at most ${model.inputImagesMax} pictures for ${model.id}; got ${inputs.length}.`,
    );
  }
  if (scene === undefined) checkImageTags(prompt, inputs.length);
  const { aspectRatio, resolution } = readShape(fields, model);
  if (!model.resolutions.includes(resolution)) {
    throw inputError(
      'resolution',
      'wrong-value',
      `${model.id} has no resolution ${resolution}. Use one of: ${model.resolutions.join(', ')}.`,
    );
  }
  const quality = readQuality(fields.quality, model);
  const seed = checkSeed(fields.seed, LIMITS.seed, count);
  const delivery = readDelivery(fields);
  const shape = inputs.length === 0 ? (aspectRatio ?? '1:1') : inputs.length === 1 ? undefined : aspectRatio;
  return {
    kind: 'image',
    operation: inputs.length === 0 ? 'image.generate' : 'image.edit',
    model: model.id,
    prompt,
    ...(scene === undefined ? {} : { scene: scene.scene }),
    count,
    ...(shape === undefined ? {} : { aspectRatio: shape }),
    resolution,
    ...(quality === undefined ? {} : { quality }),
    inputs,
    responseFormat: fields.response_format ?? 'url',
    ...(seed === undefined ? {} : { seed }),
    ...(delivery === undefined ? {} : { delivery }),
    ...(fields.user ? { user: cleanText(fields.user).slice(0, LIMITS.userCharacters) } : {}),
  };
}

interface Shape {
  readonly aspectRatio?: ImageAspectRatio | undefined;
  readonly resolution: ImageResolution;
}

function readShape(fields: z.infer<typeof CreateImageBody>, model: ImageModel): Shape {
  const given = fields.aspect_ratio === 'auto' ? undefined : (fields.aspect_ratio ?? undefined);
  if (fields.size === null || fields.size === undefined || fields.size === 'auto') {
    return { aspectRatio: given, resolution: fields.resolution ?? '1k' };
  }
  const fromSize = shapeOfSize(fields.size, model);
  if (
    (given !== undefined && given !== fromSize.aspectRatio) ||
    (fields.resolution && fields.resolution !== fromSize.resolution)
  ) {
    throw inputError(
      'size',
      'conflicting',
      `\`size\` ${fields.size} means ${fromSize.aspectRatio} at ${fromSize.resolution}, which contradicts \`aspect_ratio\` or \`resolution\`. Give one or the other.`,
    );
  }
  return fromSize;
}

/** The nearest offered shape; a size further than a sixth from any ratio, or far beyond the tiers, is refused. */
function shapeOfSize(size: string, model: ImageModel): Shape {
  const match = /^(\d{2,5})x(\d{2,5})$/i.exec(size.trim());
  if (match === null)
    throw inputError('size', 'wrong-value', `\`size\` must look like 1024x1024; got "${size.slice(0, 40)}".`);
  const [width, height] = [Number(match[1]), Number(match[2])];
  const distance = (ratio: string): number => Math.abs(Math.log(width / height / ratioOf(ratio)));
  const aspectRatio = IMAGE_ASPECT_RATIOS.toSorted((a, b) => distance(a) - distance(b))[0]!;
  const area = (resolution: ImageResolution): number => {
    const exact = imageSize(aspectRatio, resolution);
    return Math.abs(Math.log((width * height) / (exact.width * exact.height)));
  };
  const resolution = model.resolutions.toSorted((a, b) => area(a) - area(b))[0]!;
  if (distance(aspectRatio) > Math.log(7 / 6) || area(resolution) > Math.log(20)) {
    throw inputError(
      'size',
      'wrong-value',
      `\`size\` ${width}x${height} is too far from any size that ${model.id} offers. Use \`aspect_ratio\` and \`resolution\`.`,
    );
  }
  return { aspectRatio, resolution };
}

function readQuality(quality: string | null | undefined, model: ImageModel): ImageQuality | undefined {
  if (model.qualities.length === 0) return undefined;
  if (quality === null || quality === undefined || quality === 'auto') return 'medium';
  const known = model.qualities.find((offered) => offered === quality);
  if (known === undefined) {
    throw inputError(
      'quality',
      'wrong-value',
      `${model.id} has no quality "${quality.slice(0, 40)}". Use one of: ${model.qualities.join(', ')}.`,
    );
  }
  return known;
}

/** One picture of a reply. */
export const ImageData = z.object({
  url: z.string().nullable().optional().describe('Where the picture can be fetched without a key, until `expires_at`.'),
  b64_json: z.string().nullable().optional().describe('The JPEG in base64, without a `data:` prefix.'),
  mime_type: z.literal('image/jpeg'),
  revised_prompt: z.string().describe('One sentence that says what was drawn.'),
  respect_moderation: z.boolean(),
  seed: z.int().describe('Give it again to draw the same picture.'),
  expires_at: z.int().optional().describe('Unix seconds until which `url` lives.'),
  ...storedFields,
});

/** The reply of `POST /v1/images/generations`. */
export const ImageResponse = z.object({
  created: z.int().describe('Unix seconds.'),
  model: z.string(),
  data: z.array(ImageData),
  usage: z.object({ cost_in_usd_ticks: z.int().describe('What was billed; 10,000,000,000 ticks are one US dollar.') }),
});
export type ImageResponse = z.infer<typeof ImageResponse>;
