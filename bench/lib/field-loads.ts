import type { FileDatagram } from './udp-pcap.ts';

const CLIENT = 40_000;

/** A protocol's messages, and a filter by one of its fields that a tenth of the requests match. */
interface Load {
	readonly name: string;
	/** The `i`th message: requests and responses in turn. */
	readonly datagram: (i: number) => FileDatagram;
	readonly filter: string;
}

/** Requests to a port and its responses, in turn; `payload` gets the number of the exchange. */
const exchanges =
	(port: number, payload: (i: number, isRequest: boolean) => Buffer): ((i: number) => FileDatagram) =>
	(i) => {
		const isRequest = i % 2 === 0;
		const [from, to] = isRequest ? [CLIENT, port] : [port, CLIENT];
		return { from, to, payload: payload(Math.floor(i / 2), isRequest) };
	};

/** Read Holding Registers of ten units in turn, answered with two registers (MODBUS Application Protocol V1.1b3, 6.3). */
export const modbus: Load = {
	name: 'Modbus',
	datagram: exchanges(502, (i, isRequest) => {
		const bytes = Buffer.from(isRequest ? '000000000006000300640002' : '00000000000700030400010002', 'hex');
		bytes.writeUInt16BE(i & 0xffff, 0);
		bytes[6] = i % 10;
		return bytes;
	}),
	filter: 'modbus.quantity = 2 and modbus.unit = 3',
};

/** Queries for addresses of ten names in turn, each answered with two addresses (RFC 1035, 4). */
export const dns: Load = {
	name: 'DNS',
	datagram: exchanges(53, (i, isRequest) =>
		isRequest
			? dnsMessage(i, '01000001000000000000', '')
			: dnsMessage(i, '81800001000200000000', 'c00c000100010000003c0004c0000201'.repeat(2)),
	),
	filter: 'dns.question.name = www3.example.org and dns.flags.response = 0',
};

function dnsMessage(i: number, flagsAndCounts: string, answers: string): Buffer {
	const id = (i & 0xffff).toString(16).padStart(4, '0');
	const name = ['www', 'example', 'org'].map((label, at) => (at === 0 ? `${label}${i % 10}` : label));
	const labels = name.map((label) => label.length.toString(16).padStart(2, '0') + Buffer.from(label).toString('hex'));
	return Buffer.from(`${id}${flagsAndCounts}${labels.join('')}0000010001${answers}`, 'hex');
}
