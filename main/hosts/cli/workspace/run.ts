import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { programsOf } from '../../../../common/structure/index.ts';
import { workspaces } from '../../../../common/words/en/cli/workspaces.ts';
import { missingSecrets, type Workspace, type WorkspaceEndpoint } from '../../../../common/workspace/index.ts';
import { defaultDataFolder } from '../../../app/folders/data-folder.ts';
import { reportOn } from '../../../app/workspace/check-workspace.ts';
import { loadWorkspace } from '../../../app/workspace/load-workspace.ts';
import { readNamedText } from '../files/named-text.ts';
import { addOutputOptions } from '../run/run-endpoint.ts';
import { runEndpoints, type WorkspaceRunOptions } from '../run/run-workspace.ts';
import { say } from '../terminal/console.ts';
import { EXIT } from '../terminal/exit-codes.ts';
import { faultText, spoken } from '../terminal/language.ts';
import { environmentLines, missingLines, problemLines, unknownLines } from './report.ts';

const words = () => spoken('workspaces', workspaces).run;

interface RunOptions extends WorkspaceRunOptions {
	readonly only: readonly string[];
}

/** The endpoints with these names or ids; without any, all. Throws `bad-input` for a name that none has. */
function chosen({ endpoints }: Workspace, only: readonly string[]): readonly WorkspaceEndpoint[] {
	for (const wanted of only) {
		if (endpoints.some(({ id, name }) => name === wanted || id === wanted)) continue;
		const names = endpoints.map(({ name }) => name).join(', ');
		throw new WirebenchError('bad-input', words().unknown(wanted, names || words().none));
	}
	const list =
		only.length === 0 ? endpoints : endpoints.filter(({ id, name }) => only.includes(name) || only.includes(id));
	if (list.length > 0) return list;
	throw new WirebenchError('bad-input', words().empty);
}

/** Runs the endpoints of a workspace file; returns the exit code. */
async function run(file: string, { only, ...options }: RunOptions): Promise<number> {
	const text = readNamedText(file);
	const report = reportOn(text);
	if (report.problems.length > 0) {
		say(...problemLines(file, report));
		return EXIT.usage;
	}
	say(...unknownLines(file, report));
	const loaded = await loadWorkspace(file, text, resolve(defaultDataFolder()));
	if ('kind' in loaded) throw new WirebenchError('bad-input', `${file} ${faultText(loaded)}`);
	say(...loaded.notes.map(faultText));
	const endpoints = chosen(loaded.workspace, only);
	say(...endpoints.flatMap((endpoint) => missingLines(endpoint.name, missingSecrets(endpoint))));
	say(...environmentLines(file, { endpoints, payloads: [], tests: [] }));
	const variables = { ...loaded.workspace.variables, ...options.var };
	const structures = programsOf(loaded.workspace.structures);
	return runEndpoints(endpoints, loaded.folder, { ...options, var: variables, structures });
}

export function addRun(program: Command, done: (code: number) => void): void {
	const command = program
		.command('run')
		.summary(words().summary)
		.description(words().description)
		.argument('<file>', words().file)
		.addOption(new Option('--only <name...>', words().only).default([], words().all))
		.option('--keep-going', words().keepGoing);
	addOutputOptions(command).action(async (file: string, options: RunOptions) => done(await run(file, options)));
}
