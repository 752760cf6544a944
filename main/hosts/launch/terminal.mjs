import { existsSync, readFileSync } from 'node:fs';

/** proc_pid_stat(5) of this process, which only Linux has. */
const STAT = '/proc/self/stat';

/**
 * Whether the terminal sends its signals (Ctrl+C, and the end of the session) to the process group of this process, and
 * so to every program that it has started.
 * @param {string} [platform] as in process.platform
 */
export function isInForeground(platform = process.platform) {
	if (platform === 'win32') return true;
	if (!existsSync(STAT)) return [process.stdin, process.stdout, process.stderr].some(({ isTTY }) => isTTY === true);
	// Behind the name in parentheses: state, parent, process group, session, terminal, process group in its foreground.
	const stat = readFileSync(STAT, 'utf8');
	const [, , group, , terminal, foreground] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	return terminal !== '0' && group === foreground;
}
