import { toLatin1 } from '../../payload/codec/ascii.ts';
import { address4 } from '../../payload/ip-text.ts';
import type { Context, Decoder } from '../core/decoder.ts';
import type { Reader } from '../core/reader.ts';
import { macText } from './forms.ts';
import { HARDWARE, MESSAGES, OPERATIONS } from './names.ts';
import { peekOption, readOptions } from './options.ts';

const COOKIE = 0x63825363;
/** Offset of the cookie, and of the options behind it. */
const VENDOR = 236;
const OPTIONS = 240;
const MESSAGE_TYPE = 53;
const OVERLOAD = 52;
const ETHERNET = 1;
const LONGEST_HARDWARE = 16;

const cookieOf = (bytes: Uint8Array): number =>
	bytes.length < OPTIONS ? 0 : new DataView(bytes.buffer, bytes.byteOffset + VENDOR, 4).getUint32(0);

/** The address of the client's hardware in 16 bytes. */
function readHardware(reader: Reader, type: number, written: number): string | undefined {
	const length = Math.min(written, LONGEST_HARDWARE);
	const isMac = type === ETHERNET && length === 6;
	const address = length === 0 ? undefined : reader.data('clientHardware', length, isMac ? { meaning: macText } : {});
	if (length < LONGEST_HARDWARE) reader.data('hardwarePadding', LONGEST_HARDWARE - length);
	return isMac && address !== undefined ? macText(address) : undefined;
}

/** A name that ends at a zero byte, or options in its place where there is not enough room for all behind it (RFC 2132, 9.3). */
function readNameOrOptions(reader: Reader, name: string, length: number, hasOptions: boolean): void {
	if (hasOptions) reader.group(name, () => reader.within(length, () => readOptions(reader)));
	else {
		const [text = ''] = toLatin1(reader.bytes.subarray(reader.at, reader.at + length)).split('\0');
		reader.record(name, length, text);
	}
}

/** A message of DHCP (RFC 2131, 2), or of BOOTP (RFC 951), which has the same form and no options, or those of RFC 1497. */
function decode(reader: Reader): void {
	const hasCookie = cookieOf(reader.bytes) === COOKIE;
	const options = hasCookie ? reader.bytes.subarray(OPTIONS) : new Uint8Array();
	const operation = reader.uint('operation', 1, 'be', { meaning: OPERATIONS });
	const hardware = reader.uint('hardwareType', 1, 'be', { meaning: HARDWARE });
	const hardwareLength = reader.uint('hardwareLength', 1);
	const type = peekOption(options, MESSAGE_TYPE);
	const name = (type === undefined ? OPERATIONS.get(operation) : MESSAGES.get(type)) ?? String(type ?? operation);
	reader.tell(name);
	reader.uint('hops', 1);
	reader.uint('transaction', 4);
	reader.uint('seconds', 2);
	reader.bits('flags', 2, [
		['broadcast', 1],
		['reserved', 15],
	]);
	for (const field of ['clientAddress', 'yourAddress', 'serverAddress', 'relayAddress'])
		reader.data(field, 4, { meaning: address4 });
	reader.tell(name, readHardware(reader, hardware, hardwareLength));
	const overload = peekOption(options, OVERLOAD) ?? 0;
	readNameOrOptions(reader, 'serverName', 64, (overload & 2) !== 0);
	readNameOrOptions(reader, 'file', 128, (overload & 1) !== 0);
	if (hasCookie) {
		reader.uint('cookie', 4);
		reader.group('options', () => readOptions(reader));
	} else reader.rest('vendor');
}

/** The cookie; without it, a header that can be one, of a length that BOOTP has. */
function recognise(bytes: Uint8Array, { transport }: Context): number {
	const [operation = 0, , length = 0, hops = 0] = bytes;
	if (transport === 'stream' || !OPERATIONS.has(operation) || length > LONGEST_HARDWARE) return 0;
	if (cookieOf(bytes) === COOKIE) return 0.99;
	return bytes[1] === ETHERNET && length === 6 && hops <= 16 && bytes.length >= 300 && bytes.length <= 548 ? 0.5 : 0;
}

export const dhcp: Decoder = {
	id: 'dhcp',
	title: 'DHCP',
	ports: { datagram: [67, 68] },
	most: 0.99,
	mayBegin: (first, transport) => transport === 'datagram' && OPERATIONS.has(first),
	recognise,
	decode,
};
