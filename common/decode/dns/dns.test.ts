import { expect, test } from 'vitest';
import { type PathField, pathsOf, saidAt } from '../testing/fields.fixture.ts';
import { fromHex } from '../testing/hex.fixture.ts';
import { expectLikeWireshark } from '../testing/like-wireshark.fixture.ts';
import { sample, sampleNamed } from '../testing/samples.fixture.ts';
import { tsharkMissing } from '../testing/tshark.fixture.ts';
import { dns } from './index.ts';
import { SAMPLES } from './samples.fixture.ts';

const asText = ({ value }: PathField) => String(value);
const asHex = ({ value }: PathField) => `0x${Number(value).toString(16).padStart(4, '0')}`;

test.skipIf(tsharkMissing !== undefined)('fields and ranges are those of Wireshark', () => {
	expectLikeWireshark(dns, SAMPLES, {
		'dns.id': ['dns.id', asHex],
		'dns.flags': 'dns.flags',
		'dns.questions': 'dns.count.queries',
		'dns.answerCount': 'dns.count.answers',
		'dns.authorityCount': 'dns.count.auth_rr',
		'dns.additionalCount': 'dns.count.add_rr',
		'dns.question.name': ['dns.qry.name', asText],
		'dns.question.type': 'dns.qry.type',
		'dns.answer.ttl': 'dns.resp.ttl',
		'dns.authority.ttl': 'dns.resp.ttl',
		'dns.answer.length': 'dns.resp.len',
		'dns.authority.length': 'dns.resp.len',
		'dns.additional.length': 'dns.resp.len',
		'dns.answer.preference': 'dns.mx.preference',
		'dns.answer.port': 'dns.srv.port',
		'dns.authority.serial': 'dns.soa.serial_number',
		'dns.answer.typeCovered': ['dns.rrsig.type_covered', asText],
		'dns.answer.labels': ['dns.rrsig.labels', asText],
		'dns.answer.originalTtl': ['dns.rrsig.original_ttl', asText],
		'dns.answer.expiration': 'dns.rrsig.signature_expiration',
		'dns.answer.inception': 'dns.rrsig.signature_inception',
		'dns.answer.signer': ['dns.rrsig.signers_name', asText],
		'dns.answer.signature': 'dns.rrsig.signature',
		'dns.answer.flags.zoneKey': 'dns.dnskey.flags.zone_key',
		'dns.answer.key': 'dns.dnskey.public_key',
		'dns.answer.digestType': ['dns.ds.digest_type', asText],
		'dns.answer.digest': 'dns.ds.digest',
		'dns.answer.nextName': ['dns.nsec.next_domain_name', asText],
		'dns.answer.iterations': ['dns.nsec3.iterations', asText],
		'dns.answer.salt': 'dns.nsec3.salt_value',
		'dns.answer.nextHash': 'dns.nsec3.hash_value',
		'dns.answer.fingerprint': 'dns.sshfp.fingerprint',
		'dns.answer.usage': ['dns.tlsa.certificate_usage', asText],
		'dns.answer.association': 'dns.tlsa.certificate_association_data',
		'dns.answer.parameter.key': ['dns.svcb.svcparam.key', asText],
		'dns.answer.parameter.length': ['dns.svcb.svcparam.value.length', asText],
		'dns.answer.parameter.port': ['dns.svcb.svcparam.port', asText],
		'dns.authority.order': ['dns.naptr.order', asText],
		'dns.additional.option.code': ['dns.opt.code', asText],
		'dns.additional.option.family': ['dns.opt.client.family', asText],
		'dns.additional.option.sourcePrefix': ['dns.opt.client.netmask', asText],
	});
});

test('writes addresses, and follows pointers', () => {
	const said = (path: string) => saidAt(dns, sampleNamed(SAMPLES, 'IPv6, text'), path);
	expect(said('dns.answer.address')).toEqual(['2001:db8::1']);
	expect(said('dns.answer.text')).toEqual(['hello', 'bye!']);
	expect(said('dns.authority.server')).toEqual(['n.me']);
	expect(said('dns.answer.name')).toContain('_sip._tcp.a.me');
});

