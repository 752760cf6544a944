import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { dist, ensureBuilt, root } from '../hosts/launch/build.mjs';

/** A build takes seconds, and waits for a running one. */
const BUILD_LIMIT_MS = 120_000;

beforeAll(() => ensureBuilt({ quiet: true }), BUILD_LIMIT_MS);

/** The code of a bundle, and of each file that it imports at its start. */
function codeOf(entry: string): string[] {
	const files = new Set([entry]);
	const all: string[] = [];
	for (const file of files) {
		const code = readFileSync(join(dist, 'main', file), 'utf8');
		for (const [, imported = ''] of code.matchAll(/^import [^'"]*["']\.\/([^"']+)["'];$/gm)) files.add(imported);
		all.push(code);
	}
	return all;
}

/** The sources in them: the bundler names each in a comment before its code. */
function sourcesOf(entry: string): Set<string> {
	const named = codeOf(entry).flatMap((code) => [...code.matchAll(/^\/\/ ((?:node_modules|common|main)\/\S+)$/gm)]);
	return new Set(named.map(([, source = '']) => source));
}

/** The libraries among them, once each. */
const libraries = (entry: string) => {
	const names = [...sourcesOf(entry)].map((source) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1]);
	return [...new Set(names.filter((name) => name !== undefined))].sort();
};

const schemas = (entry: string) => [...sourcesOf(entry)].filter((source) => source.startsWith('node_modules/zod/'));

test('the desktop application loads the library of schemas', () => {
	expect(schemas('electron.js')).toContain('node_modules/zod/v4/core/core.js');
});

/** Modules of ours that another one imports for what they do: by a statement without names. */
const importedForEffect = () =>
	['common', 'main'].flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.ts') && !/\.(?:test|fixture|child)\.ts$/.test(name))
			.map((name) => join(root, folder, name))
			.flatMap((file) =>
				[...readFileSync(file, 'utf8').matchAll(/^import '(\.[^']+)';$/gm)].map(([, path = '']) =>
					relative(root, join(dirname(file), path)).replaceAll('\\', '/'),
				),
			),
	);

test('a bundle has the modules that are imported for what they do', () => {
	const sources = sourcesOf('electron.js');
	const imported = importedForEffect();
	expect(imported).not.toEqual([]);
	expect(imported.filter((source) => !sources.has(source))).toEqual([]);
});

test('the command line starts with its parser alone, and loads what a command needs when it is named', () => {
	const sources = [...sourcesOf('cli.js')];
	expect(sources).toContain('main/hosts/cli/program.ts');
	expect(libraries('cli.js')).toEqual(['commander']);
	expect(sources.filter((source) => /^main\/(?!hosts\/cli\/)/.test(source))).toEqual([]);
});

/** The sources that a command loads when it is named. */
const sourcesOfCommand = (command: string): string[] => {
	const name = new RegExp(`(?<=import\\("\\./)${command}-[^"]+`).exec(codeOf('cli.js').join('\n'))?.[0] ?? '';
	return [...sourcesOf(name)];
};

test('a command loads what it uses: the list of interfaces needs no endpoints and no captures', () => {
	const sources = sourcesOfCommand('interfaces');
	expect(sources).toContain('main/hosts/cli/commands/interfaces.ts');
	expect(sources.filter((source) => /^main\/(?:capture|engine\/kinds)\//.test(source))).toEqual([]);
});

test.each(['listen', 'connect', 'send', 'ask', 'proxy'])('%s loads the capture only when one is kept', (command) => {
	const sources = sourcesOfCommand(command);
	expect(sources).toContain('main/app/unrecorded.ts');
	expect(sources.filter((source) => source.startsWith('main/capture/'))).toEqual([]);
});

test.each([
	['capture-writer', 'main/capture/writer-thread.ts'],
	['capture-reader', 'main/capture/reader-thread.ts'],
	['capture-opener', 'main/capture/opener-thread.ts'],
	['capture-import', 'main/capture/import-thread.ts'],
	['capture-export', 'main/capture/export-thread.ts'],
	['engine-script', 'main/engine/script-thread.ts'],
	['engine-rules', 'main/engine/rules-thread.ts'],
	['engine-datagrams', 'main/engine/datagrams-thread.ts'],
])('%s starts without the library of schemas', (entry, source) => {
	expect([...sourcesOf(`${entry}.js`)]).toContain(source);
	expect(schemas(`${entry}.js`)).toEqual([]);
});

test('the first script of the page provokes no exception as it is loaded', () => {
	const folder = join(dist, 'renderer/assets');
	const code = readdirSync(folder)
		.filter((name) => /^index-.*\.js$/.test(name))
		.map((name) => readFileSync(join(folder, name), 'utf8'))
		.join('\n');
	expect(code).toContain('Insufficient data');
	expect(code).not.toContain('DataView does not throw');
});
