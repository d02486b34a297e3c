import { Command } from 'commander';
import { connectAsManager, type ManagerOptions, withManager } from '../manager.ts';

/** `team create | list`, through the running server, with the management key of its data folder. */
export function teamCommand(): Command {
  const create = withManager(
    new Command('create').description('make a team; keys are made for it with `key create --team`').argument('<name>'),
  ).action(async (name: string, options: ManagerOptions) => {
    const team = await (await connectAsManager(options)).createTeam(name);
    console.log(options.json ? JSON.stringify(team) : `${team.teamId}  ${team.name}`);
  });
  const list = withManager(new Command('list').description('list all teams')).action(
    async (options: ManagerOptions) => {
      const teams = await (await connectAsManager(options)).listTeams();
      if (options.json) console.log(JSON.stringify(teams));
      else for (const team of teams) console.log(`${team.teamId}  ${team.createTime.slice(0, 10)}  ${team.name}`);
    },
  );
  return new Command('team').description('make and list teams').addCommand(create).addCommand(list);
}
