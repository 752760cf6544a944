import type { KernelSocket } from '../../../common/contract/calls/system/kernel.ts';
import type { DatagramCalls } from '../core/runner.ts';

/** A UDP socket with how Wirebench reads and sends its datagrams, and why not many at a time. */
export function withDatagramCalls(socket: KernelSocket, calls: DatagramCalls): KernelSocket {
	if (socket.kind !== 'datagram') return socket;
	if (calls.many) return { ...socket, datagramCalls: 'many' };
	const notes = calls.why === undefined ? socket.notes : [...socket.notes, calls.why];
	return { ...socket, datagramCalls: 'single', notes };
}
