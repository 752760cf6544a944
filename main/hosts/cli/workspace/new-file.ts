import { dirname, join } from 'node:path';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { workspaces } from '../../../../common/words/en/cli/workspaces.ts';
import {
	type ReadWorkspace,
	WORKSPACE_SCHEMA_FILE,
	type Workspace,
	workspaceFileTitle,
	writeWorkspace,
} from '../../../../common/workspace/index.ts';
import { workspaceSchemaText } from '../../../app/workspace/schema-file.ts';
import { readNamedText } from '../files/named-text.ts';
import { writeTextFile } from '../output/text-file.ts';
import { say, stdout } from '../terminal/console.ts';
import { spoken } from '../terminal/language.ts';

const words = () => spoken('workspaces', workspaces).new;

/** Where a new workspace goes. */
export interface NewFileOptions {
	/** A file, or `-` for stdout. */
	readonly output: string;
	readonly force?: boolean;
	/** Left out: that of the file. */
	readonly name?: string | undefined;
}

/** The name of the new workspace. */
export function newName({ output, name }: NewFileOptions): string | undefined {
	return name ?? (output === '-' ? undefined : workspaceFileTitle(output));
}

/** Writes a workspace, and the JSON Schema that it names beside it. `known` has keys that this version does not know. */
export async function writeNewWorkspace(
	workspace: Workspace,
	{ output, force }: NewFileOptions,
	known?: ReadWorkspace,
): Promise<void> {
	const { text } = writeWorkspace(workspace, known);
	if (output === '-') {
		stdout().bytes(Buffer.from(text));
		return;
	}
	await writeTextFile(output, text, { replace: force ?? false });
	say(words().written(output));
	await putSchema(join(dirname(output), WORKSPACE_SCHEMA_FILE));
}

/** A schema that is there stays: it may be of a newer version. */
async function putSchema(file: string): Promise<void> {
	const schema = await workspaceSchemaText();
	try {
		await writeTextFile(file, schema);
		say(words().schema(file));
	} catch (error) {
		if (!(error instanceof WirebenchError) || error.code !== 'wrong-state') throw error;
		if (readNamedText(file) === schema) return;
		say(words().otherSchema(file));
	}
}
