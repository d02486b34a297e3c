import type { VideoParams } from '@openimagine/sdk';
import { Command } from 'commander';
import { type ConnectionOptions, connect, withConnection } from '../connection.ts';
import { CommandError } from '../failure.ts';
import { readInput, readKeyframe } from '../inputs.ts';
import { assertWritable, wholeNumber } from '../output.ts';
import { assertPromptOrScene, readSceneFile } from '../scene-file.ts';
import {
  cancelOption,
  dryRunOption,
  idempotencyOption,
  makeVideo,
  printQuote,
  type VideoOutput,
} from '../video-work.ts';

interface VideoOptions extends ConnectionOptions, VideoOutput {
  readonly image?: string;
  readonly scene?: string;
  readonly lastFrame?: string;
  readonly keyframe?: readonly string[];
  readonly reference?: readonly string[];
  readonly voice?: readonly string[];
  readonly model?: string;
  readonly duration?: string;
  readonly ratio?: string;
  readonly resolution?: string;
  readonly seed?: string;
  readonly audio: boolean;
  readonly dryRun?: boolean;
}

export function videoCommand(): Command {
  const command = new Command('video')
    .description('make a video with sound from a prompt, or bring a picture to life')
    .argument('[prompt]', 'may be left out where pictures or a scene say enough')
    .option('-o, --output <file>', 'where to save it', 'video.mp4')
    .option('-i, --image <input>', 'the first frame: a file, a URL or a file id')
    .option('--last-frame <input>', 'the last frame; for grok-imagine-video-1.5')
    .option('--keyframe <seconds=input...>', 'a picture that is reached then; for grok-imagine-video-1.5')
    .option('--reference <input...>', 'subjects and places; <IMAGE_0> in the prompt names the first')
    .option('--voice <name...>', 'who speaks, in turn: ara, eve, leo, rex, sal; for grok-imagine-video-1.5')
    .option('--scene <file>', 'a scene in place of a prompt, as the command scene prints it')
    .option('-m, --model <id>', 'model')
    .option('-d, --duration <seconds>', '1 to 15')
    .option('-r, --ratio <ratio>', 'aspect ratio, such as 16:9')
    .option('--resolution <lines>', '480p, 720p or 1080p')
    .option('--seed <number>', 'make the same video again')
    .option('--no-audio', 'without a sound track')
    .addOption(cancelOption())
    .addOption(idempotencyOption())
    .addOption(dryRunOption());
  return withConnection(command).action(async (prompt: string | undefined, options: VideoOptions) => {
    if (options.scene !== undefined) assertPromptOrScene(prompt, options.scene);
    else if (prompt === undefined && !hasPictures(options))
      throw new CommandError(
        'missing required argument: a prompt, a --scene, or pictures by --image, --last-frame, --keyframe or --reference.',
      );
    await assertWritable(options.output, 'video');
    const params = await videoParams(prompt, options);
    const client = await connect(options);
    if (options.dryRun) printQuote(await client.quote.generateVideo(params), options.json ?? false);
    else await makeVideo('Rendering', options, (waitOptions) => client.generateVideo(params, waitOptions));
  });
}

function hasPictures({ image, lastFrame, keyframe, reference }: VideoOptions): boolean {
  return (image ?? lastFrame ?? keyframe ?? reference) !== undefined;
}

/** The server checks the words of closed lists and names those that exist. */
async function videoParams(prompt: string | undefined, options: VideoOptions): Promise<VideoParams> {
  const { image, lastFrame, keyframe, reference, scene, duration, ratio, resolution, seed } = options;
  return {
    prompt,
    ...(scene === undefined ? {} : { scene: await readSceneFile(scene) }),
    image: image === undefined ? undefined : await readInput(image),
    lastFrame: lastFrame === undefined ? undefined : await readInput(lastFrame),
    keyframes: keyframe === undefined ? undefined : await Promise.all(keyframe.map(readKeyframe)),
    referenceImages: reference === undefined ? undefined : await Promise.all(reference.map(readInput)),
    voices: options.voice,
    model: options.model,
    duration: duration === undefined ? undefined : wholeNumber('--duration', duration),
    aspectRatio: ratio as VideoParams['aspectRatio'],
    resolution: resolution as VideoParams['resolution'],
    seed: seed === undefined ? undefined : wholeNumber('--seed', seed),
    generateAudio: options.audio ? undefined : false,
  };
}
