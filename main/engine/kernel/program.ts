import { execFile } from 'node:child_process';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import type { SocketAddress } from '../../../common/contract/base/address.ts';
import type { ConnectionProgram, PeerProgram } from '../../../common/contract/calls/system/kernel.ts';
import { formatSocketAddress, withoutZone } from '../../../common/payload/index.ts';
import { covers, isLocalAddress } from '../addresses/address.ts';
import type { EngineContext } from '../core/context.ts';
import { processesOf, processName, procSockets } from '../port-owner/linux.ts';
import { peerInLsof } from '../port-owner/lsof.ts';
import { parseWindowsJson, windowsScript } from '../port-owner/windows-json.ts';
import { kernelNote } from '../sentences/kernel.ts';
import { unixPeer } from './read-sockets.ts';
import type { Target } from './target.ts';

const run = promisify(execFile);
/** Time limit of a system tool, in milliseconds. */
const TIMEOUT_MS = 5000;

type Found = PeerProgram | 'unseen' | 'closed';

/** The program that has the other end of a connection. */
export async function programOf({ kind, local, remote }: Target, context: EngineContext): Promise<ConnectionProgram> {
	if (remote === undefined || remote.unknown) return { unknown: kernelNote('programNoAddress') };
	if (local.path !== undefined) return unixProgram({ kind, local, remote }, context);
	if (!isLocalAddress(remote.address)) {
		return { unknown: kernelNote('programElsewhere', { address: remote.address }) };
	}
	// A tool that is missing or fails names no program.
	const found = await find(kind === 'datagram' ? 'udp' : 'tcp', local, remote).catch(() => 'unseen' as const);
	if (found === 'closed') return { unknown: kernelNote('programClosed') };
	if (found === 'unseen') return { unknown: kernelNote('programUnseen') };
	const own = found.pid === process.pid ? connectionBetween(remote, local, context) : undefined;
	return { program: { ...found, ...(own === undefined ? {} : { connection: own }) } };
}

/** By the socket's own report, because a path alone does not lead to a process. */
async function unixProgram(target: Target, context: EngineContext): Promise<ConnectionProgram> {
	if (target.kind === 'datagram') return { unknown: kernelNote('programNoDatagrams') };
	const peer = await unixPeer(target);
	if ('unknown' in peer) return peer;
	const { remote, local } = target;
	const name = await nameOfProcess(peer.pid);
	const own = peer.pid === process.pid && remote ? connectionBetween(remote, local, context) : undefined;
	return { program: { pid: peer.pid, ...(name && { name }), ...(own !== undefined && { connection: own }) } };
}

/** The name of a process; empty where the system has none. */
async function nameOfProcess(pid: number): Promise<string> {
	if (process.platform === 'linux') return processName(String(pid));
	return run('ps', ['-o', 'comm=', '-p', String(pid)], { timeout: TIMEOUT_MS }).then(
		({ stdout }) => basename(stdout.trim()),
		// It has ended.
		() => '',
	);
}

function find(protocol: 'tcp' | 'udp', local: SocketAddress, remote: SocketAddress): Promise<Found> {
	if (process.platform === 'linux') return onLinux(protocol, local, remote);
	return process.platform === 'darwin' ? onDarwin(protocol, local, remote) : onWindows(protocol, local, remote);
}

/** By the socket's number in the tables of /proc/net, and the process that has it open. */
async function onLinux(protocol: 'tcp' | 'udp', local: SocketAddress, remote: SocketAddress): Promise<Found> {
	const peer = withoutZone(remote.address);
	const candidates = (await procSockets(protocol, remote.port)).filter((one) => {
		if (one.port !== remote.port) return false;
		if (protocol === 'udp') return covers(one.address, peer);
		return one.address === peer && one.remote.port === local.port && one.remote.address === withoutZone(local.address);
	});
	const [socket] = candidates;
	if (socket === undefined) return protocol === 'tcp' ? 'closed' : 'unseen';
	if (socket.inode === '0') return 'closed';
	const owner = (await processesOf(new Set([socket.inode]))).get(socket.inode);
	return owner === undefined ? 'unseen' : { pid: owner.pid, ...(owner.name === '' ? {} : { name: owner.name }) };
}

async function onDarwin(protocol: 'tcp' | 'udp', local: SocketAddress, remote: SocketAddress): Promise<Found> {
	const selection = `-i${protocol.toUpperCase()}:${remote.port}`;
	const { stdout } = await run('lsof', ['-nP', selection, '-F', 'pcn'], { timeout: TIMEOUT_MS });
	return peerInLsof(stdout, formatSocketAddress(remote), formatSocketAddress(local)) ?? 'unseen';
}

async function onWindows(protocol: 'tcp' | 'udp', local: SocketAddress, remote: SocketAddress): Promise<Found> {
	const script = windowsScript(protocol, remote.port, protocol === 'tcp' ? local.port : undefined);
	const options = { timeout: TIMEOUT_MS, windowsHide: true };
	const { stdout } = await run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', script], options);
	const owner = parseWindowsJson(stdout).find(({ address }) => covers(address, withoutZone(remote.address)));
	if (owner?.pid === undefined) return 'unseen';
	return { pid: owner.pid, ...(owner.process === undefined ? {} : { name: owner.process }) };
}

/** The only connection of this engine that has these ends. */
function connectionBetween(
	local: SocketAddress,
	remote: SocketAddress,
	{ connections }: EngineContext,
): number | undefined {
	const [from, to] = [formatSocketAddress(local), formatSocketAddress(remote)];
	const found = [...connections.values()].filter((connection) => {
		const state = connection.state();
		return formatSocketAddress(state.local) === from && formatSocketAddress(state.remote) === to;
	});
	// Those to one path have the same names.
	return found.length === 1 ? found[0]?.id : undefined;
}
