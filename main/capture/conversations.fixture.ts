import type { CaptureConnection } from '../../common/capture/event.ts';
import { pattern, type Recording } from './recording.fixture.ts';

const SIZES = [1, 2, 64, 1460, 4096, 65_491, 65_492, 65_493, 131_000, 200 << 10];

/** A TCP connection that a server accepted, unless `rest` differs. */
export function connection(id: number, endpoint: number, rest: Partial<CaptureConnection>): CaptureConnection {
	return {
		id,
		endpoint,
		protocol: 'tcp',
		role: 'accepted',
		local: { address: '127.0.0.1', port: 8080 },
		remote: { address: '127.0.0.1', port: 40_000 + id },
		mirrored: false,
		...rest,
	};
}

/** TCP conversations of several kinds at once, in both roles and families, with every kind of end. */
export function converse(recording: Recording): void {
	const server = recording.endpoint('Server');
	const client = recording.endpoint('Client');
	recording.endpointEvent(server, 'listening', '127.0.0.1:8080');
	const kinds: Partial<CaptureConnection>[] = [
		{},
		{ local: { address: '::1', port: 8080 }, remote: { address: '::1', port: 50_002 } },
		{ role: 'opened', local: { address: '10.0.0.1', port: 50_003 }, remote: { address: '10.0.0.2', port: 7 } },
		{ local: { address: '::ffff:127.0.0.1', port: 8080 }, remote: { address: '::ffff:127.0.0.1', port: 50_004 } },
		{ role: 'opened', local: { address: 'fe80::1%lo', port: 5005 }, remote: { address: 'fe80::2%lo', port: 9 } },
		{},
	];
	for (const [i, kind] of kinds.entries()) {
		recording.open(connection(i + 1, kind.role === 'opened' ? client : server, kind));
	}
	for (const [round, size] of SIZES.entries()) {
		for (let id = 1; id <= kinds.length; id++) {
			recording.data(id, (id + round) % 3 === 0 ? 'out' : 'in', pattern(size, id * 100 + round));
			if (round % 2 === 0) recording.data(id, 'out', pattern(size % 777 || 1, id + round));
		}
		recording.event(1, 'note', 'none', `round ${round}`);
	}
	recording.event(1, 'end', 'in');
	recording.data(1, 'out', pattern(5000, 1));
	recording.event(1, 'end', 'out');
	recording.event(1, 'close', 'none');
	recording.event(2, 'end', 'out');
	recording.data(2, 'in', pattern(300, 2));
	recording.event(2, 'end', 'in');
	recording.event(2, 'close', 'none');
	recording.event(3, 'error', 'in', 'ECONNRESET: the peer reset the connection');
	recording.event(3, 'reset', 'in');
	recording.event(3, 'close', 'none');
	recording.event(4, 'close', 'out');
	recording.event(5, 'end', 'in');
	recording.event(5, 'close', 'out');
	recording.event(6, 'reset', 'out');
	recording.event(6, 'close', 'none');
	// The ports of the first connection again: a new conversation for readers of the file.
	recording.open(connection(9, server, { remote: { address: '127.0.0.1', port: 40_001 } }));
	recording.data(9, 'in', pattern(10, 9));
	recording.event(9, 'close', 'in');
}
