import type { KernelSocket } from '../../../common/contract/calls/system/kernel.ts';
import type { Said } from '../../../common/words/sentence/said.ts';
import { loadCLibrary, whyNoCLibrary } from '../native/koffi.ts';
import { SocketCalls } from '../native/socket-calls.ts';
import { PEER_PROCESS } from '../native/socket-numbers.ts';
import { kernelNote } from '../sentences/kernel.ts';
import { readDarwinListener, readUnixListener } from './accept-queues.ts';
import { readDarwinSocket } from './darwin-socket.ts';
import { readLinuxSocket } from './linux-socket.ts';
import { OwnSockets, type SocketName } from './own-sockets.ts';
import { readProc } from './proc.ts';
import { type Reading, unread } from './reading.ts';
import { nameOf, type Target } from './target.ts';

const linux = process.platform === 'linux';
const darwin = process.platform === 'darwin';
const SYSTEMS: Readonly<Record<string, string>> = { win32: 'Windows' };

/** The calls by which sockets are read, or why they cannot be made. */
type Access =
	| { readonly calls: SocketCalls; readonly own: OwnSockets }
	| { readonly missing: ReturnType<typeof whyNoCLibrary> };

let access: Access | undefined;

function load(): Access {
	try {
		const calls = new SocketCalls(loadCLibrary());
		return { calls, own: new OwnSockets(calls) };
	} catch (error) {
		return { missing: whyNoCLibrary(error) };
	}
}

/** What the system reports about sockets of this process. */
export async function readSockets(targets: readonly Target[]): Promise<KernelSocket[]> {
	if (!linux && !darwin) {
		const system = SYSTEMS[process.platform] ?? process.platform;
		return targets.map((target) => ({ ...target, ...unread(kernelNote('kernelElsewhere', { system })) }));
	}
	access ??= load();
	const names = new Map(targets.map((target) => [target, nameOf(target)]));
	if ('own' in access) await access.own.find([...names.values()].filter((name) => name !== undefined));
	const sockets: KernelSocket[] = [];
	for (const [target, name] of names) sockets.push({ ...target, ...(await readOne(access, target, name)) });
	return sockets;
}

/**
 * What the system reports about a TCP connection of this process, without waiting: for the moment before it is closed.
 * Undefined where it cannot be read so.
 */
export function readNow(target: Target): KernelSocket | undefined {
	if (!linux && !darwin) return undefined;
	access ??= load();
	const name = nameOf(target);
	if (name?.kind !== 'stream' || 'missing' in access) return undefined;
	const [fd, ...others] = access.own.numbersNow(name);
	if (fd === undefined || others.length > 0) return undefined;
	return { ...target, ...readByNumber(access.calls, fd, target) };
}

/** The process at the other end of a Unix connection, which has connected or has called listen; or why it is not known. */
export async function unixPeer(target: Target): Promise<{ readonly pid: number } | { readonly unknown: Said }> {
	if (!linux && !darwin) return { unknown: kernelNote('programNoAddress') };
	access ??= load();
	if ('missing' in access) return { unknown: kernelNote('programLibraryMissing', access.missing) };
	const name = nameOf(target);
	if (name === undefined) return { unknown: kernelNote('kernelNoAddress') };
	await access.own.find([name]);
	const { calls, own } = access;
	const alike = own.numbers(name);
	const pids = new Set(alike.map((fd) => calls.number(fd, PEER_PROCESS.level, PEER_PROCESS.option)));
	const [pid] = pids;
	if (alike.length === 0) return { unknown: kernelNote('kernelSocketGone') };
	if (pids.size > 1) return { unknown: kernelNote('kernelAlike', { count: alike.length }) };
	// 0: it is in another container.
	return pid === undefined || pid === 0 ? { unknown: kernelNote('programUnseen') } : { pid };
}

function readByNumber(calls: SocketCalls, fd: number, target: Target): Reading {
	return linux ? readLinuxSocket(calls, fd, target) : readDarwinSocket(calls, fd, target);
}

async function readOne(access: Access, target: Target, name: SocketName | undefined): Promise<Reading> {
	const { kind, local } = target;
	if (name === undefined) return unread(kernelNote('kernelNoAddress'));
	if (kind === 'listener' && 'path' in name.local && linux) return readUnixListener(name.local.path);
	if (kind === 'listener' && darwin) return readDarwinListener(local.address, local.port);
	if ('missing' in access) {
		const missing = kernelNote('kernelLibraryMissing', access.missing);
		if (darwin || local.path !== undefined) return unread(missing);
		const reading = await readProc(target);
		return { ...reading, notes: [...reading.notes, missing] };
	}
	const [fd, ...others] = access.own.numbers(name);
	if (fd === undefined) return unread(kernelNote('kernelSocketGone'));
	if (others.length > 0 && kind === 'stream') return unread(kernelNote('kernelAlike', { count: others.length + 1 }));
	const reading = readByNumber(access.calls, fd, target);
	const isShared = kind === 'datagram' && target.connection !== undefined;
	return isShared ? { ...reading, notes: [...reading.notes, kernelNote('kernelSharedSocket')] } : reading;
}