test('says what records of security and services have', () => {
	const said = (path: string) => saidAt(dns, sampleNamed(SAMPLES, 'DNSSEC'), path);
	expect(said('dns.answer.types')).toEqual(['A AAAA RRSIG NSEC', 'A DS RRSIG']);
	expect(said('dns.answer.expiration')).toEqual(['2025-01-26T00:00:00Z']);
	expect(said('dns.answer.parameter')).toEqual(['mandatory', 'alpn', 'port', 'ipv4hint', 'ipv6hint', 'ech']);
	expect(said('dns.answer.parameter.protocol')).toEqual(['h2', 'h3']);
	expect(said('dns.answer.parameter.address')).toEqual(['192.0.2.1', '2001:db8::1']);
	expect(said('dns.authority.replacement')).toEqual(['_sip._udp.me']);
	expect(said('dns.authority.system')).toEqual(['Linux']);
	expect(said('dns.additional.option')).toEqual(['192.0.2.0/24', 'cookie']);
});

test('a name that points to itself ends', () => {
	const bytes = Uint8Array.from([0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0xc0, 12, 0, 1, 0, 1]);
	const [unit] = pathsOf(dns, { name: 'loop', bytes, context: { transport: 'datagram' } });
	expect(unit?.end).toBe(bytes.length);
});

const MDNS = { transport: 'datagram', ports: [5353, 5353] } as const;

test('names behind pointers are UTF-8, as mDNS has them', () => {
	const response = sample(
		'two names',
		`0000 8400 0000 0002 0000 0000 07 4c756361e28099 05 6c6f63616c 00 0001 8001 00000078 0004 c0a80102
		c00c 0001 8001 00000078 0004 c0a80103`,
		MDNS,
	);
	expect(saidAt(dns, response, 'dns.answer.name')).toEqual(['Luca’.local', 'Luca’.local']);
	expect(saidAt(dns, response, 'dns.answer.class')).toEqual(Array(2).fill('IN, replaces what is cached'));
});

test('many questions, and answers without one, look like it', () => {
	const service = '05 5f69707073 04 5f746370 05 6c6f63616c 00 000c 8001';
	const questions = sample('', `0000 0000 0009 0000 0000 0000 ${service} ${'c00c 000c 8001'.repeat(8)}`, MDNS);
	expect(dns.recognise(questions.bytes, MDNS)).toBe(0.95);
	expect(saidAt(dns, questions, 'dns.question.class')).toEqual(Array(9).fill('IN, to be answered by unicast'));
	const answer = fromHex('0000 8400 0000 0001 0000 0000 01 61 05 6c6f63616c 00 0001 8001 00000078 0004 c0a80102');
	expect(dns.recognise(answer, MDNS)).toBe(0.9);
	const options = fromHex('0000 0100 0000 0000 0000 0001 00 0029 10000000 0000 0000');
	expect(dns.recognise(options, MDNS)).toBe(0.9);
	expect(dns.recognise(fromHex('0000 0100 0000 0001 0000 0000 01 61 00 fff0 0001'), MDNS)).toBe(0.1);
	const reversed = fromHex(`0000 0000 0001 0000 0000 0000 ${'01 30'.repeat(32)} 03 697036 04 61727061 00 000c 0001`);
	expect(dns.recognise(reversed, MDNS)).toBe(0.95);
	expect(dns.recognise(fromHex('0001 0360 0001 0000 0000 0000 01 61 00 0001 0001'), MDNS)).toBe(0.7);
});

test('what pointers lead to is no longer than a name may be', () => {
	// Labels without an end, and questions that point to them.
	const labels = '01 61'.repeat(300);
	const bytes = fromHex(`0000 0100 0002 0000 0000 0000 c018 0001 0001 c018 0001 0001 ${labels}`);
	const names = saidAt(dns, { name: '', bytes, context: MDNS }, 'dns.question.name');
	expect(names.slice(0, 2)).toEqual(Array(2).fill(Array(127).fill('a').join('.')));
});

test.each([
	// The first bytes of messages in captures of Arkime, tcpdump and nDPI.
	['DCE/RPC', '0500 0d03 0000 0000 0018 0000 0000 0001 0000 0000 0000 0000'],
	['OpenFlow', '0412 0040 0000 0076 0001 0000 0000 0000 ff00 0000 ffff ffff ffff ffff'],
	['Raft', '0100 0000 0000 0000 0100 0000 0000 0000 1000 0000 0000 0000 3132 372e'],
])('%s does not look like it', (_, hex) => {
	for (const transport of ['stream', 'datagram'] as const)
		expect(dns.recognise(fromHex(hex), { transport })).toBeLessThan(0.5);
});
