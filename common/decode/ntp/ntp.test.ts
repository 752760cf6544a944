import { expect, test } from 'vitest';
import { pathsOf } from '../testing/fields.fixture.ts';
import { expectLikeWireshark } from '../testing/like-wireshark.fixture.ts';
import { sampleNamed } from '../testing/samples.fixture.ts';
import { tsharkMissing } from '../testing/tshark.fixture.ts';
import { ntp } from './index.ts';
import { SAMPLES } from './samples.fixture.ts';
import { timestampDate } from './timestamp.ts';

test.skipIf(tsharkMissing !== undefined)('fields are those of Wireshark', () => {
	expectLikeWireshark(ntp, SAMPLES, {
		'ntp.flags': 'ntp.flags',
		'ntp.flags.leap': 'ntp.flags.li',
		'ntp.flags.version': ['ntp.flags.vn', ({ value }) => String(value)],
		'ntp.flags.mode': ['ntp.flags.mode', ({ value }) => String(value)],
		'ntp.stratum': ['ntp.stratum', ({ value }) => String(value)],
		'ntp.poll': ['ntp.ppoll', ({ value }) => String(value)],
		'ntp.precision': ['ntp.precision', ({ value }) => String(Number(value) & 0xff)],
		'ntp.rootDelay': 'ntp.rootdelay',
		'ntp.rootDispersion': 'ntp.rootdispersion',
		'ntp.referenceId': 'ntp.refid',
		'ntp.reference': 'ntp.reftime',
		'ntp.origin': 'ntp.org',
		'ntp.receive': 'ntp.rec',
		'ntp.transmit': 'ntp.xmt',
		'ntp.extension': 'ntp.ext',
		'ntp.extension.type': 'ntp.ext.type',
		'ntp.extension.length': 'ntp.ext.length',
		'ntp.authenticator.keyId': 'ntp.keyid',
		'ntp.operation.code': 'ntp.ctrl.flags2.opcode',
		'ntp.association': 'ntp.ctrl.associd',
		'ntp.peer.association': 'ntp.ctrl.associd',
		'ntp.count': 'ntp.ctrl.count',
	});
});

test('timestamps are dates with nanoseconds, of two eras', () => {
	expect(timestampDate(0n)).toBeUndefined();
	expect(timestampDate(0x83aa7e8000000000n)).toBe('1970-01-01T00:00:00.000000000Z');
	// RFC 5905, figure 4, has the last second of the first era and the first of the second.
	expect(timestampDate(0xffffffffffffffffn)).toBe('2036-02-07T06:28:15.999999999Z');
	expect(timestampDate(0x0000000040000000n)).toBe('2036-02-07T06:28:16.250000000Z');
});

test('says what a reference and an interval are', () => {
	const said = (name: string, path: string) =>
		pathsOf(ntp, sampleNamed(SAMPLES, name))
			.filter((field) => field.path === path)
			.map(({ value, meaning }) => [value, meaning]);
	expect(said('a server of stratum 2', 'ntp.referenceId')[0]?.[1]).toBe('192.0.2.1');
	expect(said('a server with a clock', 'ntp.referenceId')).toEqual([['GPS', 'Global Positioning System']]);
	expect(said('a server with a clock', 'ntp.rootDelay')).toEqual([[-0.5, '-500 ms']]);
	expect(said('a refusal', 'ntp.referenceId')).toEqual([['RATE', 'rate exceeded']]);
	expect(said('a server of stratum 2', 'ntp.precision')).toEqual([[-23, '119 ns']]);
});
