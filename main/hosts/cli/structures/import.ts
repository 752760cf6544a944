import type { Command } from 'commander';
import { fullName, parseProto } from '../../../../common/decode/protobuf/schema/index.ts';
import { pathText } from '../../../../common/json/issue-text.ts';
import { protoStructure } from '../../../../common/structure/proto-structure.ts';
import { checkStructure } from '../../../../common/structure/read.ts';
import { decoding } from '../../../../common/words/en/cli/decoding.ts';
import { lastOf, problemLines } from '../files/read-structure.ts';
import { say, stdout } from '../terminal/console.ts';
import { spoken } from '../terminal/language.ts';
import { textOf } from './text-of.ts';

const words = () => spoken('decoding', decoding).structure;

/** Prints the structure; what the file has beside it, or is wrong in it, are sentences. */
async function importFile(file: string, { message }: { readonly message?: string }): Promise<void> {
	const text = await textOf(file);
	if (message !== undefined) {
		const structure = protoStructure(text, fullName(parseProto(text), message));
		stdout().bytes(Buffer.from(`${JSON.stringify(structure, null, 2)}\n`));
		return;
	}
	// It is there for this alone.
	const { importKsy } = await import('../../../../common/structure/ksy/import.ts');
	const { structure, outside } = importKsy(text);
	const lines = problemLines(
		file,
		outside.map(({ path, ...said }) => ({ path: pathText(path), ...said })),
	);
	if (structure === undefined) throw lastOf(lines);
	say(...lines, ...problemLines(file, checkStructure(structure).problems));
	stdout().bytes(Buffer.from(`${JSON.stringify(structure, null, 2)}\n`));
}

export function addImport(structure: Command): void {
	structure
		.command('import')
		.summary(words().importSummary)
		.description(words().importDescription)
		.argument('<file>', words().importFile)
		.option('--message <name>', words().importMessage)
		.action(importFile);
}
