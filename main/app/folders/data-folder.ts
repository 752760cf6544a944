import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The default folder of settings and captures: `WIREBENCH_DATA`, else the system's place for a program's data (on Linux
 * that of the XDG base directory specification, which ignores a relative `XDG_DATA_HOME`).
 */
export function defaultDataFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
	if (env.WIREBENCH_DATA) return env.WIREBENCH_DATA;
	const home = homedir();
	if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Wirebench');
	if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'Wirebench');
	const xdg = env.XDG_DATA_HOME;
	return join(xdg?.startsWith('/') ? xdg : join(home, '.local', 'share'), 'wirebench');
}

/** The folder of Wirebench's certificate authority. */
export function tlsFolder(dataFolder: string): string {
	return join(dataFolder, 'tls');
}
