import { toLatin1 } from '../../payload/codec/ascii.ts';
import { address4 } from '../../payload/ip-text.ts';
import type { Context, Decoder } from '../core/decoder.ts';
import type { Reader } from '../core/reader.ts';
import { uintAt } from '../core/uint.ts';
import { readAuthenticator, readControl, readPrivate } from './control.ts';
import { EXTENSIONS, KISSES, LEAPS, MODES, SOURCES } from './names.ts';
import { readInterval, readTimestamp, secondsText } from './timestamp.ts';

const FLAGS = [
	['leap', 2, LEAPS],
	['version', 3],
	['mode', 3, MODES],
] as const;

/** Length of a header with its four timestamps. */
const HEADER = 48;
/** The longest authenticator: a key's number and SHA-1 (RFC 7822, 7.5). */
const LONGEST_AUTHENTICATOR = 24;

const stratumText = (stratum: number): string =>
	stratum === 0
		? 'unspecified'
		: stratum === 1
			? 'primary'
			: stratum < 16
				? 'secondary'
				: stratum === 16
					? 'unsynchronised'
					: 'reserved';

/** ASCII up to the zero bytes that fill four up. */
const code = (bytes: Uint8Array): string => toLatin1(bytes).replace(/\0+$/, '');

/** What the reference is depends on the stratum: a code, or the address of a server or a hash of one. */
function readReference(reader: Reader, stratum: number): void {
	const bytes = reader.bytes.subarray(reader.at, reader.at + 4);
	if (stratum > 1) reader.data('referenceId', 4, { meaning: address4 });
	else
		reader.record('referenceId', 4, code(bytes), {
			meaning: (name) => (stratum === 0 ? KISSES.get(name) : SOURCES.get(name)),
		});
}

/** Extension fields (RFC 7822): a last part of at most 24 bytes is the authenticator. */
function readExtensions(reader: Reader): void {
	while (reader.left > LONGEST_AUTHENTICATOR || EXTENSIONS.has(reader.peekUint(2)))
		reader.group('extension', () => {
			const type = reader.uint('type', 2, 'be', { meaning: EXTENSIONS });
			reader.tell(type, EXTENSIONS.get(type));
			const length = reader.uint('length', 2);
			if (length < 4) reader.fail({ code: 'unexpected', expected: '4 or more' });
			if (length > 4) reader.data('data', length - 4);
		});
}

/** A packet of the Network Time Protocol, versions 1 to 4 (RFC 5905, 1305); in modes 6 and 7 a request to a server's controls. */
function decode(reader: Reader): void {
	const flags = reader.bits('flags', 1, FLAGS);
	const mode = flags('mode');
	const version = flags('version');
	if (mode === 6) readControl(reader);
	else if (mode === 7) readPrivate(reader);
	else readTime(reader, version, mode);
}

function readTime(reader: Reader, version: number, mode: number): void {
	const stratum = reader.uint('stratum', 1, 'be', { meaning: stratumText });
	reader.tell(`version ${version}, ${MODES.get(mode)}`, mode === 4 || mode === 5 ? `stratum ${stratum}` : undefined);
	reader.int('poll', 1, 'be', { meaning: secondsText });
	reader.int('precision', 1, 'be', { meaning: secondsText });
	readInterval(reader, 'rootDelay', version < 4);
	readInterval(reader, 'rootDispersion', false);
	readReference(reader, stratum);
	for (const name of ['reference', 'origin', 'receive', 'transmit']) readTimestamp(reader, name);
	if (version >= 4) readExtensions(reader);
	if (reader.left > 0) reader.group('authenticator', () => readAuthenticator(reader));
}

const isVersion = (version: number): boolean => version >= 1 && version <= 4;

/** A header whose timestamps are none, or of these decades; no server speaks over a stream. */
function recognise(bytes: Uint8Array, { transport }: Context): number {
	const [first = 0, stratum = 0, poll = 0, precision = 0] = bytes;
	const version = (first >> 3) & 7;
	const mode = first & 7;
	if (transport === 'stream' || !isVersion(version)) return 0;
	if (mode === 6) {
		const count = uintAt(bytes, 10, 2);
		const isWhole = bytes.length >= 12 + count && bytes.length <= 12 + count + 3 + LONGEST_AUTHENTICATOR;
		// Records of DTLS and others are like it: its port makes it likely.
		return bytes.length >= 12 && first >> 6 === 0 && isWhole ? 0.45 : 0;
	}
	if (mode === 7) return 0.05;
	if (bytes.length < HEADER || mode === 0 || stratum > 16 || (poll > 17 && poll < 0xf0)) return 0;
	if (precision > 0 && precision < 0xc0) return 0;
	const plausible = [16, 24, 32, 40].every((at) => {
		const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at, at + 4);
		// From 2000 to 2036 and some years of the next era; a client may leave all out, or send a random number (RFC 9769).
		return a >= 0xbc || a < 0x10 || (a | b | c | d) === 0;
	});
	if (!plausible) return mode === 3 ? 0.4 : 0.1;
	return bytes.length === HEADER || bytes.length === HEADER + 20 || bytes.length === HEADER + 24 ? 0.85 : 0.6;
}

export const ntp: Decoder = {
	id: 'ntp',
	title: 'NTP',
	ports: { datagram: [123] },
	most: 0.85,
	mayBegin: (first, transport) => transport === 'datagram' && isVersion((first >> 3) & 7),
	recognise,
	decode,
};
