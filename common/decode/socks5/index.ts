import { address4, address6 } from '../../payload/ip-text.ts';
import type { Context, Decoder } from '../core/decoder.ts';
import { faultOf } from '../core/fault.ts';
import type { Reader } from '../core/reader.ts';
import { readPayload } from '../payload/payload.ts';
import { plainText } from '../payload/text.ts';
import { type Kind, kindAt } from './kinds.ts';
import { ADDRESS_TYPES, COMMANDS, GSSAPI_TYPES, METHODS, REPLIES } from './names.ts';

/** An address with its type, and a port (RFC 1928, 5): as people write both. */
function readAddress(reader: Reader): string {
	const type = reader.uint('addressType', 1, 'be', { meaning: ADDRESS_TYPES });
	const read = () => {
		if (type === 1) return address4(reader.data('address', 4, { meaning: address4 }));
		if (type === 4) return `[${address6(reader.data('address', 16, { meaning: address6 }))}]`;
		if (type === 3) return reader.text('host', reader.uint('hostLength', 1));
		return reader.fail({ code: 'unexpected', expected: 'an address type of 1, 3 or 4' });
	};
	const address = read();
	return `${address}:${reader.uint('port', 2)}`;
}

function readReserved(reader: Reader, bytes: 1 | 2): void {
	if (reader.uint('reserved', bytes) !== 0) reader.note({ code: 'unexpected', expected: 'reserved bytes of 0' });
}

/** What is behind the version in a message of each kind. Returns what a person reads of it. */
const BODIES: Readonly<Record<Kind, (reader: Reader) => string | undefined>> = {
	greeting: (reader) => {
		const methods: string[] = [];
		for (let left = reader.uint('methodCount', 1); left > 0; left--) {
			const method = reader.uint('method', 1, 'be', { meaning: METHODS });
			methods.push(METHODS.get(method) ?? String(method));
		}
		if (methods.length === 0) reader.note({ code: 'unexpected', expected: 'at least one method' });
		return methods.join(', ');
	},
	method: (reader) => METHODS.get(reader.uint('method', 1, 'be', { meaning: METHODS })),
	credentials: (reader) => {
		const name = reader.text('userName', reader.uint('userNameLength', 1));
		reader.text('password', reader.uint('passwordLength', 1));
		return name;
	},
	status: (reader) => {
		const meaning = (code: number) => (code === 0 ? 'accepted' : 'refused');
		return meaning(reader.uint('status', 1, 'be', { meaning }));
	},
	request: (reader) => {
		const command = reader.uint('command', 1, 'be', { meaning: COMMANDS });
		readReserved(reader, 1);
		return `${COMMANDS.get(command) ?? command} ${readAddress(reader)}`;
	},
	reply: (reader) => {
		const reply = reader.uint('reply', 1, 'be', { meaning: REPLIES });
		readReserved(reader, 1);
		return `${REPLIES.get(reply) ?? reply}, ${readAddress(reader)}`;
	},
	gssapi: (reader) => {
		const type = reader.uint('gssapiType', 1, 'be', { meaning: GSSAPI_TYPES });
		reader.data('token', reader.uint('tokenLength', 2));
		return GSSAPI_TYPES.get(type);
	},
};

/** The header of a datagram that is relayed (RFC 1928, 7), and its data. */
function readDatagram(reader: Reader): void {
	readReserved(reader, 2);
	reader.uint('fragment', 1, 'be', { meaning: (number) => (number === 0 ? 'not fragmented' : undefined) });
	reader.tell('datagram', readAddress(reader));
	if (reader.left > 0) readPayload(reader, reader.left);
}

/** A message of SOCKS 5 (RFC 1928), with those of user name and password (RFC 1929) and GSSAPI (RFC 1961). */
function decode(reader: Reader, { transport, from }: Context): void {
	if (transport === 'datagram') {
		readDatagram(reader);
		return;
	}
	const kind = kindAt(reader, from);
	if (kind === undefined) reader.fail({ code: 'unexpected', expected: 'a version of 5, or of 1 in a negotiation' });
	reader.tell(kind);
	reader.uint('version', 1);
	reader.tell(kind, BODIES[kind](reader));
}

/** How much a whole message looks like one of a kind. */
const LOOKS: Readonly<Record<Kind, number>> = {
	greeting: 0.8,
	method: 0.5,
	credentials: 0.6,
	status: 0.3,
	request: 0.9,
	reply: 0.9,
	gssapi: 0.3,
};

/** Whether all methods of a greeting, or the chosen one, are known. */
const haveNames = (methods: Uint8Array) => methods.every((method) => METHODS.has(method) || method >= 0x80);

/** The version begins all messages of a stream; reserved bytes, and the type of an address, a datagram. */
function most([version = 0, reserved, , type = 0]: Uint8Array, { transport }: Context): number {
	if (transport === 'datagram')
		return version !== 0 || reserved !== 0 || !ADDRESS_TYPES.has(type) ? 0 : type === 3 ? 0.6 : 0.3;
	return version === 5 || version === 1 ? 0.9 : 0;
}

function recognise(bytes: Uint8Array, context: Context): number {
	if (bytes.length === 0) return 0;
	let kind: Kind | undefined;
	const fault = faultOf(bytes, (reader) => {
		kind = kindAt(reader, context.from);
		while (reader.left > 0) reader.group('message', () => decode(reader, context));
	});
	if (fault !== undefined) return 0;
	// A datagram with a host name has text in it; one with an address is mostly zeros and any bytes. Few fragment them.
	if (context.transport === 'datagram') {
		const [, , fragment, type, length = 0] = bytes;
		const isNamed = fragment === 0 && type === 3 && plainText(bytes.subarray(5, 5 + length)) !== undefined;
		return isNamed ? 0.6 : 0.3;
	}
	if (kind === undefined) return 0;
	const [, count = 0] = bytes;
	if (kind === 'greeting' && !haveNames(bytes.subarray(2, 2 + count))) return 0;
	if (kind === 'method' && !haveNames(bytes.subarray(1, 2))) return 0;
	if (kind === 'credentials' && plainText(bytes.subarray(2, 2 + count)) === undefined) return 0;
	return LOOKS[kind];
}

export const socks5: Decoder = {
	id: 'socks5',
	title: 'SOCKS5',
	carries: ['json'],
	ports: { stream: [1080], datagram: [1080] },
	most,
	mayBegin: (first, transport) => (transport === 'stream' ? first === 5 || first === 1 : first === 0),
	recognise,
	decode,
};
