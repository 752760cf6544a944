import { expect, test } from 'vitest';
import { type PathField, pathsOf, saidIn } from '../testing/fields.fixture.ts';
import { expectLikeWireshark } from '../testing/like-wireshark.fixture.ts';
import { sample, sampleNamed } from '../testing/samples.fixture.ts';
import { tsharkMissing } from '../testing/tshark.fixture.ts';
import { stun } from './index.ts';
import { SAMPLES } from './samples.fixture.ts';

const asText = ({ value }: PathField) => String(value);

test.skipIf(tsharkMissing !== undefined)('fields are those of Wireshark', () => {
	// Without the cookie, Wireshark has another dissector, with other names.
	const samples = SAMPLES.filter(({ name }) => !name.includes('RFC 3489'));
	expectLikeWireshark(stun, samples, {
		'stun.type': 'stun.type',
		'stun.type.class': 'stun.type.class',
		'stun.type.method': 'stun.type.method',
		'stun.length': ['stun.length', asText],
		'stun.cookie': 'stun.cookie',
		'stun.transaction': 'stun.id',
		'stun.xorMappedAddress.port': ['stun.att.port', asText],
		'stun.xorPeerAddress.port': ['stun.att.port', asText],
		'stun.xorRelayedAddress.port': ['stun.att.port', asText],
		'stun.mappedAddress.port': ['stun.att.port', asText],
		'stun.responseOrigin.port': ['stun.att.port', asText],
		'stun.otherAddress.port': ['stun.att.port', asText],
		'stun.username.text': ['stun.att.username', asText],
		'stun.realm.text': ['stun.att.realm', asText],
		'stun.nonce.text': ['stun.att.nonce', asText],
		'stun.software.text': ['stun.att.software', asText],
		'stun.priority.number': ['stun.att.priority', asText],
		'stun.iceControlled.tieBreaker': 'stun.att.tie-breaker',
		'stun.messageIntegrity.data': 'stun.att.hmac',
		'stun.fingerprint.crc32': 'stun.att.crc32',
		'stun.errorCode.code.class': ['stun.att.error.class', asText],
		'stun.errorCode.code.number': ['stun.att.error', asText],
		'stun.errorCode.reason': ['stun.att.error.reason', asText],
		'stun.lifetime.seconds': ['stun.att.lifetime', asText],
		'stun.requestedTransport.transport': 'stun.att.transp',
		'stun.channelNumber.channel': 'stun.att.channelnum',
		'stun.channel': 'stun.channel',
	});
});

const said = saidIn(stun, SAMPLES);

test('addresses are taken apart with the cookie and the transaction', () => {
	expect(said('a response over IPv4', 'stun.xorMappedAddress')).toEqual(['192.0.2.1:32853']);
	expect(said('addresses of a server', 'stun.mappedAddress')).toEqual(['192.0.2.1:8080']);
	expect(said('a response over IPv6', 'stun.xorMappedAddress')).toEqual([
		'[2001:db8:1234:5678:11:2233:4455:6677]:32853',
	]);
});

test('says what a message is', () => {
	expect(said('a request with short-term', 'stun')).toEqual(['Binding request']);
	expect(said('an error with a realm', 'stun')).toEqual(['Allocate error response']);
	expect(said('data to a peer', 'stun')).toEqual(['Send indication', 'ChannelBind request', 'channel 0x4000']);
	expect(said('an error with a realm', 'stun.errorCode.code')).toEqual(['Unauthenticated']);
	expect(said('a request as before', 'stun.changeRequest.flags.changeIp')).toEqual([1]);
});

test('a fingerprint that is not that of the bytes is noted with the right one', () => {
	const sample = sampleNamed(SAMPLES, 'a request with short-term');
	const bytes = Uint8Array.from(sample.bytes);
	bytes[bytes.length - 1] = 0;
	const sum = pathsOf(stun, { ...sample, bytes }).find(({ path }) => path === 'stun.fingerprint.crc32');
	expect(sum?.note).toEqual({ code: 'checksum', expected: '0xe57a3bcf' });
});

test('a message without the cookie may have attributes that RFC 3489 has not', () => {
	// As conferences of Zoom send them, in captures of nDPI.
	const { bytes } = sample('', `0001 0018 ${'5a'.repeat(16)} 0101 0014 ${'31'.repeat(20)}`, { transport: 'datagram' });
	expect(stun.recognise(bytes, { transport: 'datagram' })).toBe(0.3);
	expect(stun.recognise(bytes.subarray(0, -4), { transport: 'datagram' })).toBe(0);
});

test('the last attribute need not be filled up', () => {
	// As calls of WhatsApp begin, in captures of nDPI.
	const call = sample('', `0003 0006 2112a442 ${'5a'.repeat(12)} 0066 0002 0503`, { transport: 'datagram' });
	expect(stun.recognise(call.bytes, call.context)).toBe(0.9);
	expect(pathsOf(stun, call)[0]).toMatchObject({ value: 'Allocate request', end: 26 });
	expect(pathsOf(stun, call)[0]?.note).toBeUndefined();
});

test('attributes of Microsoft follow each other without padding', () => {
	// The form of an error in a capture of Teams (nDPI).
	const error = sample(
		'',
		`0113 001c 2112a442 ${'5a'.repeat(12)} 000f 0004 72c64bc6 0009 0007 00000401 6e6f21 000e 0001 01 0025 0000`,
		{ transport: 'datagram' },
	);
	const fields = pathsOf(stun, error);
	expect(fields[0]).toMatchObject({ end: error.bytes.length });
	expect(fields.filter(({ note }) => note !== undefined)).toEqual([]);
	expect(fields.find(({ path }) => path === 'stun.errorCode.reason')?.value).toBe('no!');
});
