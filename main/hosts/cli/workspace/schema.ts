import type { Command } from 'commander';
import { workspaceSchemaText } from '../../../app/workspace/schema-file.ts';
import { writeTextFile } from '../output/text-file.ts';
import { stdout } from '../terminal/console.ts';

interface SchemaOptions {
	readonly output: string;
	readonly force?: boolean;
}

async function schema({ output, force }: SchemaOptions): Promise<void> {
	const text = await workspaceSchemaText();
	if (output === '-') stdout().bytes(Buffer.from(text));
	else await writeTextFile(output, text, { replace: force ?? false });
}

export function addSchema(workspace: Command): void {
	workspace
		.command('schema')
		.summary('print the JSON Schema of workspace files')
		.description('Prints the JSON Schema (draft 2020-12) of workspace files, for editors and validators.')
		.option('-o, --output <file>', 'where to write; - is stdout', '-')
		.option('--force', 'replace a file that is there')
		.action(schema);
}
