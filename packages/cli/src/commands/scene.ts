import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { type ConnectionOptions, connect, withConnection } from '../connection.ts';
import { assertWritable, wholeNumber } from '../output.ts';

interface SceneOptions extends ConnectionOptions {
  readonly output?: string;
  readonly model?: string;
  readonly seed?: string;
  readonly json?: boolean;
}

export function sceneCommand(): Command {
  const command = new Command('scene')
    .description('print how a prompt is read, to be corrected and given to image or video by --scene; free')
    .argument('<prompt>')
    .option('-o, --output <file>', 'where to save it, instead of printing it')
    .option('-m, --model <id>', 'model of pictures')
    .option('--seed <number>', 'decides what the prompt leaves open');
  return withConnection(command).action(async (prompt: string, options: SceneOptions) => {
    const { output, model, seed, json = false } = options;
    if (output !== undefined) await assertWritable(output);
    const client = await connect(options);
    const read = await client.scenes.read({
      prompt,
      ...(model === undefined ? {} : { model }),
      ...(seed === undefined ? {} : { seed: wholeNumber('--seed', seed) }),
    });
    if (output !== undefined) await writeFile(output, `${JSON.stringify(read.scene, undefined, 2)}\n`);
    if (json) console.log(JSON.stringify(output === undefined ? read : { file: output, ...read }));
    else if (output === undefined) console.log(JSON.stringify(read.scene, undefined, 2));
    if (!json) console.error(`${output === undefined ? '' : `${output}  `}seed ${read.seed}  ${read.revised_prompt}`);
  });
}
