import type { KernelFacts } from '../../../common/kernel/facts.ts';
import type { SocketCalls } from '../native/socket-calls.ts';
import { SOL_SOCKET, SOL_TCP } from '../native/socket-numbers.ts';
import type { Reading } from './reading.ts';
import type { Target } from './target.ts';
import { parseTcpInfo } from './tcp-info.ts';

/** <linux/tcp.h>, <asm-generic/socket.h> and <linux/sockios.h>, on x86 and ARM. */
const TCP_INFO = 11;
const TCP_CONGESTION = 13;
const SO_MEMINFO = 55;
/** Bytes that were received and not read. */
const SIOCINQ = 0x541b;
/** Bytes that were sent and not acknowledged; of a Unix socket, the memory of those not read. */
const SIOCOUTQ = 0x5411;

/** Positions in what SO_MEMINFO returns, 32-bit numbers (<linux/sock_diag.h>). */
const MEMORY = { received: 0, receiveBuffer: 1, written: 2, sendBuffer: 3, queued: 5, drops: 8 } as const;

type Sizes = { readonly [K in keyof typeof MEMORY]: number };

function memoryOf(calls: SocketCalls, fd: number): Sizes | undefined {
	const value = calls.option(fd, SOL_SOCKET, SO_MEMINFO);
	if (value === undefined || value.length < (MEMORY.drops + 1) * 4) return undefined;
	const at = (index: number) => value.readUInt32LE(index * 4);
	return {
		received: at(MEMORY.received),
		receiveBuffer: at(MEMORY.receiveBuffer),
		written: at(MEMORY.written),
		sendBuffer: at(MEMORY.sendBuffer),
		queued: at(MEMORY.queued),
		drops: at(MEMORY.drops),
	};
}

function known(facts: { readonly [K in keyof KernelFacts]: number | undefined }): KernelFacts {
	return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** Reads a socket of this process by its number, on Linux. */
export function readLinuxSocket(calls: SocketCalls, fd: number, { kind, local }: Target): Reading {
	const memory = memoryOf(calls, fd);
	// The sender is charged for what a Unix socket has not read.
	const isUnix = local.path !== undefined;
	if (kind === 'datagram') {
		const receiving = isUnix ? {} : { receiveBufferUsed: memory?.received, receiveBuffer: memory?.receiveBuffer };
		const sending = { sendBufferUsed: memory?.written, sendBuffer: memory?.sendBuffer };
		return { sources: ['socket'], facts: known({ ...receiving, ...sending, drops: memory?.drops }), notes: [] };
	}
	if (isUnix) {
		const facts = {
			receiveQueue: calls.control(fd, SIOCINQ),
			sendBufferUsed: memory?.written,
			sendBuffer: memory?.sendBuffer,
		};
		return { sources: ['socket'], facts: known(facts), notes: [] };
	}
	const value = calls.option(fd, SOL_TCP, TCP_INFO);
	const { state, facts } = value === undefined ? { state: undefined, facts: {} } : parseTcpInfo(value);
	const name = calls.option(fd, SOL_TCP, TCP_CONGESTION)?.toString('latin1').replace(/\0.*$/, '');
	const shared = {
		sources: ['tcp-info'],
		...(state && { state }),
		...(name && { congestion: name }),
		notes: [],
	} as const;
	if (kind === 'listener') return { ...shared, sources: [...shared.sources], notes: [], facts };
	const sizes = {
		sendQueue: calls.control(fd, SIOCOUTQ),
		receiveQueue: calls.control(fd, SIOCINQ),
		sendBufferUsed: memory?.queued,
		sendBuffer: memory?.sendBuffer,
		receiveBufferUsed: memory?.received,
		receiveBuffer: memory?.receiveBuffer,
	};
	return { ...shared, sources: [...shared.sources], notes: [], facts: { ...facts, ...known(sizes) } };
}
