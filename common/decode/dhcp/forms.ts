import { charsetNamed, toHex } from '../../payload/index.ts';
import { address4, address6 } from '../../payload/ip-text.ts';
import type { Reader } from '../core/reader.ts';
import { Message, readName } from '../dns/name.ts';
import { ARCHITECTURES, HARDWARE, MESSAGES, NODE_TYPES, OVERLOADS, RELAY } from './names.ts';

/** Reads the value of an option, up to its end. */
export type Form = (reader: Reader) => void;

const LATIN1 = charsetNamed('latin1');
const ETHERNET = 1;

export const macText = (bytes: Uint8Array): string => toHex(bytes, ':');

const readAddress = (reader: Reader, name: string): string => address4(reader.data(name, 4, { meaning: address4 }));

/** One address or more; all in one text. */
export const addresses: Form = (reader) => {
	const all: string[] = [];
	while (reader.left > 0) all.push(readAddress(reader, 'address'));
	reader.tell(all.join(', '));
};

/** Pairs of addresses: a destination and its router, or a network and its mask. */
export const pairs =
	(first: string, second: string): Form =>
	(reader) => {
		while (reader.left > 0)
			reader.group('pair', () => {
				const one = readAddress(reader, first);
				reader.tell(`${one} ${readAddress(reader, second)}`);
			});
	};

export const text: Form = (reader) => reader.tell(reader.text('text', reader.left, LATIN1).replace(/\0+$/, ''));
export const bytes: Form = (reader) => void reader.rest('data');
/** Its presence says all. */
export const nothing: Form = () => undefined;
export const flag: Form = (reader) =>
	reader.tell(
		reader.uint('flag', 1, 'be', { meaning: (value) => (value === 0 ? 'no' : value === 1 ? 'yes' : undefined) }),
	);

export const number =
	(size: 1 | 2 | 4, meaning?: ReadonlyMap<number, string>): Form =>
	(reader) => {
		const value = reader.uint('number', size, 'be', meaning === undefined ? {} : { meaning });
		reader.tell(value, meaning?.get(value));
	};

const FOREVER = 0xffffffff;

/** A time; all ones are for ever (RFC 2131, 3.3). */
export const seconds: Form = (reader) => {
	const meaning = (value: number) => (value === FOREVER ? 'for ever' : `${value} s`);
	const value = reader.uint('seconds', 4, 'be', { meaning });
	reader.tell(value, meaning(value));
};

export const signedSeconds: Form = (reader) => reader.tell(reader.int('seconds', 4), 's');

export const numbers =
	(size: 1 | 2): Form =>
	(reader) => {
		while (reader.left > 0) reader.uint('number', size);
	};

export const messageType: Form = number(1, MESSAGES);
export const overload: Form = number(1, OVERLOADS);
export const nodeType: Form = number(1, NODE_TYPES);

export const architectures: Form = (reader) => {
	while (reader.left > 0) reader.uint('architecture', 2, 'be', { meaning: ARCHITECTURES });
};

/** Options that a client wants. @param names of options */
export const wantedOptions =
	(names: (code: number) => string | undefined): Form =>
	(reader) => {
		while (reader.left > 0) reader.uint('option', 1, 'be', { meaning: names });
	};

/** A kind of hardware and an address of it, or a number that the client has given itself (RFC 2132, 9.14; RFC 4361, 6.1). */
export const clientId: Form = (reader) => {
	const type = reader.uint('type', 1, 'be', {
		meaning: (value) => (value === 255 ? 'DUID' : value === 0 ? 'not an address' : HARDWARE.get(value)),
	});
	if (type === 255) {
		reader.uint('interface', 4);
		reader.rest('duid');
	} else if (type === ETHERNET) reader.tell(macText(reader.rest('address', { meaning: macText })));
	else reader.rest('data');
};

/** A name of a client in the DNS, and who is to write it there (RFC 4702, 2). */
export const clientName: Form = (reader) => {
	const flags = reader.bits('flags', 1, [
		['reserved', 4],
		['noUpdate', 1],
		['encoded', 1],
		['overridden', 1],
		['serverUpdates', 1],
	]);
	reader.uint('code1', 1);
	reader.uint('code2', 1);
	if (reader.left === 0) return;
	if (flags('encoded') === 0) {
		text(reader);
		return;
	}
	// A name that has no end yet is only a part of one.
	const labels: string[] = [];
	reader.group('name', () => {
		while (reader.left > 0) {
			const length = reader.peek() ?? 0;
			reader.skip(1);
			if (length === 0) break;
			labels.push(reader.text('label', length, LATIN1));
		}
		reader.tell(labels.join('.'));
	});
	reader.tell(labels.join('.'));
};

