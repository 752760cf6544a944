import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { numericAddress } from './numeric-address.ts';

test.each([
	['127.0.0.1', '127.0.0.1'],
	['::1', '::1'],
	['FE80:0::0:1', 'fe80::1'],
	['localhost', undefined],
	['localhost%lo', undefined],
	['1.2.3', undefined],
])('%s is %s for sockets', (host, address) => {
	expect(numericAddress(host)).toBe(address);
});

test.runIf(process.platform === 'linux')('a zone is an existing interface, by its name or its number', () => {
	const number = readFileSync('/sys/class/net/lo/ifindex', 'latin1').trim();
	for (const zone of ['lo', number, '25lo', `25${number}`, '25%6c%6f']) {
		expect(numericAddress(`fe80::1%${zone}`)).toBe('fe80::1%lo');
		expect(numericAddress(`ff02::1%${zone}`)).toBe('ff02::1%lo');
	}
	expect(numericAddress('::1%lo')).toBe('::1%lo');
});

test.each([
	['nope0', 'address-not-available', /^fe80::1%nope0 names the network interface "nope0".* There are: .*\blo \(\d+\)/],
	['4294967295', 'address-not-available', /"4294967295"/],
	['0', 'address-not-available', /"0"/],
	['', 'address-not-available', /""/],
	['lo ', 'address-not-available', /"lo "/],
])('the zone "%s" is refused with the existing ones', (zone, code, message) => {
	expect(() => numericAddress(`fe80::1%${zone}`)).toThrow(
		expect.objectContaining({ code, message: expect.stringMatching(message) }),
	);
});

test.each(['2001:db8::1%lo', '::%lo', '127.0.0.1%lo', '::ffff:127.0.0.1%lo'])(
	'%s is refused: the system would ignore the zone',
	(host) => {
		expect(() => numericAddress(host)).toThrow(expect.objectContaining({ code: 'bad-input' }));
	},
);
