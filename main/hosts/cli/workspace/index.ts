import type { Command } from 'commander';
import { workspaces } from '../../../../common/words/en/cli/workspaces.ts';
import { spoken } from '../terminal/language.ts';
import { addCheck } from './check.ts';
import { addImport } from './import.ts';
import { addNew } from './new.ts';
import { addSchema } from './schema.ts';

const words = () => spoken('workspaces', workspaces).workspace;

export function addWorkspace(program: Command, done: (code: number) => void): void {
	const workspace = program
		.command('workspace')
		.summary(words().summary)
		.helpCommand('help [command]', words().help)
		.description(words().description);
	addCheck(workspace, done);
	addSchema(workspace);
	addNew(workspace);
	addImport(workspace);
}
