import { checksumOf, toHex } from '../../payload/index.ts';
import { PDUS } from '../modbus/pdus.fixture.ts';
import { fromHex } from '../testing/hex.fixture.ts';
import { sample } from '../testing/samples.fixture.ts';

/** A frame with the PDU, from or to the device 17. */
function frame(pdu: string): string {
	const bytes = fromHex(`11 ${pdu}`);
	return toHex(bytes) + toHex(checksumOf(bytes, 'crc16-modbus'));
}

/** The PDUs in frames, made by hand from MODBUS over Serial Line V1.02, 2.5.1. */
export const SAMPLES = [
	...PDUS.map(([name, from, pdu]) => sample(name, frame(pdu), { transport: 'stream', from })),
	sample('a request and its response in one read', frame('03 006b 0003') + frame('03 06 022b 0000 ff64'), {
		transport: 'stream',
	}),
	sample('in a datagram', frame('04 02 000a'), { transport: 'datagram' }),
];
