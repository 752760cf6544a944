import { readdir, readFile, readlink } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename } from 'node:path';
import type { PortOwner } from '../../../common/contract/base/errors.ts';
import { covers } from '../addresses/address.ts';
import { type ProcSocket, parseProcNet } from './proc-net.ts';
import type { LeftConnection, PortHolders, PortQuery } from './query.ts';

export interface Process {
	readonly pid: number;
	readonly name: string;
}

/** The contents of a file or folder of /proc, or undefined: processes end meanwhile, and those of other users are not readable. */
async function tryRead<T>(read: Promise<T>): Promise<T | undefined> {
	try {
		return await read;
	} catch (error) {
		if (error instanceof Error && 'code' in error) return undefined;
		throw error;
	}
}

/** The conflicting sockets, with an owner and without. */
interface Clashing {
	readonly held: readonly ProcSocket[];
	readonly left: readonly ProcSocket[];
}

/** The sockets of a protocol that have a port at either end, from /proc/net; none where a container hides it. */
export async function procSockets(protocol: 'tcp' | 'udp', port: number): Promise<ProcSocket[]> {
	const tables = await Promise.all(
		['', '6'].map((family) => tryRead(readFile(`/proc/net/${protocol}${family}`, 'latin1'))),
	);
	return tables.flatMap((table) => parseProcNet(table ?? '', port));
}

async function socketsOn({ protocol, address, port }: PortQuery): Promise<Clashing> {
	const waits = protocol === 'tcp' ? '0A' : '07';
	const all = (await procSockets(protocol, port)).filter((socket) => socket.port === port);
	const clashing = all.filter((one) => covers(one.address, address) || covers(address, one.address));
	const waiting = clashing.filter((socket) => socket.state === waits);
	if (waiting.length > 0) return { held: waiting, left: [] };
	// Connections hold a port too, without a listener; closed ones have no owner.
	return {
		held: clashing.filter(({ inode }) => inode !== '0'),
		left: clashing.filter(({ inode }) => inode === '0'),
	};
}

/** The name as `ps` shows it. Node names the first thread of every program `MainThread`: then the program's name. */
export async function processName(pid: string): Promise<string> {
	const name = (await tryRead(readFile(`/proc/${pid}/comm`, 'utf8')))?.trim() ?? '';
	if (name !== 'MainThread') return name;
	const [program = ''] = ((await tryRead(readFile(`/proc/${pid}/cmdline`, 'utf8'))) ?? '').split('\0');
	return basename(program) || name;
}

/** Finds the processes that hold sockets, by the links of their file descriptors. */
export async function processesOf(inodes: ReadonlySet<string>): Promise<Map<string, Process>> {
	const found = new Map<string, Process>();
	const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
	for (const pid of pids) {
		const folder = `/proc/${pid}/fd`;
		for (const fd of (await tryRead(readdir(folder))) ?? []) {
			const inode = /^socket:\[(\d+)\]$/.exec((await tryRead(readlink(`${folder}/${fd}`))) ?? '')?.[1];
			if (inode === undefined || !inodes.has(inode) || found.has(inode)) continue;
			found.set(inode, { pid: Number(pid), name: await processName(pid) });
			if (found.size === inodes.size) return found;
		}
	}
	return found;
}

/** The user's name, or the number where the system has no name for it. */
async function userName(uid: number): Promise<string> {
	if (uid === process.getuid?.()) return userInfo().username;
	const line = (await tryRead(readFile('/etc/passwd', 'utf8')))
		?.split('\n')
		.find((one) => one.split(':')[2] === String(uid));
	return line?.split(':')[0] ?? String(uid);
}

/** Who and what holds a port, from /proc. Another user's process shows the user, not the pid. */
export async function linuxHolders(query: PortQuery): Promise<PortHolders> {
	const { held, left } = await socketsOn(query);
	return { owners: await ownersOf(held), left: left.map(leftOf) };
}

/** What closed connections hold a port, without looking for processes. */
export async function linuxLeft(query: PortQuery): Promise<LeftConnection[]> {
	return (await socketsOn(query)).left.map(leftOf);
}

function leftOf({ state, goneInMs }: ProcSocket): LeftConnection {
	return { state: stateOf(state), goneInMs };
}

function stateOf(code: string): LeftConnection['state'] {
	if (code === '06') return 'TIME_WAIT';
	return code === '05' ? 'FIN_WAIT2' : 'closing';
}

async function ownersOf(sockets: readonly ProcSocket[]): Promise<PortOwner[]> {
	if (sockets.length === 0) return [];
	const processes = await processesOf(new Set(sockets.map((socket) => socket.inode)));
	return Promise.all(
		sockets.map(async ({ address, port, uid, inode }) => {
			const owner = processes.get(inode);
			const known = owner ? { pid: owner.pid, ...(owner.name ? { process: owner.name } : {}) } : {};
			return { address, port, ...known, user: await userName(uid) };
		}),
	);
}

/** Who listens on a path, from /proc/net/unix (proc(5)). Another user's process is not visible. */
export async function linuxPathOwners(path: string): Promise<PortOwner[]> {
	const table = (await tryRead(readFile('/proc/net/unix', 'utf8'))) ?? '';
	const inodes = table.split('\n').flatMap((line) => {
		const [, , , , , , inode = '', ...name] = line.trim().split(/\s+/);
		return name.join(' ') === path ? [inode] : [];
	});
	const processes = await processesOf(new Set(inodes));
	const found = new Map([...processes.values()].map((owner) => [owner.pid, owner]));
	return [...found.values()].map(({ pid, name }) => ({
		address: path,
		port: 0,
		pid,
		...(name ? { process: name } : {}),
	}));
}
