import { decide } from '../../main/hosts/launch/decide.mjs';
import { electronPackage, fetchElectron } from '../../main/hosts/launch/electron.mjs';
import { electronFacts } from '../../main/hosts/launch/facts.mjs';
import { thisMachine } from '../../main/hosts/launch/machine.mjs';

/** Where the test runner leaves the reason for which it could not fetch the runtime. */
const FETCH_FAILURE = 'WIREBENCH_ELECTRON_FETCH_FAILURE';

/** What `npm start` would do if Electron were asked for. */
function decision() {
	const facts = electronFacts(thisMachine(), electronPackage(), process.env[FETCH_FAILURE]);
	return decide({ wanted: 'electron', ...facts });
}

/** Why the real Electron cannot be started here, or undefined when it can. */
export function whyNoElectron(): string | undefined {
	const decided = decision();
	if ('why' in decided) return `Electron: ${decided.why}`;
	if (decided.next === 'electron') return undefined;
	return 'Electron: its runtime is not installed ("npm test" and "npx install-electron" fetch it)';
}

/** For the test runner: fetches the runtime where it alone is missing. A failure becomes the reason of the skipped tests. */
export async function fetchMissingElectron(say: (line: string) => void): Promise<void> {
	if (decision().next !== 'fetch') return;
	say('Fetching the Electron runtime…');
	const failure = await fetchElectron(electronPackage(), { onProgress: () => undefined });
	if (failure !== undefined) process.env[FETCH_FAILURE] = failure;
}
