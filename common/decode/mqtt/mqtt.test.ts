import { expect, test } from 'vitest';
import { concat } from '../../payload/codec/concat.ts';
import { decodeAs } from '../core/decode.ts';
import { notesOf, pathsOf } from '../testing/fields.fixture.ts';
import { fromHex } from '../testing/hex.fixture.ts';
import { type Sample, sample } from '../testing/samples.fixture.ts';
import { tsharkMissing, wiresharkFields } from '../testing/tshark.fixture.ts';
import { mqtt } from './index.ts';
import { SAMPLES_3, SAMPLES_5 } from './samples.fixture.ts';

/** Names of the same fields here and in Wireshark, and whether values are compared too. */
const SAME: Readonly<Record<string, readonly string[]>> = {
	'mqtt.header': ['mqtt.hdrflags'],
	'mqtt.header.type': ['mqtt.msgtype'],
	'mqtt.header.qos': ['mqtt.qos'],
	'mqtt.length': ['mqtt.len'],
	'mqtt.protocolNameLength': ['mqtt.proto_len'],
	'mqtt.protocolName': ['mqtt.protoname'],
	'mqtt.protocolVersion': ['mqtt.ver'],
	'mqtt.keepAlive': ['mqtt.kalive'],
	'mqtt.clientIdLength': ['mqtt.clientid_len'],
	'mqtt.clientId': ['mqtt.clientid'],
	'mqtt.willMessage.topic': ['mqtt.willtopic'],
	'mqtt.userName': ['mqtt.username'],
	'mqtt.topicLength': ['mqtt.topic_len'],
	'mqtt.topic': ['mqtt.topic'],
	'mqtt.subscription.filter': ['mqtt.topic'],
	'mqtt.subscription.options': ['mqtt.subscription_options', 'mqtt.sub.qos'],
	'mqtt.subscription.options.qos': ['mqtt.subscription_options_qos', 'mqtt.sub.qos'],
	'mqtt.subscription.options.retainHandling': ['mqtt.subscription_options_retain'],
	'mqtt.packetId': ['mqtt.msgid'],
	'mqtt.returnCode': ['mqtt.conack.val', 'mqtt.suback.qos'],
	'mqtt.reasonCode': [
		'connack',
		'puback',
		'pubrec',
		'pubrel',
		'pubcomp',
		'suback',
		'unsuback',
		'disconnect',
		'auth',
	].map((packet) => `mqtt.${packet}.reason_code`),
	'mqtt.properties.length': ['mqtt.property_len'],
	'mqtt.willMessage.properties.length': ['mqtt.property_len'],
};

/** Properties have no names of their own in Wireshark: their values have names by their types. */
const PROPERTY = /^mqtt(\.willMessage)?\.properties\.\w+\.(value|key)$/;
const PROPERTY_NAMES = [
	'mqtt.prop_number',
	'mqtt.prop_string',
	'mqtt.prop_key',
	'mqtt.prop_value',
	'mqtt.property.content_type',
	'mqtt.property.max_qos',
	'mqtt.property.topic_alias',
];

/** Behind a CONNECT of its version, without which Wireshark does not know it; answers come from no other stream there. */
const behindConnect = (version: number, { name, bytes }: Sample): Sample => ({
	name,
	bytes: concat([
		fromHex(`10 ${version === 5 ? '0e' : '0d'} 0004 4d515454 0${version} 02 003c ${version === 5 ? '00' : ''} 0001 78`),
		bytes,
	]),
	context: { transport: 'stream', ports: [1883], from: 'client' },
});

const isConnect = ({ bytes }: Sample) => bytes[0] === 0x10;

