import { expect, test } from 'vitest';
import { pathsOf } from '../testing/fields.fixture.ts';
import { tsharkMissing, type WiresharkField, wiresharkFields } from '../testing/tshark.fixture.ts';
import { dns } from './index.ts';
import { SAMPLES } from './samples.fixture.ts';

/** Names of the same fields here and in Wireshark. */
const SAME: Readonly<Record<string, string>> = {
	'dns.id': 'dns.id',
	'dns.flags': 'dns.flags',
	'dns.questions': 'dns.count.queries',
	'dns.answerCount': 'dns.count.answers',
	'dns.authorityCount': 'dns.count.auth_rr',
	'dns.additionalCount': 'dns.count.add_rr',
	'dns.question.name': 'dns.qry.name',
	'dns.question.type': 'dns.qry.type',
	'dns.answer.ttl': 'dns.resp.ttl',
	'dns.answer.length': 'dns.resp.len',
	'dns.answer.preference': 'dns.mx.preference',
	'dns.answer.port': 'dns.srv.port',
	'dns.authority.serial': 'dns.soa.serial_number',
};

test.skipIf(tsharkMissing !== undefined)('fields and ranges are those of Wireshark', () => {
	const theirs = wiresharkFields(SAMPLES);
	for (const [i, sample] of SAMPLES.entries()) {
		const fields = theirs[i] ?? [];
		const ours = pathsOf(dns, sample);
		const places = (found: readonly Pick<WiresharkField, 'start' | 'end'>[]) =>
			new Set(found.map(({ start, end }) => `${start}-${end}`));
		for (const [path, name] of Object.entries(SAME)) {
			const mine = places(ours.filter((field) => field.path === path));
			const wireshark = places(fields.filter((field) => field.name === name));
			for (const place of mine) expect(wireshark, `${sample.name}: ${path}`).toContain(place);
		}
		const ids = ours
			.filter(({ path }) => path === 'dns.id')
			.map(({ value }) => Number(value).toString(16).padStart(4, '0'));
		expect(ids, sample.name).toEqual(fields.filter(({ name }) => name === 'dns.id').map(({ value }) => value));
		const names = ours.filter(({ path }) => path === 'dns.question.name').map(({ value }) => value);
		expect(names, sample.name).toEqual(fields.filter(({ name }) => name === 'dns.qry.name').map(({ show }) => show));
	}
});

test('writes addresses, and follows pointers', () => {
	const sample = SAMPLES[2];
	if (sample === undefined) throw new Error('no sample');
	const fields = pathsOf(dns, sample);
	const said = (path: string) =>
		fields.filter((field) => field.path === path).map(({ meaning, value }) => meaning ?? value);
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
