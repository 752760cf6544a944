import { spawn } from 'node:child_process';
import { serving } from '../../../../common/words/en/cli/serving.ts';
import { say } from './console.ts';
import { spoken } from './language.ts';

const words = () => spoken('serving', serving).serve;

/** The program that opens an address in the person's browser, and the arguments before the address. */
function opener(platform: NodeJS.Platform): readonly [string, ...string[]] {
	if (platform === 'darwin') return ['open'];
	// `start` uses its first quoted argument as a window title.
	if (platform === 'win32') return ['cmd', '/d', '/s', '/c', 'start', '""'];
	return ['xdg-open'];
}

/** Whether there is a display for a browser. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env, platform = process.platform): boolean {
	if (platform === 'win32') return true;
	if (platform === 'darwin') return !env.SSH_CONNECTION;
	return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * Opens the address without waiting for it. Every user of the machine can read it in the list of processes: it should
 * be a one-time address. Reports on stderr when no program can open it.
 */
export function openPage(url: string): void {
	const [program, ...before] = opener(process.platform);
	const child = spawn(program, [...before, url], { stdio: 'ignore', detached: true, windowsHide: true });
	child.once('error', (error) => say(words().notOpened(error.message)));
	child.unref();
}
