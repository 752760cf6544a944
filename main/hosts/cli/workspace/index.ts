import type { Command } from 'commander';
import { addCheck } from './check.ts';
import { addImport } from './import.ts';
import { addNew } from './new.ts';
import { addSchema } from './schema.ts';

export function addWorkspace(program: Command, done: (code: number) => void): void {
	const workspace = program
		.command('workspace')
		.summary('check, describe, make and import workspace files')
		.description(
			'Commands for workspace files (docs/workspace-format.md). "wirebench run" starts the endpoints of one.',
		);
	addCheck(workspace, done);
	addSchema(workspace);
	addNew(workspace);
	addImport(workspace);
}
