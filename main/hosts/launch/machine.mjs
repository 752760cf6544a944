import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} platform as in process.platform
 * @returns {string | undefined} why no window can be shown, or undefined where one can
 */
export function whyNoDisplay(env = process.env, platform = process.platform) {
	if (platform === 'win32') return undefined;
	if (platform === 'darwin') {
		return env.SSH_CONNECTION ? 'this is an SSH session, which has no display' : undefined;
	}
	if (env.DISPLAY || env.WAYLAND_DISPLAY) return undefined;
	return 'there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)';
}

/** @returns {string} a kernel setting's value, or '' where the kernel does not have it */
function kernelSetting(name) {
	const file = join('/proc/sys', name);
	return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
}

/** Whether the sandbox helper next to the runtime belongs to root and has the setuid bit. */
function hasSetuidHelper(runtimeFolder) {
	const stat = statSync(join(runtimeFolder, 'chrome-sandbox'), { throwIfNoEntry: false });
	return stat !== undefined && stat.uid === 0 && (stat.mode & 0o4000) !== 0;
}

/**
 * Chromium's sandbox on Linux needs an ordinary user, and user namespaces or a setuid helper. Wirebench never switches
 * it off.
 * @param {string} runtimeFolder the folder of Electron's executable
 * @returns {string | undefined} why the sandbox cannot work, with advice
 */
export function whyNoSandbox(runtimeFolder, platform = process.platform) {
	if (platform !== 'linux') return undefined;
	if (process.getuid() === 0) return 'its sandbox does not work for root (start it as an ordinary user)';
	const off =
		kernelSetting('kernel/unprivileged_userns_clone') === '0' ||
		kernelSetting('kernel/apparmor_restrict_unprivileged_userns') === '1' ||
		kernelSetting('user/max_user_namespaces') === '0';
	if (!off || hasSetuidHelper(runtimeFolder)) return undefined;
	const helper = join(runtimeFolder, 'chrome-sandbox');
	return `its sandbox needs user namespaces, which are switched off here (allow them, or run: sudo chown root ${helper} && sudo chmod 4755 ${helper})`;
}
