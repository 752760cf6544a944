import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { PortOwner } from '../../../common/contract/base/errors.ts';
import { covers, plainAddress } from '../addresses/address.ts';
import { linuxHolders, linuxLeft } from './linux.ts';
import { parseLsof } from './lsof.ts';
import type { LeftConnection, PortHolders, PortQuery } from './query.ts';
import { parseWindowsJson, windowsScript } from './windows-json.ts';

const run = promisify(execFile);
/** Time limit of a system tool, in milliseconds: a person waits for the result. */
const TIMEOUT_MS = 5000;

async function darwinOwners({ protocol, port }: PortQuery): Promise<PortOwner[]> {
	const state = protocol === 'tcp' ? ['-sTCP:LISTEN'] : [];
	const selection = [`-i${protocol.toUpperCase()}:${port}`, ...state];
	const { stdout } = await run('lsof', ['-nP', ...selection, '-F', 'pcLn'], { timeout: TIMEOUT_MS });
	return parseLsof(stdout);
}

async function windowsOwners({ protocol, port }: PortQuery): Promise<PortOwner[]> {
	const args = ['-NoProfile', '-NonInteractive', '-Command', windowsScript(protocol, port)];
	const { stdout } = await run('powershell.exe', args, { timeout: TIMEOUT_MS, windowsHide: true });
	return parseWindowsJson(stdout);
}

const NOBODY: PortHolders = { owners: [], left: [] };

async function ask(query: PortQuery): Promise<PortHolders> {
	if (process.platform === 'linux') return linuxHolders(query);
	if (process.platform === 'darwin') return { owners: await darwinOwners(query), left: [] };
	return process.platform === 'win32' ? { owners: await windowsOwners(query), left: [] } : NOBODY;
}

/**
 * Who and what holds a port that could not be bound, as far as the system reports it. A missing or failing tool gives
 * an empty result: it must not hide the original error.
 */
export async function findHolders(query: PortQuery): Promise<PortHolders> {
	const { owners, left } = await ask(query).catch(() => NOBODY);
	const clashing = owners.filter(({ address }) => {
		const plain = plainAddress(address);
		return covers(plain, query.address) || covers(query.address, plain);
	});
	return { owners: clashing, left };
}

/** The closed connections that hold a port of which no process is left, where the system reports them; no tool is run for it. */
export async function findLeft(query: PortQuery): Promise<readonly LeftConnection[]> {
	return process.platform === 'linux' ? linuxLeft(query).catch(() => []) : [];
}
