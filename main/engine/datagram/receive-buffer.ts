import type { Socket } from 'node:dgram';
import type { BulkSocket } from './bulk/bulk-socket.ts';

/** Bytes that are wanted of a receive buffer: a burst waits there while we are busy. */
const LARGEST = 32 * 1024 * 1024;
/** Requested in turn, until the system grants one. */
const SIZES = [LARGEST, 8 * 1024 * 1024, 4 * 1024 * 1024, 1024 * 1024];

/** Enlarges the receive buffer of a bound socket as far as the system permits: over its limit where this program may. */
export function grantReceiveBuffer(socket: Socket, bulk: BulkSocket | undefined): void {
	if (bulk?.calls.forceReceiveBuffer(bulk.descriptor, LARGEST)) return;
	for (const size of SIZES) {
		try {
			socket.setRecvBufferSize(size);
			return;
		} catch (error) {
			// Some systems refuse a size over their limit instead of granting the maximum: then request less.
			if (!(error instanceof Error && 'code' in error && error.code === 'ERR_SOCKET_BUFFER_SIZE')) throw error;
		}
	}
}
