import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Layers with a tsconfig of their own; the tests and configs of all are checked by the one at the root. */
const LAYERS = ['common', 'main', 'preload', 'renderer', 'e2e'];
const SOURCES = ['common', 'main', 'preload', 'renderer', 'packaging', 'e2e', 'bench'].filter((folder) =>
	existsSync(folder),
);

const GATES = [
	['format and lint', 'biome', ['check', '--error-on-warnings', '.']],
	// In one process, which reads what they share once. Several gates run at a time: threads of this one would only check the
	// same types twice, for twice the processor time.
	['types', 'tsc', ['-b', ...LAYERS, '.', '--singleThreaded']],
	['import rules', 'depcruise', ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', ...SOURCES]],
	['folders', 'node', ['.ci/folders.mjs']],
	['unused code', 'knip', ['--no-progress']],
	['generated parts of docs', 'node', ['.ci/docs.mjs', '--check']],
	['links and paths in the docs', 'node', ['.ci/doc-paths.mjs']],
	['words to avoid', 'node', ['.ci/words.mjs', '--comments']],
	['texts in the catalogues', 'node', ['.ci/texts.mjs']],
	['sentences of errors', 'node', ['.ci/sentences.mjs']],
];

/**
 * Runs one gate to its end; shows its output only when it fails. The types are checked by a program in Go, whose collector
 * takes a third of its processor time by default (GOGC=100): three times the memory in use before it runs is 2.5 GB at most.
 */
function runGate([name, command, args]) {
	return new Promise((resolve) => {
		const started = performance.now();
		const child = spawn(command, args, {
			stdio: ['ignore', 'pipe', 'pipe'],
			env: { GOGC: '300', ...process.env },
			shell: process.platform === 'win32',
		});
		const output = [];
		child.stdout.on('data', (chunk) => output.push(chunk));
		child.stderr.on('data', (chunk) => output.push(chunk));
		child.on('error', (error) => resolve({ name, ok: false, output: error.message, seconds: 0 }));
		child.on('close', (code) =>
			resolve({
				name,
				ok: code === 0,
				output: Buffer.concat(output).toString(),
				seconds: (performance.now() - started) / 1000,
			}),
		);
	});
}

/**
 * Runs every gate; returns the row of a report.
 * @param {{ atOnce?: number, say?: (line: string) => void }} [options] `atOnce`: how many gates run at a time
 */
export async function check({ atOnce = 2, say = console.log } = {}) {
	const waiting = [...GATES];
	const results = [];
	const worker = async () => {
		for (let gate = waiting.shift(); gate !== undefined; gate = waiting.shift()) {
			const result = await runGate(gate);
			results.push(result);
			say(`${result.ok ? 'ok    ' : 'FAILED'}  ${result.name} (${result.seconds.toFixed(1)} s)`);
			if (!result.ok) say(result.output);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	const failures = results.filter((result) => !result.ok).map((result) => result.name);
	return {
		name: 'check',
		passed: results.length - failures.length,
		failed: failures.length,
		skipped: 0,
		reasons: [],
		failures,
	};
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
	const { failed } = await check();
	process.exitCode = failed === 0 ? 0 : 1;
}
