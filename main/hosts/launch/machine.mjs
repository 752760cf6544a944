import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { profileFor, profilePermits } from './apparmor.mjs';

/**
 * @typedef {object} Machine what is read of the machine that this runs on
 * @property {string} root its root folder
 * @property {string} platform as in process.platform
 * @property {NodeJS.ProcessEnv} env
 * @property {number | undefined} uid the user; undefined on Windows
 */

/** @returns {Machine} */
export function thisMachine() {
	return { root: '/', platform: process.platform, env: process.env, uid: process.getuid?.() };
}

/**
 * @param {Machine} machine
 * @returns {string | undefined} why no window can be shown, or undefined where one can
 */
export function whyNoDisplay({ platform, env }) {
	if (platform === 'win32') return undefined;
	if (platform === 'darwin') {
		return env.SSH_CONNECTION ? 'this is an SSH session, which has no display' : undefined;
	}
	if (env.DISPLAY || env.WAYLAND_DISPLAY) return undefined;
	return 'there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)';
}

/**
 * @param {Machine} machine
 * @returns {string | undefined} why this user can never run Electron, whatever is installed or set up
 */
export function whyNotThisUser({ platform, uid }) {
	if (platform !== 'linux' || uid !== 0) return undefined;
	return 'its sandbox does not work for root (start it as an ordinary user)';
}

/** @returns {string} a kernel setting's value, or '' where the kernel does not have it */
function kernelSetting(root, name) {
	const file = join(root, 'proc/sys', name);
	return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
}

/** Whether the sandbox helper beside the executable belongs to root and has the setuid bit. */
function hasSetuidHelper(executable) {
	const stat = statSync(join(dirname(executable), 'chrome-sandbox'), { throwIfNoEntry: false });
	return stat !== undefined && stat.uid === 0 && (stat.mode & 0o4000) !== 0;
}

/** A word for a POSIX shell. */
const quoted = (text) => (/^[\w/.:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** How to allow the setuid helper, as commands. */
function helperAdvice(executable) {
	const helper = quoted(join(dirname(executable), 'chrome-sandbox'));
	return `sudo chown root ${helper} && sudo chmod 4755 ${helper}`;
}

const PROFILE = 'wirebench-electron';

/** How to install a profile for the executable, as commands. */
function profileAdvice(executable) {
	const file = `/etc/apparmor.d/${PROFILE}`;
	return [
		'To open a window from now on, give Electron an AppArmor profile that permits user namespaces to it alone:',
		'',
		`sudo tee ${file} <<'END'`,
		profileFor(PROFILE, executable),
		'END',
		`sudo apparmor_parser --replace ${file}`,
		'',
		'Then start Wirebench again.',
	].join('\n');
}

/**
 * Chromium's sandbox on Linux needs user namespaces or a setuid helper (Chromium's docs/linux/sandboxing.md and
 * docs/security/apparmor-userns-restrictions.md). Wirebench never switches it off.
 * @param {Machine} machine
 * @param {string} installed Electron's executable
 * @returns {{ why: string, advice: string } | undefined} why the sandbox cannot work, and lines that say how it can
 */
export function whyNoSandbox({ root, platform }, installed) {
	if (platform !== 'linux') return undefined;
	// AppArmor compares real paths.
	const executable = realpathSync(installed);
	if (hasSetuidHelper(executable)) return undefined;
	const setting = ['kernel/unprivileged_userns_clone', 'user/max_user_namespaces'].find(
		(name) => kernelSetting(root, name) === '0',
	);
	if (setting !== undefined) {
		return {
			why: `its sandbox needs user namespaces, which ${setting.replaceAll('/', '.')} switches off here`,
			advice: `To open a window from now on, allow user namespaces, or run: ${helperAdvice(executable)}`,
		};
	}
	const restricted = kernelSetting(root, 'kernel/apparmor_restrict_unprivileged_userns') === '1';
	if (!restricted || profilePermits(root, executable)) return undefined;
	return {
		why: 'its sandbox needs user namespaces, which AppArmor gives only to programs with a profile here, as Ubuntu does since 24.04',
		advice: profileAdvice(executable),
	};
}
