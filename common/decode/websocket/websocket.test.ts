import { expect, test } from 'vitest';
import { decodeAs } from '../core/decode.ts';
import { notesOf, type PathField, pathsOf } from '../testing/fields.fixture.ts';
import { fromHex } from '../testing/hex.fixture.ts';
import { expectSame } from '../testing/like-wireshark.fixture.ts';
import { sample, sampleNamed, textSample } from '../testing/samples.fixture.ts';
import { tsharkMissing, wiresharkConversation } from '../testing/tshark.fixture.ts';
import { websocket } from './index.ts';
import { CONVERSATION, SAMPLES } from './samples.fixture.ts';

const asText = ({ value }: PathField) => String(value);

const HANDSHAKE = [
	textSample(
		'request',
		'GET / HTTP/1.1\nHost: a\nUpgrade: websocket\nConnection: Upgrade\nSec-WebSocket-Version: 13\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\n\n',
		{ transport: 'stream', ports: [80], from: 'client' },
	),
	textSample(
		'response',
		'HTTP/1.1 101 Switching Protocols\nUpgrade: websocket\nConnection: Upgrade\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\n\n',
		{ transport: 'stream', ports: [80], from: 'server' },
	),
];

test.skipIf(tsharkMissing !== undefined)('fields and ranges are those of Wireshark', () => {
	const theirs = wiresharkConversation([...HANDSHAKE, ...CONVERSATION]).slice(HANDSHAKE.length);
	expectSame(websocket, CONVERSATION, theirs, {
		'websocket.flags.fin': ['websocket.fin', asText],
		'websocket.flags.opcode': ['websocket.opcode', asText],
		'websocket.size.masked': ['websocket.mask', asText],
		'websocket.size.length': ['websocket.payload_length', asText],
		'websocket.extendedLength': ['websocket.payload_length_ext_16', asText],
		'websocket.maskingKey': 'websocket.masking_key',
	});
});

test('what a client masks is what the server sends back', () => {
	const about = CONVERSATION.map(({ bytes, context }) =>
		decodeAs(websocket, bytes, context).map(({ value, meaning }) => [value, meaning]),
	);
	expect(about).toEqual([
		[['ping', 'hi']],
		[['pong', 'hi']],
		[['text', 'hello']],
		[['text', 'hello']],
		[['binary', undefined]],
		[['binary', undefined]],
		[['text', '{"a":1}']],
		[['text', '{"a":1}']],
		[
			['text', 'Hel'],
			['continuation', 'lo é'],
		],
		[['text', 'Hello é']],
		[['text', 'x'.repeat(200)]],
		[['close', '1001 going away: going away']],
		[['close', '1001 going away: going away']],
	]);
});

test('fields of what is unmasked stand where their masked bytes do', () => {
	const fields = pathsOf(websocket, sample('', '818794cb1660efe97742aefa6b', { transport: 'stream' }));
	const json = fields.find(({ path }) => path === 'json.a');
	expect(json).toMatchObject({ value: 1, start: 11, end: 12 });
});

test('decompresses what stands by itself', () => {
	const { bytes, context } = sampleNamed(SAMPLES, 'a hello that is compressed');
	expect(decodeAs(websocket, bytes, context)[0]).toMatchObject({ value: 'text', meaning: 'Hello' });
});

test('reads a length of eight bytes', () => {
	const bytes = fromHex(`817f0000000000010000${'61'.repeat(0x10000)}`);
	const fields = pathsOf(websocket, { name: '', bytes, context: { transport: 'stream' } });
	expect(fields.find(({ path }) => path === 'websocket.payload')).toMatchObject({ start: 10, end: 0x1000a });
	expect(fields.find(({ note }) => note !== undefined)).toBeUndefined();
});

test('notes frames that are not allowed', () => {
	const notes = (hex: string, from: 'client' | 'server') =>
		notesOf(websocket, sample('', hex, { transport: 'stream', from })).map(({ path, note }) => [path, note.code]);
	expect(notes('8100', 'client')).toEqual([['websocket', 'unexpected']]);
	expect(notes('0900', 'server')).toEqual([['websocket', 'unexpected']]);
	expect(notes('8300', 'server')).toEqual([['websocket', 'unexpected']]);
	expect(notes('880203ed', 'server')).toEqual([['websocket', 'unexpected']]);
	expect(notes('8105 6162', 'server')).toEqual([['websocket', 'short']]);
});

test('what is decompressed has the range of what is compressed, also in a frame behind another one', () => {
	// RFC 7692, 7.2.3.1, masked as in RFC 6455, 5.7.
	const key = [0x37, 0xfa, 0x21, 0x3d];
	const hello = [0xf2, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00].map((byte, i) => byte ^ (key[i & 3] ?? 0));
	const bytes = Uint8Array.of(0x81, 0, 0xc1, 0x87, ...key, ...hello);
	const fields = pathsOf(websocket, { name: '', bytes, context: { transport: 'stream' } });
	expect(fields.find(({ path }) => path === 'websocket.compressed')).toMatchObject({ start: 8, end: 15 });
	expect(fields.find(({ path }) => path === 'websocket.payload')).toMatchObject({
		meaning: 'Hello',
		start: 8,
		end: 15,
	});
});

test('a begin of text is text, but for a last character that is cut', () => {
	const looks = (hex: string) => websocket.recognise(fromHex(hex), { transport: 'stream' });
	expect(looks('01 02 61 c3')).toBe(0.8);
	expect(looks('01 01 06')).toBe(0);
	// A message of PPTP, which looks like a part of one with a mask.
	expect(looks('00 a8 0001 1a2b 3c4d 0007 0000')).toBeLessThan(0.5);
});
