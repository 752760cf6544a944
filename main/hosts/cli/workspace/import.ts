import type { Command } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { workspaces } from '../../../../common/words/en/cli/workspaces.ts';
import {
	type Found,
	foundIn,
	fromCommandLine,
	IMPORTED_PROGRAMS,
	importedWorkspace,
	joined,
} from '../../../../common/workspace/import/index.ts';
import {
	aligned,
	clashesOf,
	isWorkspaceFile,
	isWorkspaceText,
	partId,
	partsOf,
	type ReadWorkspace,
	takeWholeParts,
} from '../../../../common/workspace/index.ts';
import { readUsable } from '../../../app/workspace/load-usable.ts';
import { inFolder, readInFolder } from '../../../app/workspace/rebase.ts';
import { workspaceFolder } from '../../../app/workspace/workspace-files.ts';
import { readNamedText } from '../files/named-text.ts';
import { say } from '../terminal/console.ts';
import { faultText, spoken } from '../terminal/language.ts';
import { addNewFileOptions } from './new.ts';
import { type NewFileOptions, newName, writeNewWorkspace } from './new-file.ts';

const words = () => spoken('workspaces', workspaces).import;

interface ImportOptions extends NewFileOptions {
	readonly command: readonly string[];
}

/** What is in a file: a workspace, with paths that mean the same in the folder `to`, or what another program has. */
function ofFile(file: string, to: string): Found | ReadWorkspace {
	const text = readNamedText(file);
	if (isWorkspaceFile(file) || isWorkspaceText(text))
		return readInFolder(readUsable(file, text), workspaceFolder(file), to);
	const found = foundIn(text);
	if (found !== undefined) return found;
	throw new WirebenchError('bad-input', words().unknownFile(file, IMPORTED_PROGRAMS.join(', ')));
}

function ofLine(line: string): Found {
	const found = fromCommandLine(line);
	if (found !== undefined) return found;
	throw new WirebenchError('bad-input', words().unknownLine(line, IMPORTED_PROGRAMS.join(', ')));
}

async function importFiles(files: readonly string[], options: ImportOptions): Promise<void> {
	const here = process.cwd();
	const to = options.output === '-' ? here : workspaceFolder(options.output);
	const all = files.map((file) => ofFile(file, to));
	const found = joined([...all.filter((one) => 'notes' in one), ...options.command.map(ofLine)]);
	const { workspace: imported, notes } = importedWorkspace(found, newName(options));
	say(...notes.map(faultText));
	// Command lines name files from where they are run.
	const others = inFolder(imported, here, to);
	const whole = all.reduce<ReadWorkspace>(
		(sofar, one) => ('notes' in one ? sofar : withPartsOf(sofar, one)),
		aligned(others, undefined),
	);
	if (partsOf(whole.workspace).length === 0) {
		throw new WirebenchError('bad-input', words().nothing);
	}
	await writeNewWorkspace(whole.workspace, options, whole);
}

/** With all parts of another: what is the same already is not taken again, and of what has the same name both stay. */
function withPartsOf(whole: ReadWorkspace, from: ReadWorkspace): ReadWorkspace {
	const clashes = clashesOf(whole.workspace, from.workspace);
	const parts = partsOf(from.workspace).filter((part) => clashes.get(partId(part))?.by !== 'same');
	return takeWholeParts(whole, from, parts);
}

export function addImport(workspace: Command): void {
	const command = workspace
		.command('import')
		.summary(words().summary)
		.description(words().description)
		.argument('[file...]', words().files)
		.option('--command <line>', words().command, (line, all: string[]) => [...all, line], []);
	addNewFileOptions(command).action(importFiles);
}
