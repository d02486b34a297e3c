import { readFile } from 'node:fs/promises';
import {
  type ImageOrder,
  type InputFacts,
  type OrderInput,
  quoteImage,
  quoteVideo,
  readImageEditOrder,
  readImageOrder,
  readVideoEditOrder,
  readVideoExtensionOrder,
  readVideoOrder,
  type VideoOrder,
} from '@openimagine/contract';
import { DRAFT_IMAGE_MODEL, DRAFT_VIDEO_MODEL, type EngineRequest, type MediaInput } from '@openimagine/engines';
import { makeExampleClip } from '@openimagine/engines/example-clips';
import { inspectMedia } from '@openimagine/media';

/** An entry of examples/prompts.json: a prompt, what it starts from, and fields of the request. */
export interface Prompt {
  readonly id: string;
  readonly op: 'image' | 'video' | 'from-image' | 'edit-video' | 'edit-image' | 'extend';
  readonly prompt: string;
  readonly inputs?: readonly PromptInput[];
  readonly duration?: number;
  readonly aspect_ratio?: string;
  readonly generate_audio?: boolean;
}

export type PromptInput =
  | { readonly photo: string }
  | { readonly clip: Parameters<typeof makeExampleClip>[0] }
  /** What another prompt of the same run gave. */
  | { readonly resultOf: string };

/** What a prompt comes to, as the API would read it: the engine's request, and its inputs to be shown beside. */
export interface PromptOrder {
  readonly request: EngineRequest;
  readonly inputs: readonly { readonly bytes: Uint8Array; readonly mime: string }[];
}

const SEED = 1;

/** @param results What the prompts before it gave, by their ids. */
export async function orderOf(prompt: Prompt, results: ReadonlyMap<string, Uint8Array>): Promise<PromptOrder> {
  const files = await Promise.all((prompt.inputs ?? []).map((input) => openInput(input, results)));
  const order = readOrder(prompt, files.length);
  const facts = files.map(({ measured }, index) => toFacts(order.inputs[index]!, measured));
  const inputs = order.inputs.map((input, index) => toMediaInput(input, files[index]!.bytes, facts[index]!));
  return {
    request: toRequest(prompt.id, order, facts, inputs),
    inputs: files.map(({ bytes, measured }) => ({ bytes, mime: measured.mime })),
  };
}

type Measured = Awaited<ReturnType<typeof inspectMedia>>;

async function openInput(input: PromptInput, results: ReadonlyMap<string, Uint8Array>) {
  const bytes = await bytesOf(input, results);
  return { bytes, measured: await inspectMedia(bytes) };
}

async function bytesOf(input: PromptInput, results: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  if ('photo' in input) return readFile(new URL(`../../examples/inputs/${input.photo}`, import.meta.url));
  if ('clip' in input) return makeExampleClip(input.clip);
  const result = results.get(input.resultOf);
  if (result === undefined) throw new Error(`The result of ${input.resultOf} is needed; draw it in the same run.`);
  return result;
}

function readOrder(prompt: Prompt, inputCount: number): ImageOrder | VideoOrder {
  const { id: _, op, inputs: __, ...fields } = prompt;
  // Names alone: what they stand for is measured already.
  const urls = Array.from({ length: inputCount }, (_, index) => `https://example.com/${index}`);
  switch (op) {
    case 'image':
      return readImageOrder({ aspect_ratio: '16:9', ...fields });
    case 'edit-image':
      return readImageEditOrder({ ...fields, images: urls });
    case 'edit-video':
      return readVideoEditOrder({ ...fields, video: urls[0] });
    case 'extend':
      return readVideoExtensionOrder({ ...fields, video: urls[0] });
    case 'from-image':
      return readVideoOrder({ resolution: '720p', ...fields, image: urls[0] });
    case 'video':
      return readVideoOrder({ resolution: '720p', ...fields, ...(inputCount > 0 ? { reference_images: urls } : {}) });
  }
}

function toFacts({ role, field }: OrderInput, measured: Measured): InputFacts {
  const { width, height } = measured;
  if (measured.kind === 'image') return { kind: 'image', role, field, width, height };
  const { durationSeconds, framesPerSecond, audio } = measured;
  return { kind: 'video', role, field, width, height, durationSeconds, framesPerSecond, hasAudio: audio !== undefined };
}

function toMediaInput({ role }: OrderInput, bytes: Uint8Array, facts: InputFacts): MediaInput {
  const { width, height } = facts;
  const mime = facts.kind === 'video' ? 'video/mp4' : 'image/jpeg';
  const film =
    facts.kind === 'video'
      ? { seconds: facts.durationSeconds, framesPerSecond: facts.framesPerSecond, hasAudio: facts.hasAudio }
      : {};
  return {
    role,
    mime,
    sizeBytes: bytes.length,
    meta: { width, height, ...film },
    open: async () => new Blob([Uint8Array.from(bytes)]).stream(),
  };
}

function toRequest(
  generationId: string,
  order: ImageOrder | VideoOrder,
  facts: readonly InputFacts[],
  inputs: readonly MediaInput[],
): EngineRequest {
  const common = { generationId, operation: order.operation, prompt: order.prompt, count: 1, inputs, seed: SEED };
  if (order.kind === 'image') {
    const { width, height, aspectRatio } = quoteImage(order, facts);
    return {
      ...common,
      model: DRAFT_IMAGE_MODEL,
      aspectRatio,
      resolution: order.resolution,
      width,
      height,
      audio: false,
    };
  }
  const { width, height, aspectRatio, resolution, durationSeconds, framesPerSecond } = quoteVideo(order, facts);
  return {
    ...common,
    model: DRAFT_VIDEO_MODEL,
    aspectRatio,
    resolution,
    width,
    height,
    seconds: durationSeconds,
    ...(framesPerSecond === undefined ? {} : { framesPerSecond }),
    audio: order.audio,
  };
}
