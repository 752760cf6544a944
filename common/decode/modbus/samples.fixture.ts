import { fromHex } from '../testing/hex.fixture.ts';
import { sample } from '../testing/samples.fixture.ts';
import { PDUS } from './pdus.fixture.ts';

const hex4 = (value: number) => value.toString(16).padStart(4, '0');

/** A message with the PDU, behind a header of transaction `number` and unit 17. */
const message = (pdu: string, number: number) => `${hex4(number)} 0000 ${hex4(1 + fromHex(pdu).length)} 11 ${pdu}`;

/** The PDUs behind headers made by hand from MODBUS Messaging on TCP/IP Implementation Guide V1.0b, 3.1.3. */
export const SAMPLES = [
	...PDUS.map(([name, from, pdu], i) =>
		sample(name, message(pdu, 0x1501 + i), { transport: 'stream', ports: [502], from }),
	),
	sample('two requests in one read', `${message('03 006b 0003', 1)} ${message('04 0008 0001', 2)}`, {
		transport: 'stream',
		ports: [502],
		from: 'client',
	}),
	sample('over UDP', message('03 006b 0003', 7), { transport: 'datagram', ports: [502], from: 'client' }),
	sample('of an unknown side and port', message('03 04 022b 0001', 9), { transport: 'stream' }),
];
