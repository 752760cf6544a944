import { expect, test } from 'vitest';
import { LINK } from '../pcapng/format.ts';
import { packetEnds } from './ends.ts';

/** The headers of an IPv4 TCP packet, up to the ports. */
function packet(source: readonly number[], sourcePort: number): Uint8Array {
	const bytes = Buffer.alloc(24);
	bytes[0] = 0x45;
	bytes[9] = 6;
	bytes.set(source, 12);
	bytes.set([127, 0, 0, 1], 16);
	bytes.writeUInt16BE(sourcePort, 20);
	bytes.writeUInt16BE(8080, 22);
	return bytes;
}

test('an unknown end has no address in the list of a capture’s connections', () => {
	const destination = '127.0.0.1:8080';
	expect(packetEnds(LINK.ip, packet([0, 0, 0, 0], 0))).toMatchObject({ source: 'unknown address', destination });
	expect(packetEnds(LINK.ip, packet([0, 0, 0, 0], 68))).toMatchObject({ source: '0.0.0.0:68', destination });
});
