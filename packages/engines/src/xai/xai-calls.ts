import { EngineError, type EngineRequest, type MediaInput } from '../engine.ts';
import { IMAGE_RATIOS, INPUT_BYTES_MAX, VIDEO_RATIOS } from './xai-models.ts';

/** A creating call: where it goes, and what it says. */
export interface XaiCall {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The call that draws or edits pictures. @throws {EngineError} `invalid_request` for inputs beyond what a call holds. */
export async function imagesCall(request: EngineRequest): Promise<XaiCall> {
  const body = {
    model: request.model,
    prompt: request.prompt,
    n: request.count,
    resolution: request.resolution,
    response_format: 'b64_json',
    seed: request.seed,
    ...(request.quality === undefined ? {} : { quality: request.quality }),
  };
  if (request.operation === 'image.generate') {
    return { path: '/v1/images/generations', body: { ...body, aspect_ratio: request.aspectRatio } };
  }
  const images = await toUrls(request.inputs);
  return {
    path: '/v1/images/edits',
    body: { ...body, ...(images.length === 1 ? { image: images[0] } : { images, ...namedRatio(request) }) },
  };
}

/** The call that makes, edits or extends a video. @throws {EngineError} As `imagesCall`. */
export async function videoCall(request: EngineRequest): Promise<XaiCall> {
  const { operation, model, prompt, seed, inputs, voices = [] } = request;
  if (operation === 'video.edit' || operation === 'video.extend') {
    const [video] = await toUrls(inputs.filter(({ role }) => role === 'video'));
    const body = { model, prompt, video, seed };
    if (operation === 'video.edit') return { path: '/v1/videos/edits', body };
    return { path: '/v1/videos/extensions', body: { ...body, duration: request.seconds } };
  }
  const ofRole = async (role: MediaInput['role']) => toUrls(inputs.filter((input) => input.role === role));
  const [image] = await ofRole('firstFrame');
  const [lastFrame] = await ofRole('lastFrame');
  const references = await ofRole('reference');
  const keyframes = inputs.filter(({ role }) => role === 'keyframe');
  const keyframeUrls = await toUrls(keyframes);
  return {
    path: '/v1/videos/generations',
    body: {
      model,
      ...(prompt === '' ? {} : { prompt }),
      duration: request.seconds,
      // With a first frame the video has its shape, whatever is said.
      ...(image === undefined ? namedRatio(request) : {}),
      resolution: request.resolution,
      generate_audio: request.audio,
      seed,
      ...(image === undefined ? {} : { image }),
      ...(references.length === 0 ? {} : { reference_images: references }),
      ...(voices.length === 0 ? {} : { reference_audios: voices.map((voice_id) => ({ voice_id })) }),
      ...(keyframes.length === 0
        ? {}
        : { keyframes: keyframes.map(({ atSeconds }, i) => ({ image: keyframeUrls[i], timestamp_s: atSeconds })) }),
      ...(lastFrame === undefined ? {} : { last_frame: lastFrame }),
    },
  };
}

/** A ratio that follows an input, as `853:480` or, of a video, `2:1`, may be none that can be asked for. */
function namedRatio({ aspectRatio, operation }: EngineRequest): { aspect_ratio?: string } {
  const ratios = operation.startsWith('video') ? VIDEO_RATIOS : IMAGE_RATIOS;
  return ratios.includes(aspectRatio) ? { aspect_ratio: aspectRatio } : {};
}

async function toUrls(inputs: readonly MediaInput[]): Promise<{ url: string }[]> {
  const bytes = inputs.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (bytes > INPUT_BYTES_MAX) {
    throw new EngineError(
      'invalid_request',
      `the inputs have ${bytes} bytes together; the upstream takes at most ${INPUT_BYTES_MAX}`,
    );
  }
  const urls: { url: string }[] = [];
  for (const { mime, open } of inputs) {
    const content = Buffer.from(await new Response(await open()).arrayBuffer());
    urls.push({ url: `data:${mime};base64,${content.toString('base64')}` });
  }
  return urls;
}
