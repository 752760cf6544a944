import type { CallInput } from '../../../common/contract/index.ts';
import type { Said } from '../../../common/words/sentence/said.ts';
import { fromCommandLine, importedWorkspace } from '../../../common/workspace/import/index.ts';
import { partsOf } from '../../../common/workspace/parts.ts';
import type { Workspace } from '../../../common/workspace/schema.ts';
import { writeWorkspace } from '../../../common/workspace/write.ts';
import { dialogWords } from '../../words/dialogs.ts';

/** What is made of a command line. */
export interface CommandLine {
	readonly workspace: Workspace;
	/** A sentence for each thing that is left out or changed. */
	readonly notes: readonly Said[];
}

/** Reads a command line of curl, netcat or socat; undefined for anything else. */
export function readCommand(line: string): CommandLine | undefined {
	const found = fromCommandLine(line);
	return found === undefined ? undefined : importedWorkspace(found, undefined);
}

/** The call that takes all of it into the open workspace. */
export function takingAll({ workspace }: CommandLine): CallInput<'workspaceTakeParts'> {
	return {
		from: { name: dialogWords().gallery.command.source, text: writeWorkspace(workspace).text },
		parts: partsOf(workspace).map(({ kind, key }) => ({ kind, key })),
	};
}
