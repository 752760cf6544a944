import { readFileSync } from 'node:fs';

/**
 * Whether the terminal sends its signals (Ctrl+C, and the end of the session) to the process group of this process, and
 * so to every program that it has started.
 * @param {string} [platform] as in process.platform
 */
export function isInForeground(platform = process.platform) {
	if (platform === 'win32') return true;
	if (platform !== 'linux') return [process.stdin, process.stdout, process.stderr].some(({ isTTY }) => isTTY === true);
	// proc_pid_stat(5): behind the name in parentheses are state, parent, process group, session, terminal, and the
	// process group in the terminal's foreground.
	const stat = readFileSync('/proc/self/stat', 'utf8');
	const [, , group, , terminal, foreground] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return terminal !== '0' && group === foreground;
}