test.skipIf(tsharkMissing !== undefined)('fields, values and ranges are those of Wireshark', () => {
	const samples = [
		...SAMPLES_3.map((sample) => (isConnect(sample) ? sample : behindConnect(4, sample))),
		...SAMPLES_5.map((sample) => (isConnect(sample) ? sample : behindConnect(5, sample))),
	];
	const theirs = wiresharkFields(samples);
	const compared = new Set<string>();
	for (const [i, sample] of samples.entries()) {
		const shown = (theirs[i] ?? []).map(
			({ name, start, end, show }) => `${name} ${start}-${end} ${Number.isNaN(Number(show)) ? show : Number(show)}`,
		);
		for (const { path, start, end, value } of pathsOf(mqtt, sample)) {
			const names = PROPERTY.test(path) ? PROPERTY_NAMES : SAME[path];
			// Wireshark writes bytes, and has no field where a text is empty.
			if (names === undefined || start === end || value instanceof Uint8Array) continue;
			compared.add(PROPERTY.test(path) ? 'property' : path);
			// The range of a content type begins at its length there.
			const from = (name: string) => (name === 'mqtt.property.content_type' ? start - 2 : start);
			const found = names.map((name) => `${name} ${from(name)}-${end} ${value}`);
			expect(
				shown.some((field) => found.includes(field)),
				`${sample.name}: ${found.join(' | ')} in\n${shown.join('\n')}`,
			).toBe(true);
		}
	}
	expect([...compared].sort()).toEqual([...Object.keys(SAME), 'property'].sort());
});

const versionsOf = (sample: Sample) =>
	pathsOf(mqtt, sample)
		.filter(({ path }) => path === 'mqtt.version')
		.map(({ value }) => value);

test('a packet alone is read as the version that it fits in', () => {
	for (const [version, samples] of [
		[4, SAMPLES_3],
		[5, SAMPLES_5],
	] as const)
		for (const sample of samples)
			expect(
				versionsOf(sample).filter((read) => read !== version),
				sample.name,
			).toEqual([]);
});

test('names what a packet is about', () => {
	const about = (hex: string) => {
		const [unit] = decodeAs(mqtt, fromHex(hex), { transport: 'stream' });
		return [unit?.value, unit?.meaning];
	};
	expect(about('300a0003612f3068656c6c6f')).toEqual(['PUBLISH', 'a/0']);
	expect(about('820c00010003622f2b0100016301')).toEqual(['SUBSCRIBE', 'b/+, c']);
	expect(about('20 0a 00 87 07 1f 0004 6e6f7065')).toEqual(['CONNACK', 'not authorized']);
	expect(about('c000')).toEqual(['PINGREQ', undefined]);
});

test('notes wrong flags, wildcards in a topic, and properties of other packets', () => {
	const notes = (hex: string) =>
		notesOf(mqtt, sample('', hex, { transport: 'stream' })).map(({ path, note }) => [path, note.code]);
	expect(notes('80 06 0001 0001 61 00')).toEqual([['mqtt', 'unexpected']]);
	expect(notes('30 04 0002 612b')).toEqual([['mqtt', 'unexpected']]);
	expect(notes('e0 05 00 03 23 0001')).toEqual([['mqtt.properties.topicAlias', 'unexpected']]);
	expect(notes('30 ff ff ff ff 01')).toEqual([['mqtt', 'unexpected']]);
});

const looks = (hex: string) => mqtt.recognise(fromHex(hex), { transport: 'stream', from: 'client' });

test('the begin of a CONNECT is one as far as it names the protocol, also where a property is wrong', () => {
	expect(looks('10 0c 0004 4d515454 04 02 003c 0000')).toBe(0.99);
	expect(looks('10 0f 0004 4d515454 05 02 003c 03 01 02 00 0000')).toBe(0.9);
	expect(looks('10 20 0004 4d51')).toBe(0.8);
	expect(looks('10 20 0006 4d514973')).toBe(0.8);
	expect(looks('10 20 00')).toBe(0.2);
	expect(looks('10 20 0004 4d5155')).toBe(0);
	expect(looks('10 20 0009 4d515454')).toBe(0);
});

test.each([
	// The first bytes of messages in captures that come with Zeek, nDPI and Suricata (CC0, LGPL, GPL): facts of other protocols.
	['an alert of TLS that is cut', '16 0301 00 0000 03 00 80 01'],
	['OpenVPN, scrambled', '11 a8 b6 19 df 14 a0 c8 ed'],
	['a VPN', '1e e1 7f 02 5e45 3703 38e3 bd45 93e3'],
	['a certificate', '13 0b 52 6567 6973 7472 6f2e 6974'],
	['HTTP in lower case', '68 74 74 70 2f31 2e31 2032 3030 204f 4b0d 0a'],
])('%s does not look like it', (_, hex) => {
	expect(looks(hex)).toBeLessThan(0.5);
});
