import { expect, test } from 'vitest';
import { type PathField, pathsOf, saidAt } from '../testing/fields.fixture.ts';
import { expectLikeWireshark } from '../testing/like-wireshark.fixture.ts';
import { sampleNamed } from '../testing/samples.fixture.ts';
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
	});
});

test('writes addresses, and follows pointers', () => {
	const said = (path: string) => saidAt(dns, sampleNamed(SAMPLES, 'IPv6, text'), path);
	expect(said('dns.answer.address')).toEqual(['2001:db8::1']);
	expect(said('dns.answer.text')).toEqual(['hello', 'bye!']);
	expect(said('dns.authority.server')).toEqual(['n.me']);
	expect(said('dns.answer.name')).toContain('_sip._tcp.a.me');
});

test('a name that points to itself ends', () => {
	const bytes = Uint8Array.from([0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0xc0, 12, 0, 1, 0, 1]);
	const [unit] = pathsOf(dns, { name: 'loop', bytes, context: { transport: 'datagram' } });
	expect(unit?.end).toBe(bytes.length);
});
