import type { Socket } from 'node:dgram';

/** Receive buffers to ask the kernel for, in bytes: the first that it grants. A burst waits there while we are busy. */
const SIZES = [8 * 1024 * 1024, 4 * 1024 * 1024, 1024 * 1024];

/** Enlarges the receive buffer of a bound socket as far as the system goes along. */
export function grantReceiveBuffer(socket: Socket): void {
	for (const size of SIZES) {
		try {
			socket.setRecvBufferSize(size);
			return;
		} catch (error) {
			// Some systems refuse what is over their limit instead of giving the most: then less is asked for.
			if (!(error instanceof Error && 'code' in error && error.code === 'ERR_SOCKET_BUFFER_SIZE')) throw error;
		}
	}
}
