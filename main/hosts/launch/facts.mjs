import { installedElectron, whyNotFetched } from './electron.mjs';
import { whyNoDisplay, whyNoSandbox, whyNotThisUser } from './machine.mjs';

/**
 * What decides whether Electron can be started: on this machine, by this user, with this package.
 * @param {import('./machine.mjs').Machine} machine
 * @param {string} packageFolder of the npm package of Electron
 * @param {string} [failure] why the runtime could not be fetched before
 */
export function electronFacts(machine, packageFolder, failure) {
	const executable = installedElectron(packageFolder, machine.env);
	const sandbox = executable === undefined ? undefined : whyNoSandbox(machine, executable);
	const fetchFailure = failure ?? whyNotFetched(machine.env);
	const missing = fetchFailure === undefined ? 'absent' : 'unfetchable';
	return {
		noDisplay: whyNoDisplay(machine),
		notThisUser: whyNotThisUser(machine),
		noSandbox: sandbox?.why,
		sandboxAdvice: sandbox?.advice,
		runtime: executable === undefined ? missing : 'present',
		executable,
		fetchFailure,
	};
}
