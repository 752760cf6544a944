import { type Command, Option } from 'commander';
import { newWorkspace } from '../../../../common/workspace/index.ts';
import { presetNamed } from '../flags/endpoint-config.ts';
import { type NewFileOptions, newName, writeNewWorkspace } from './new-file.ts';

interface NewOptions extends NewFileOptions {
	readonly preset: readonly string[];
}

/** Options of the commands that write a workspace file. */
export function addNewFileOptions(command: Command): Command {
	return command
		.option('-o, --output <file>', 'where to write; - is stdout', '-')
		.option('--name <name>', 'name of the workspace (default: that of the file)')
		.option('--force', 'replace a file that is there');
}

export function addNew(workspace: Command): void {
	const command = workspace
		.command('new')
		.summary('write a new workspace file')
		.description(
			'Writes a workspace file, and beside it the JSON Schema with which editors complete and check it. Without --preset it ' +
				'has no endpoints yet.',
		)
		.addOption(new Option('--preset <id...>', 'endpoints to begin with (see "wirebench presets")').default([], 'none'));
	addNewFileOptions(command).action((options: NewOptions) => {
		const endpoints = options.preset.map((id, at) => ({ ...presetNamed(id).config, id: `e${at + 1}` }));
		return writeNewWorkspace(newWorkspace({ name: newName(options), endpoints }), options);
	});
}
