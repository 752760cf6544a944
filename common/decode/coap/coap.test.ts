import { expect, test } from 'vitest';
import { type PathField, pathsOf, saidIn } from '../testing/fields.fixture.ts';
import { fromHex } from '../testing/hex.fixture.ts';
import { expectLikeWireshark } from '../testing/like-wireshark.fixture.ts';
import { tsharkMissing } from '../testing/tshark.fixture.ts';
import { coap } from './index.ts';
import { SAMPLES } from './samples.fixture.ts';

/** Over TCP, Wireshark 4.0 decodes the first message of a segment, and no options of signals. */
const COMPARABLE = SAMPLES.filter(({ name }) => !name.startsWith('capabilities')).map((sample) => ({
	...sample,
	bytes: sample.bytes.subarray(0, pathsOf(coap, sample)[0]?.end),
}));

const asText = ({ value }: PathField) => String(value);

test.skipIf(tsharkMissing !== undefined)('fields are those of Wireshark', () => {
	expectLikeWireshark(coap, COMPARABLE, {
		'coap.head.version': ['coap.version', asText],
		'coap.head.type': ['coap.type', asText],
		'coap.head.tokenLength': ['coap.token_len', asText],
		'coap.code': ['coap.code', asText],
		'coap.messageId': ['coap.mid', asText],
		'coap.token': 'coap.token',
		'coap.uriHost.text': ['coap.opt.uri_host', asText],
		'coap.uriPort.number': ['coap.opt.uri_port', asText],
		'coap.uriPath.text': ['coap.opt.uri_path', asText],
		'coap.uriQuery.text': ['coap.opt.uri_query', asText],
		'coap.locationPath.text': ['coap.opt.location_path', asText],
		'coap.etag.data': 'coap.opt.etag',
		'coap.maxAge.number': ['coap.opt.max_age', asText],
		'coap.proxyUri.text': ['coap.opt.proxy_uri', asText],
		'coap.block2.block.number': ['coap.opt.block_number', asText],
		'coap.block1.block.number': ['coap.opt.block_number', asText],
	});
});

const said = saidIn(coap, SAMPLES);

test('says what a message is for', () => {
	expect(said('a request with a token', 'coap')).toEqual(['/a/b?x=1&y=2']);
	expect(said('a notification', 'coap')).toEqual(['NON 2.05 Content']);
	expect(said('the second block', 'coap.block2')).toEqual(['1+ of 64 bytes']);
	expect(said('the second block', 'coap.contentFormat')).toEqual(['application/octet-stream']);
	expect(said('a block that is sent', 'coap.requestTag')).toHaveLength(1);
});

test('content is decoded by its format', () => {
	expect(said('JSON', 'json.a.1')).toEqual([2]);
	expect(said('CBOR', 'cbor.a')).toHaveLength(1);
	expect(said('a block that is sent', 'coap.payload.text')).toEqual(['</a/b>;rt="temperature"']);
});

test('over a stream, signals have options of their own', () => {
	expect(said('capabilities', 'coap.maxMessageSize')).toEqual([8192]);
	expect(said('capabilities', 'coap.code')).toEqual(['7.01 CSM', 'GET', '7.02 Ping', '7.04 Release']);
	expect(said('capabilities', 'coap.alternativeAddress')).toEqual(['coap+tcp://[::1]']);
});

test('a text, and what reads something but has a payload and no options, hardly look like it', () => {
	// A device of Mitsubishi (ITI), and a test of Suricata.
	const looks = (hex: string) => coap.recognise(fromHex(hex), { transport: 'datagram' });
	expect(looks('57010000001111070000ff ff030000fe03')).toBe(0.4);
	expect(looks('534554464c4f57')).toBe(0.4);
	expect(looks('40 01 0001 b1 61')).toBe(0.85);
	expect(looks('40 01 0001')).toBe(0.85);
});
