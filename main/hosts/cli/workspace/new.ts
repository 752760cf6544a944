import { type Command, Option } from 'commander';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { workspaces } from '../../../../common/words/en/cli/workspaces.ts';
import { newWorkspace } from '../../../../common/workspace/index.ts';
import { presetNamed } from '../flags/endpoint-config.ts';
import { spoken } from '../terminal/language.ts';
import { type NewFileOptions, newName, writeNewWorkspace } from './new-file.ts';

const words = () => spoken('workspaces', workspaces).new;
const printingWords = () => spoken('printing', printing);

interface NewOptions extends NewFileOptions {
	readonly preset: readonly string[];
}

/** Options of the commands that write a workspace file. */
export function addNewFileOptions(command: Command): Command {
	return command
		.option('-o, --output <file>', printingWords().output, '-')
		.option('--name <name>', words().name)
		.option('--force', printingWords().force);
}

export function addNew(workspace: Command): void {
	const command = workspace
		.command('new')
		.summary(words().summary)
		.description(words().description)
		.addOption(new Option('--preset <id...>', words().preset).default([], words().none));
	addNewFileOptions(command).action((options: NewOptions) => {
		const endpoints = options.preset.map((id, at) => ({ ...presetNamed(id).config, id: `e${at + 1}` }));
		return writeNewWorkspace(newWorkspace({ name: newName(options), endpoints }), options);
	});
}
