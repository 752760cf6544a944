import { expect, test } from 'vitest';
import type { NetworkInterface } from '../contract/calls/system/interfaces.ts';
import { enSentences } from '../words/en-sentences.ts';
import { inWords } from '../words/sentence/in-words.ts';
import { sentences } from '../words/zh-hant-sentences.ts';
import { reachOf } from './reach.ts';

const LOOPBACK: NetworkInterface = {
	name: 'lo',
	internal: true,
	mac: '',
	addresses: [
		{ address: '127.0.0.1', family: 'ipv4', netmask: '255.0.0.0' },
		{ address: '::1', family: 'ipv6', netmask: 'ffff::' },
	],
};
const CARD: NetworkInterface = {
	name: 'eth0',
	internal: false,
	mac: '02:00:00:00:00:01',
	addresses: [
		{ address: '192.0.2.7', family: 'ipv4', netmask: '255.255.255.0' },
		{ address: '2001:db8::7', family: 'ipv6', netmask: 'ffff:ffff::' },
		{ address: 'fe80::7', family: 'ipv6', netmask: 'ffff:ffff::' },
	],
};
const MACHINE = [LOOPBACK, CARD];
const reach = (address: string, ipv6Only = false, machine = MACHINE) =>
	reachOf({ local: { address, port: 80 }, ipv6Only }, machine).message;

test.each([
	['127.0.0.1', '127.0.0.1: programs on this machine alone.'],
	['127.8.0.1', '127.8.0.1: programs on this machine alone.'],
	['::1', '[::1]: programs on this machine alone.'],
	['0.0.0.0', '0.0.0.0: every IPv4 address of this machine: 192.0.2.7 (eth0). A firewall may still refuse.'],
	[
		'::',
		'[::]: every address of this machine, IPv4 and IPv6: 192.0.2.7 (eth0), 2001:db8::7 (eth0), fe80::7%eth0 (eth0). A firewall may still refuse.',
	],
	[
		'192.0.2.7',
		'192.0.2.7: whoever reaches this address of the interface eth0, this machine included. A firewall may still refuse.',
	],
	[
		'fe80::7%eth0',
		'[fe80::7%eth0]: machines on the link of the interface eth0 alone, which write their own interface after %.',
	],
	['198.51.100.1', '198.51.100.1: nobody at the moment. No interface of this machine has this address any more.'],
	['239.1.2.3', '239.1.2.3: whoever sends to this group, where the socket has joined it.'],
])('%s', (address, sentence) => {
	expect(reach(address)).toBe(sentence);
});

test(':: with IPV6_V6ONLY has no IPv4 address', () => {
	expect(reach('::', true)).toBe(
		'[::]: every IPv6 address of this machine, and no IPv4 address: 2001:db8::7 (eth0), fe80::7%eth0 (eth0). A firewall may still refuse.',
	);
});

test('a machine without another interface is reached by its own programs alone', () => {
	expect(reach('0.0.0.0', false, [LOOPBACK])).toBe(
		'0.0.0.0: every IPv4 address of this machine, which has none but loopback at the moment: programs on this machine alone.',
	);
});

test('of many addresses the first are named', () => {
	const cards = Array.from({ length: 9 }, (_, at) => ({
		...CARD,
		name: `eth${at}`,
		addresses: [{ address: `192.0.2.${at}`, family: 'ipv4' as const, netmask: '255.255.255.0' }],
	}));
	expect(reach('0.0.0.0', false, cards)).toMatch(/192\.0\.2\.7 \(eth7\), …\. A firewall/);
});

test('a path is reached by programs of this machine', () => {
	const at = (path: string) => reachOf({ local: { address: '::', port: 1, path } }, MACHINE).message;
	expect(at('/tmp/s')).toBe('/tmp/s: programs on this machine that may write to this path.');
	expect(at('@s')).toBe('@s: programs on this machine, in the same network namespace.');
});

test('the sentence is put into Chinese with what is in it', () => {
	const { message, says } = reachOf({ local: { address: '0.0.0.0', port: 80 } }, MACHINE);
	expect(inWords({ message, details: { says } }, { from: enSentences, to: sentences }).message).toBe(
		'0.0.0.0：本機的所有 IPv4 位址：192.0.2.7 (eth0)。防火牆仍可能拒絕。',
	);
});
