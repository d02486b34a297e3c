import { Command } from 'commander';

interface DoctorOptions {
  readonly data?: string;
  readonly host?: string;
  readonly port?: string;
  readonly json?: boolean;
}

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('check whether this machine can run the server, and say what to do')
    .option('--data <folder>', 'data folder to check')
    .option('--host <address>', 'address to check')
    .option('--port <number>', 'port to check')
    .option('--json', 'print JSON for programs')
    .action(async (options: DoctorOptions) => {
      const { examine, readConfig } = await import('@openimagine/server');
      const findings = await examine(readConfig(options));
      if (options.json) console.log(JSON.stringify(findings));
      else
        for (const { name, state, detail, advice } of findings)
          console.log(`${MARKS[state]} ${name}: ${detail}${advice === undefined ? '' : `\n    ${advice}`}`);
      if (findings.some(({ state }) => state === 'failed')) process.exitCode = 1;
    });
}

const MARKS = { ok: '✓', warning: '!', failed: '✗' } as const;
