import { Command } from 'commander';
import { cancelCommand } from './commands/cancel.ts';
import { doctorCommand } from './commands/doctor.ts';
import { editCommand } from './commands/edit.ts';
import { extendCommand } from './commands/extend.ts';
import { filesCommand } from './commands/files.ts';
import { imageCommand } from './commands/image.ts';
import { keyCommand } from './commands/key.ts';
import { modelsCommand } from './commands/models.ts';
import { sceneCommand } from './commands/scene.ts';
import { serveCommand } from './commands/serve.ts';
import { teamCommand } from './commands/team.ts';
import { videoCommand } from './commands/video.ts';
import { waitCommand } from './commands/wait.ts';
import { reportFailure } from './failure.ts';
import { readVersion } from './version.ts';

const program = new Command('openimagine')
  .description('The Grok Imagine API that you run yourself: pictures and videos with sound, offline.')
  .version(readVersion())
  .showHelpAfterError('(openimagine --help lists the commands)');

for (const command of [
  serveCommand(),
  imageCommand(),
  videoCommand(),
  sceneCommand(),
  editCommand(),
  extendCommand(),
  waitCommand(),
  cancelCommand(),
  filesCommand(),
  modelsCommand(),
  teamCommand(),
  keyCommand(),
  doctorCommand(),
]) {
  program.addCommand(command);
}

try {
  await program.parseAsync();
} catch (error) {
  reportFailure(error, process.argv.includes('--json'));
}
