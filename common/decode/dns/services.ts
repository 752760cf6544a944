import { address4, address6 } from '../../payload/ip-text.ts';
import type { Reader } from '../core/reader.ts';
import { type Message, readName } from './name.ts';

/** Parameters of a service (RFC 9460, 14.3.2; RFC 9461). */
const PARAMETERS: ReadonlyMap<number, string> = new Map([
	[0, 'mandatory'],
	[1, 'alpn'],
	[2, 'no-default-alpn'],
	[3, 'port'],
	[4, 'ipv4hint'],
	[5, 'ech'],
	[6, 'ipv6hint'],
	[7, 'dohpath'],
]);

/** Options of EDNS (IANA, DNS EDNS0 Option Codes). */
const OPTIONS: ReadonlyMap<number, string> = new Map([
	[3, 'NSID'],
	[5, 'DAU'],
	[6, 'DHU'],
	[7, 'N3U'],
	[8, 'client subnet'],
	[9, 'expire'],
	[10, 'cookie'],
	[11, 'keepalive'],
	[12, 'padding'],
	[13, 'chain'],
	[14, 'key tag'],
	[15, 'extended error'],
]);
const CLIENT_SUBNET = 8;
const IPV4 = 1;

/** A text of up to 255 bytes behind its length. */
export function readString(reader: Reader, name: string): void {
	reader.group(name, () => reader.tell(reader.text('string', reader.uint('length', 1))));
}

const repeated = (read: (reader: Reader) => void) => (reader: Reader) => {
	while (reader.left > 0) read(reader);
};

const VALUES: ReadonlyMap<string, (reader: Reader) => void> = new Map([
	['mandatory', repeated((reader) => void reader.uint('parameter', 2, 'be', { meaning: PARAMETERS }))],
	['alpn', repeated((reader) => readString(reader, 'protocol'))],
	['port', (reader) => void reader.uint('port', 2)],
	['ipv4hint', repeated((reader) => void reader.data('address', 4, { meaning: address4 }))],
	['ipv6hint', repeated((reader) => void reader.data('address', 16, { meaning: address6 }))],
	['dohpath', (reader) => void reader.text('path', reader.left)],
]);

/** How a service is reached (RFC 9460, 2.2). */
export function readSvcb(reader: Reader, message: Message): void {
	reader.uint('priority', 2);
	readName(reader, 'target', message);
	while (reader.left > 0)
		reader.group('parameter', () => {
			const key = reader.uint('key', 2, 'be', { meaning: PARAMETERS });
			const name = PARAMETERS.get(key) ?? `key${key}`;
			reader.tell(name);
			const length = reader.uint('length', 2);
			if (length > 0) reader.within(length, () => (VALUES.get(name) ?? ((value) => value.rest('data')))(reader));
		});
}

/** A rule that makes one name of another (RFC 3403, 4.1). */
export function readNaptr(reader: Reader, message: Message): void {
	reader.uint('order', 2);
	reader.uint('preference', 2);
	for (const name of ['flags', 'service', 'expression']) readString(reader, name);
	readName(reader, 'replacement', message);
}

/** Addresses of a client, as many bytes as their prefix has (RFC 7871, 6). */
function readSubnet(reader: Reader): void {
	const family = reader.uint('family', 2, 'be', {
		meaning: new Map([
			[IPV4, 'IPv4'],
			[2, 'IPv6'],
		]),
	});
	const prefix = reader.uint('sourcePrefix', 1);
	reader.uint('scopePrefix', 1);
	const size = family === IPV4 ? 4 : 16;
	const text = (bytes: Uint8Array): string => {
		const whole = new Uint8Array(size);
		whole.set(bytes.subarray(0, size));
		return family === IPV4 ? address4(whole) : address6(whole);
	};
	const bytes = reader.rest('address', { meaning: text });
	reader.tell('client subnet', `${text(bytes)}/${prefix}`);
}

/** Options of EDNS (RFC 6891, 6.1.2). */
export const readOptions = repeated((reader) =>
	reader.group('option', () => {
		const code = reader.uint('code', 2, 'be', { meaning: OPTIONS });
		reader.tell(OPTIONS.get(code));
		const length = reader.uint('length', 2);
		if (code === CLIENT_SUBNET) reader.within(length, () => readSubnet(reader));
		else reader.data('data', length);
	}),
);
