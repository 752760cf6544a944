import type { CaptureRow } from '../../../common/contract/calls/capture.ts';

/** An explanation of an event for beginners. None for data. */
export function explainEvent({ kind, direction }: Pick<CaptureRow, 'kind' | 'direction'>): string | undefined {
	switch (kind) {
		case 'listening':
			return 'The socket is bound to this address: from now on peers can reach it.';
		case 'open':
			return 'A connection is there, or, for UDP, a peer was met for the first time. Both sides can send.';
		case 'end':
			return direction === 'out'
				? 'We sent FIN: we send no more on this connection, and still read what the peer sends.'
				: 'The peer sent FIN: it sends no more, and may still read what we send (half-close).';
		case 'close':
			return 'Both directions are over and the socket is closed. The number of the connection is not used again.';
		case 'reset':
			return direction === 'out'
				? 'We sent RST: the connection ended at once, and what was on its way is lost.'
				: 'The peer sent RST: the connection ended at once. What it had not read is lost, and so may be what it sent.';
		case 'error':
			return 'The operating system refused or broke off what was asked of the socket.';
		case 'note':
			return 'Wirebench’s own remark; nothing of it was on the wire.';
		case 'data':
			return undefined;
	}
}
