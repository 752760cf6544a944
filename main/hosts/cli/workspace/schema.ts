import type { Command } from 'commander';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { workspaces } from '../../../../common/words/en/cli/workspaces.ts';
import { workspaceSchemaText } from '../../../app/workspace/schema-file.ts';
import { writeTextFile } from '../output/text-file.ts';
import { stdout } from '../terminal/console.ts';
import { spoken } from '../terminal/language.ts';

const words = () => spoken('workspaces', workspaces).schema;
const printingWords = () => spoken('printing', printing);

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
		.summary(words().summary)
		.description(words().description)
		.option('-o, --output <file>', printingWords().output, '-')
		.option('--force', printingWords().force)
		.action(schema);
}