/** Names of the DNS, which may point to earlier ones of the option (RFC 3397). */
export const domains: Form = (reader) => {
	const option = new Message(reader.bytes.subarray(reader.at, reader.at + reader.left));
	const names: (() => string)[] = [];
	while (reader.left > 0) names.push(readName(reader, 'domain', option));
	reader.tell(() => names.map((name) => name()).join(', '));
};

/** Routes: the bits of a network, as many of its bytes as they need, and a router (RFC 3442). */
export const routes: Form = (reader) => {
	while (reader.left > 0)
		reader.group('route', () => {
			const bits = reader.uint('bits', 1);
			if (bits > 32) reader.fail({ code: 'unexpected', expected: '0 to 32' });
			const used = Math.ceil(bits / 8);
			const padded = (part: Uint8Array) => address4(Uint8Array.from({ length: 4 }, (_, i) => part[i] ?? 0));
			const network = padded(reader.data('network', used, { meaning: padded }));
			reader.tell(`${network}/${bits} ${readAddress(reader, 'router')}`);
		});
};

/** Options within an option, each with a code and a length of one byte. */
export const suboptions =
	(names: ReadonlyMap<number, string>): Form =>
	(reader) => {
		while (reader.left > 0)
			reader.group('suboption', () => {
				const code = reader.uint('code', 1, 'be', { meaning: names });
				reader.tell(code, names.get(code));
				bytesOf(reader, reader.uint('length', 1));
			});
	};

export const relayInformation = suboptions(RELAY);

/** Data of vendors, each by the number of an enterprise (RFC 3925). @param inner what their data is */
export const enterprises =
	(inner: Form): Form =>
	(reader) => {
		while (reader.left > 0)
			reader.group('enterprise', () => {
				reader.tell(reader.uint('number', 4));
				const length = reader.uint('length', 1);
				reader.within(length, () => inner(reader));
			});
	};

/** Classes of a client, each with its length (RFC 3004); some clients leave the length out. */
export const sizedParts: Form = (reader) => {
	let at = 0;
	while (at < reader.left) at += 1 + (reader.peek(at) ?? 0);
	if (at !== reader.left) bytes(reader);
	else while (reader.left > 0) reader.group('part', () => bytesOf(reader, reader.uint('length', 1)));
};

function bytesOf(reader: Reader, length: number): void {
	if (length > 0) reader.data('data', length);
}

/** A kind and 16 bytes that name a machine (RFC 4578, 2.3). */
export const machineId: Form = (reader) => {
	reader.uint('type', 1);
	reader.rest('uuid');
};

export const networkInterface: Form = (reader) => {
	reader.uint('type', 1, 'be', { meaning: (value) => (value === 1 ? 'UNDI' : undefined) });
	reader.uint('major', 1);
	reader.uint('minor', 1);
};

/** What proves who has sent a message (RFC 3118, 2). */
export const authentication: Form = (reader) => {
	reader.uint('protocol', 1);
	reader.uint('algorithm', 1);
	reader.uint('replayDetection', 1);
	reader.uint64('replay');
	reader.rest('information');
};

/** Servers of SIP, as names or addresses (RFC 3361). */
export const sipServers: Form = (reader) => {
	const encoding = reader.uint('encoding', 1, 'be', {
		meaning: (value) => (value === 0 ? 'names' : value === 1 ? 'addresses' : undefined),
	});
	if (encoding === 0) domains(reader);
	else if (encoding === 1) addresses(reader);
	else bytes(reader);
};

/** A prefix for IPv6 over the network of a provider (RFC 5969, 7.1.1). */
export const sixRapidDeployment: Form = (reader) => {
	reader.uint('maskLength', 1);
	reader.uint('prefixLength', 1);
	reader.data('prefix', 16, { meaning: address6 });
	addresses(reader);
};

/** A code and a text about it (RFC 6926, 6.2.2). */
export const status: Form = (reader) => {
	reader.uint('code', 1);
	if (reader.left > 0) text(reader);
};
