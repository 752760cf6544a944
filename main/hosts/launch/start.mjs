/** `npm start`: Electron where it can run, else the browser host, and one line with the reason. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { dist, ensureBuilt, root } from './build.mjs';
import { decide } from './decide.mjs';
import { fetchElectron, installedElectron, runtimeFolder } from './electron.mjs';
import { whyNoDisplay, whyNoSandbox } from './machine.mjs';
import { ensureRuntime, runInPlace } from './runtime.mjs';

/** If Electron fails within this many milliseconds, the browser host is started instead. */
const EARLY_MS = 5000;

const HELP = `Usage: npm start [-- OPTIONS]

  --host electron|browser  which host to start (default: Electron where it can run)
  --port N                 port of the browser host (default: one that the system chooses)
  --no-open                do not open the browser host's page
  --data DIR               where settings and captures are kept
  --capture DIR            where this run's capture goes
`;

function wrongUsage(message) {
	process.stderr.write(`${message}\n\n${HELP}`);
	process.exit(2);
}

function parseOptions() {
	const options = {
		host: { type: 'string' },
		port: { type: 'string' },
		'no-open': { type: 'boolean' },
		data: { type: 'string' },
		capture: { type: 'string' },
		help: { type: 'boolean' },
	};
	try {
		const { values } = parseArgs({ options });
		if (values.host !== undefined && values.host !== 'electron' && values.host !== 'browser') {
			wrongUsage(`There is no host "${values.host}".`);
		}
		return values;
	} catch (error) {
		return wrongUsage(error.message);
	}
}

/** The given options among the named ones, for the host's own command line. */
function passedOn(values, names) {
	return names.flatMap((name) => (values[name] === undefined ? [] : [`--${name}`, values[name]]));
}

/** Runs the browser host in this process, so that signals and the exit code are its own. */
async function startBrowser(values) {
	const args = ['serve', '--text', ...passedOn(values, ['port', 'data', 'capture'])];
	if (values['no-open']) args.push('--no-open');
	const cli = join(dist, 'main/cli.js');
	process.argv = [process.argv[0], cli, ...args];
	await import(pathToFileURL(cli).href);
}

/** @returns {Promise<string | undefined>} why it failed to start; otherwise never returns */
async function startElectron(values) {
	const start = performance.now();
	const { code, signal, asked, release } = await runInPlace(installedElectron(), [
		root,
		...passedOn(values, ['data', 'capture']),
	]);
	const failed = code !== 0 && !asked;
	if (failed && performance.now() - start < EARLY_MS) {
		release();
		return `it ended at once with ${signal ?? `exit code ${code}`}; its own words are above`;
	}
	return process.exit(asked ? 0 : code);
}

async function main() {
	const values = parseOptions();
	if (values.help) {
		process.stdout.write(HELP);
		return;
	}
	const built = ensureBuilt();
	const facts = {
		wanted: values.host,
		noDisplay: whyNoDisplay(),
		noSandbox: whyNoSandbox(runtimeFolder()),
		runtime: installedElectron() === undefined ? 'absent' : 'present',
		fetchFailure: undefined,
	};
	let decision = decide(facts);
	if (decision.next === 'fetch') {
		process.stderr.write('Fetching the Electron runtime…\n');
		facts.fetchFailure = await fetchElectron();
		facts.runtime = facts.fetchFailure === undefined ? 'present' : 'unfetchable';
		facts.noSandbox = whyNoSandbox(runtimeFolder());
		decision = decide(facts);
	}
	await built;
	if (decision.next === 'electron') {
		const why = await startElectron(values);
		decision = { next: values.host === 'electron' ? 'give-up' : 'browser', why };
	}
	if (decision.next === 'give-up') {
		process.stderr.write(`Electron cannot be started: ${decision.why}.\n`);
		process.exit(1);
	}
	if (values.host === undefined) process.stdout.write(`Not Electron: ${decision.why}. Starting the browser host.\n`);
	await startBrowser(values);
}

await ensureRuntime();
try {
	await main();
} catch (error) {
	process.stderr.write(`${error.message}\n`);
	process.exit(1);
}
