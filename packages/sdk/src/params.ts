import type { MediaInput, ReadInput } from './inputs.ts';
import type {
  EditVideoBody,
  ExtendVideoBody,
  ImageAspectRatio,
  ImageBody,
  ImageResolution,
  SceneObject,
  VideoAspectRatio,
  VideoBody,
  VideoResolution,
} from './wire.ts';

/** What every request may say. */
export interface CommonParams {
  /** A model id or alias. */
  readonly model?: string | undefined;
  /** The same prompt, seed and version give the same result. Default: random, told in the result. */
  readonly seed?: number | undefined;
  /** Keeps the result as a file of the team. */
  readonly storage?:
    | {
        readonly filename: string;
        /** Default: kept until it is deleted. */
        readonly expiresAfterSeconds?: number | undefined;
        /** With a URL that needs no key. */
        readonly publicUrl?: boolean | { readonly expiresAfterSeconds?: number | undefined } | undefined;
      }
    | undefined;
  /** Is told when the generation has ended. */
  readonly webhookUrl?: string | undefined;
  /** The end user's id, for your own records. */
  readonly user?: string | undefined;
}

export interface ImageParams extends CommonParams {
  /** What the picture shows, in any language. Empty beside a `scene`. */
  readonly prompt: string;
  /** In place of a prompt: what `scenes.read` gave, corrected. */
  readonly scene?: SceneObject | undefined;
  /** How many pictures, 1 to 10. Default 1. */
  readonly n?: number | undefined;
  /** Default 1:1. */
  readonly aspectRatio?: ImageAspectRatio | undefined;
  /** Default 1k. */
  readonly resolution?: ImageResolution | undefined;
  /** Of grok-imagine-image-2.0. */
  readonly quality?: 'low' | 'medium' | undefined;
  /** `b64_json`: the bytes come with the reply. Default `url`: they are fetched when they are read. */
  readonly responseFormat?: 'url' | 'b64_json' | undefined;
}

export interface EditImageParams extends Omit<ImageParams, 'prompt' | 'scene'> {
  /** What to change. In a prompt over several pictures, `<IMAGE_0>` names the first. */
  readonly prompt: string;
  /** One picture, whose shape the result has; or several to edit and to take from. */
  readonly image: MediaInput | readonly MediaInput[];
}

interface VideoCommonParams extends CommonParams {
  /** The MP4 is put there instead; the result then has no URL. */
  readonly uploadUrl?: string | undefined;
}

export interface VideoParams extends VideoCommonParams {
  /** What the video shows and how it moves and sounds. May be left out where a picture says enough. */
  readonly prompt?: string | undefined;
  /** In place of a prompt: what `scenes.read` gave, corrected. */
  readonly scene?: SceneObject | undefined;
  /** Seconds, 1 to 15. Default 8. */
  readonly duration?: number | undefined;
  /** Default 16:9, or the shape of `image`. */
  readonly aspectRatio?: VideoAspectRatio | undefined;
  /** Default 480p. */
  readonly resolution?: VideoResolution | undefined;
  /** False: the file has no audio track. */
  readonly generateAudio?: boolean | undefined;
  /** The first frame: a picture that comes to life. */
  readonly image?: MediaInput | undefined;
  /** Of grok-imagine-video-1.5. */
  readonly lastFrame?: MediaInput | undefined;
  /** Pictures that are reached at their time, on thirds of a second. Of grok-imagine-video-1.5. */
  readonly keyframes?: readonly { readonly image: MediaInput; readonly atSeconds: number }[] | undefined;
  /** Subjects and places, 1 to 7; `<IMAGE_0>` in the prompt names the first. */
  readonly referenceImages?: readonly MediaInput[] | undefined;
  /** Who speaks, in turn: `ara`, `eve`, `leo`, `rex`, `sal`. Of grok-imagine-video-1.5. */
  readonly voices?: readonly string[] | undefined;
}

export interface EditVideoParams extends VideoCommonParams {
  /** What to change; what is not named stays. */
  readonly prompt: string;
  /** At most 8.7 s. Length and shape of the result are its own. */
  readonly video: MediaInput;
}

export interface ExtendVideoParams extends EditVideoParams {
  /** Seconds to add, 1 to 10. Default 6. */
  readonly duration?: number | undefined;
}

export async function imageBody(
  { image, storage, ...fields }: ImageParams & { readonly image?: EditImageParams['image'] | undefined },
  read: ReadInput,
): Promise<ImageBody> {
  const images = image === undefined ? [] : [image].flat();
  return {
    ...wireNames(fields),
    ...storageOf(storage),
    ...(images.length === 1 ? { image: await read(images[0]!) } : {}),
    ...(images.length > 1 ? { images: await inTurn(images, read) } : {}),
  } as ImageBody;
}

export async function videoBody(params: VideoParams, read: ReadInput): Promise<VideoBody> {
  const { image, lastFrame, keyframes, referenceImages, voices, storage, uploadUrl, ...fields } = params;
  return {
    ...wireNames(fields),
    ...storageOf(storage),
    ...outputOf(uploadUrl),
    ...(voices === undefined ? {} : { reference_audios: voices.map((voice_id) => ({ voice_id })) }),
    ...(image === undefined ? {} : { image: await read(image) }),
    ...(referenceImages === undefined ? {} : { reference_images: await inTurn(referenceImages, read) }),
    ...(keyframes === undefined
      ? {}
      : {
          keyframes: await inTurn(keyframes, async (keyframe) => ({
            image: await read(keyframe.image),
            timestamp_s: keyframe.atSeconds,
          })),
        }),
    ...(lastFrame === undefined ? {} : { last_frame: await read(lastFrame) }),
  } as VideoBody;
}

export async function inputVideoBody(
  { video, storage, uploadUrl, ...fields }: ExtendVideoParams,
  read: ReadInput,
): Promise<EditVideoBody & ExtendVideoBody> {
  return {
    ...wireNames(fields),
    ...storageOf(storage),
    ...outputOf(uploadUrl),
    video: await read(video),
  } as ExtendVideoBody;
}

/** One after the other: what is uploaded gets its idempotency key by its place. */
async function inTurn<T, R>(items: readonly T[], read: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const item of items) done.push(await read(item));
  return done;
}

/** `aspectRatio` is `aspect_ratio` on the wire. Names that are newer than this client pass, too. */
function wireNames(fields: object): object {
  const rename = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [rename(name), value]));
}

function outputOf(uploadUrl: string | undefined): { readonly output?: { readonly upload_url: string } } {
  return uploadUrl === undefined ? {} : { output: { upload_url: uploadUrl } };
}

function storageOf(storage: CommonParams['storage']): object {
  if (storage === undefined) return {};
  const { filename, expiresAfterSeconds, publicUrl } = storage;
  const public_url = typeof publicUrl === 'object' ? { expires_after: publicUrl.expiresAfterSeconds } : publicUrl;
  return { storage_options: { filename, expires_after: expiresAfterSeconds, public_url } };
}
