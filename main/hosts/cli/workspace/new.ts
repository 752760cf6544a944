import { type Command, Option } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { findPreset, presets } from '../../../../common/presets/index.ts';
import { newWorkspace, type WorkspaceEndpointInput } from '../../../../common/workspace/index.ts';
import { type NewFileOptions, newName, writeNewWorkspace } from './new-file.ts';

interface NewOptions extends NewFileOptions {
	readonly preset: readonly string[];
}

function presetEndpoint(id: string, at: number): WorkspaceEndpointInput {
	const preset = findPreset(id);
	if (preset === undefined) {
		const ids = presets.map((each) => each.id).join(', ');
		throw new WirebenchError('bad-input', `There is no preset "${id}". There are: ${ids}.`);
	}
	return { ...preset.config, id: `e${at + 1}` };
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
	addNewFileOptions(command).action((options: NewOptions) =>
		writeNewWorkspace(newWorkspace({ name: newName(options), endpoints: options.preset.map(presetEndpoint) }), options),
	);
}
