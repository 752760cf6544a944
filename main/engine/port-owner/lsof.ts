import type { PortOwner } from '../../../common/contract/base/errors.ts';

function parseName(name: string): { address: string; port: number } | undefined {
	const [local = ''] = name.split('->');
	const colon = local.lastIndexOf(':');
	const port = Number(local.slice(colon + 1));
	if (colon < 0 || !Number.isInteger(port)) return undefined;
	const address = local.slice(0, colon).replace(/^\[|\]$/g, '');
	return { address: address === '*' ? '0.0.0.0' : address, port };
}

/**
 * Parses the output of `lsof -F pcLn`: one line per field, identified by its first letter. `p` (pid) starts a process,
 * then follow `c` (command) and `L` (login name), and for each file `f` and `n` (name).
 */
export function parseLsof(output: string): PortOwner[] {
	const owners: PortOwner[] = [];
	let pid = 0;
	let process = '';
	let user = '';
	for (const line of output.split('\n')) {
		const value = line.slice(1);
		if (line.startsWith('p')) pid = Number(value);
		else if (line.startsWith('c')) process = value;
		else if (line.startsWith('L')) user = value;
		else if (line.startsWith('n')) {
			const local = parseName(value);
			if (local) owners.push({ ...local, pid, process, user });
		}
	}
	return owners;
}

/** The process that has a connection from `local` to `remote`, each as `127.0.0.1:80`, in output with the fields pcn. */
export function peerInLsof(output: string, local: string, remote: string): { pid: number; name: string } | undefined {
	let pid = 0;
	let name = '';
	for (const line of output.split('\n')) {
		const value = line.slice(1);
		if (line.startsWith('p')) pid = Number(value);
		else if (line.startsWith('c')) name = value;
		else if (line.startsWith('n') && value === `${local}->${remote}`) return { pid, name };
	}
	return undefined;
}
