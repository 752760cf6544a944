import { expect, test } from 'vitest';
import { splitZone, withoutZone, zoneReadings } from './zone.ts';

test.each([
	['fe80::1%eth0', { address: 'fe80::1', zone: 'eth0' }],
	['fe80::1%25eth0', { address: 'fe80::1', zone: '25eth0' }],
	['fe80::1%', { address: 'fe80::1', zone: '' }],
	['fe80::1', { address: 'fe80::1' }],
	['localhost', { address: 'localhost' }],
])('%s is split at its first percent sign', (host, parts) => {
	expect(splitZone(host)).toEqual(parts);
	expect(withoutZone(host)).toBe(parts.address);
});

test.each([
	['eth0', ['eth0']],
	['4', ['4']],
	['25', ['25']],
	['25eth0', ['25eth0', 'eth0']],
	['254', ['254', '4']],
	['25Ethernet%202', ['25Ethernet%202', 'Ethernet 2']],
])('the zone %s may mean %j', (zone, readings) => {
	expect(zoneReadings(zone)).toEqual(readings);
});
