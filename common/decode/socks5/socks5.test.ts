import { expect, test } from 'vitest';
import { decodeAs } from '../core/decode.ts';
import type { Context } from '../core/decoder.ts';
import { notesOf, pathsOf } from '../testing/fields.fixture.ts';
import { fromHex } from '../testing/hex.fixture.ts';
import { sample } from '../testing/samples.fixture.ts';
import { tsharkMissing, wiresharkConversation } from '../testing/tshark.fixture.ts';
import { socks5 } from './index.ts';
import { CONVERSATIONS, SAMPLES } from './samples.fixture.ts';

/** Names of the same fields here and in Wireshark. */
const SAME: Readonly<Record<string, string>> = {
	'socks5.methodCount': 'socks.auth_method_count',
	'socks5.command': 'socks.command',
	'socks5.reply': 'socks.results',
	'socks5.reserved': 'socks.reserved',
	'socks5.addressType': 'socks.address_type',
	'socks5.port': 'socks.port',
	'socks5.status': 'socks.auth_status',
};

/** Texts, whose range there begins at their length. */
const TEXTS: Readonly<Record<string, string>> = {
	'socks5.userName': 'socks.username',
	'socks5.password': 'socks.password',
	'socks5.host': 'socks.remote_name',
};

test.skipIf(tsharkMissing !== undefined)('fields, values and ranges are those of Wireshark', () => {
	const compared = new Set<string>();
	for (const conversation of CONVERSATIONS) {
		const theirs = wiresharkConversation(conversation);
		for (const [i, sample] of conversation.entries()) {
			const shown = (...names: readonly string[]) =>
				(theirs[i] ?? [])
					.filter(({ name }) => names.includes(name))
					.map(({ start, end, show }) => `${start}-${end} ${show}`);
			const ours = (path: string, before = 0) => {
				const found = pathsOf(socks5, sample).filter((field) => field.path === path);
				if (found.length > 0) compared.add(path);
				return found.map(
					({ start, end, value, meaning }) =>
						`${start - before}-${end} ${value instanceof Uint8Array ? meaning : value}`,
				);
			};
			for (const [path, name] of Object.entries(SAME))
				expect(ours(path), `${sample.name}: ${path}`).toEqual(shown(name));
			for (const [path, name] of Object.entries(TEXTS))
				expect(ours(path, 1), `${sample.name}: ${path}`).toEqual(shown(name));
			expect(ours('socks5.address'), sample.name).toEqual(shown('socks.dst', 'socks.dstV6'));
			expect(ours('socks5.method'), sample.name).toEqual(shown('socks.auth_method', 'socks.auth_accepted_method'));
		}
	}
	expect(compared.size).toBe(Object.keys(SAME).length + Object.keys(TEXTS).length + 2);
});

const unitsOf = (bytes: Uint8Array, context: Context) =>
	decodeAs(socks5, bytes, context).map(({ value, meaning }) => `${value}: ${meaning}`);

test('says what each message is', () => {
	const units = SAMPLES.flatMap(({ bytes, context }) => unitsOf(bytes, context));
	expect(units.filter((_, i) => i >= CONVERSATIONS.flat().length)).toEqual([
		'method: none acceptable',
		'status: refused',
		'request: BIND 10.0.0.1:0',
		'request: UDP ASSOCIATE 0.0.0.0:0',
		'reply: address type not supported, 0.0.0.0:0',
		'reply: succeeded, 192.0.2.1:80',
		'greeting: user name and password',
		'credentials: u',
		'request: CONNECT a:80',
		'gssapi: authentication',
		'datagram: 192.0.2.1:53',
		'datagram: example.org:53',
		'datagram: [2001:db8::1]:53',
	]);
});

test('a message of which the sender is not known is read by its form', () => {
	const ofUnknown = (hex: string) => unitsOf(fromHex(hex), { transport: 'stream' });
	expect(ofUnknown('05020001')).toEqual(['greeting: none required, GSSAPI']);
	expect(ofUnknown('0502')).toEqual(['method: user name and password']);
	expect(ofUnknown('01047573657206736563726574')).toEqual(['credentials: user']);
	expect(ofUnknown('0100')).toEqual(['status: accepted']);
	expect(ofUnknown('050100017f0000010009')).toEqual(['request: CONNECT 127.0.0.1:9']);
});

test('notes what is not allowed', () => {
	const notes = (hex: string, context: Context) => notesOf(socks5, sample('', hex, context)).map(({ note }) => note);
	expect(notes('0500', { transport: 'stream', from: 'client' })).toMatchObject([{ code: 'unexpected' }]);
	expect(notes('04010050', { transport: 'stream' })).toMatchObject([{ code: 'unexpected' }]);
	expect(notes('0000 00 02 0000', { transport: 'datagram' })).toMatchObject([{ code: 'unexpected' }]);
	expect(notes('05000001c000', { transport: 'stream', from: 'server' })).toMatchObject([{ code: 'short', missing: 2 }]);
});

test('a hello of HSRP is no datagram with a host name', () => {
	for (const hex of ['000010030a5a0a00 636973636f000000 0a1ca8fe', '000000030a5a0a00 636973636f000000 0a1ca8fe'])
		expect(socks5.recognise(fromHex(hex), { transport: 'datagram' })).toBeLessThan(0.5);
	expect(socks5.recognise(fromHex('000000 03 01 61 0035 00'), { transport: 'datagram' })).toBe(0.6);
});
