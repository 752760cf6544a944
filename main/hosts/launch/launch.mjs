import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { dist, ensureBuilt, root } from './build.mjs';
import { decide } from './decide.mjs';
import { electronPackage, fetchElectron } from './electron.mjs';
import { electronFacts } from './facts.mjs';
import { thisMachine } from './machine.mjs';
import { showProgress } from './progress.mjs';
import { runInPlace } from './runtime.mjs';

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

function parseOptions(args) {
	const options = {
		host: { type: 'string' },
		port: { type: 'string' },
		'no-open': { type: 'boolean' },
		data: { type: 'string' },
		capture: { type: 'string' },
		help: { type: 'boolean' },
	};
	try {
		const { values } = parseArgs({ args, options });
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
async function startElectron(executable, values) {
	const start = performance.now();
	// The main process's heap gets its young generation only from the command line.
	const heap = process.execArgv.filter((flag) => /^--(min|max)-semi-space-size=/.test(flag)).join(' ');
	const { code, signal, asked, release } = await runInPlace(executable, [
		...(heap === '' ? [] : [`--js-flags=${heap}`]),
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

/** Fetches the runtime with its progress on stderr; returns the facts after that. */
async function fetchVisibly(machine, packageFolder, stallMs) {
	const progress = showProgress(process.stderr);
	const failure = await fetchElectron(packageFolder, { onProgress: progress.update, stallMs });
	const facts = electronFacts(machine, packageFolder, failure ?? 'its installer installed nothing for this system');
	const outcome = facts.runtime === 'present' ? 'is installed' : 'could not be fetched';
	progress.end(`The Electron runtime ${outcome}.`);
	return facts;
}

async function start(values, { machine, packageFolder, stallMs }) {
	await ensureBuilt();
	let facts = electronFacts(machine, packageFolder);
	const decided = () => decide({ wanted: values.host, ...facts });
	let decision = decided();
	if (decision.next === 'fetch') {
		facts = await fetchVisibly(machine, packageFolder, stallMs);
		decision = decided();
	}
	if (decision.next === 'electron') {
		const why = await startElectron(facts.executable, values);
		decision = { next: values.host === 'electron' ? 'give-up' : 'browser', why };
	}
	// What can be done about the sandbox is of use only where nothing else is in the way.
	const otherwisePossible =
		values.host !== 'browser' && facts.noDisplay === undefined && facts.notThisUser === undefined;
	const advice = otherwisePossible ? facts.sandboxAdvice : undefined;
	if (decision.next === 'give-up') {
		process.stderr.write(`Electron cannot be started: ${decision.why}.\n${advice === undefined ? '' : `${advice}\n`}`);
		process.exit(1);
	}
	if (values.host === undefined) process.stdout.write(`Not Electron: ${decision.why}. Starting the browser host.\n`);
	if (advice !== undefined) process.stderr.write(`${advice}\n`);
	await startBrowser(values);
}

/**
 * Starts a host and ends with it; ends with 1 when none can be started, with 2 when an option is wrong.
 * @param {readonly string[]} args
 * @param {object} [where]
 * @param {import('./machine.mjs').Machine} [where.machine]
 * @param {string} [where.packageFolder] of the npm package of Electron
 * @param {number} [where.stallMs] milliseconds without data after which a connection is given up
 */
export async function launch(args, { machine = thisMachine(), packageFolder = electronPackage(), stallMs } = {}) {
	const values = parseOptions(args);
	if (values.help) {
		process.stdout.write(HELP);
		return;
	}
	try {
		await start(values, { machine, packageFolder, stallMs });
	} catch (error) {
		process.stderr.write(`${error.message}\n`);
		process.exit(1);
	}
}
