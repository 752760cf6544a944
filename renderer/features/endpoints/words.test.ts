import { expect, test } from 'vitest';
import { endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { endpointState } from '../../app/testing/host.fixture.ts';
import { codeLine, ownerText } from './error/error-words.ts';
import { addressText, countOf, exposure } from './words.ts';

const base = endpointState('s');

test('an owner is named as far as the system reports it', () => {
	const where = { address: '127.0.0.1', port: 80 };
	expect(ownerText({ ...where, pid: 7, process: 'python3' }, undefined)).toBe('python3 (pid 7).');
	expect(ownerText({ ...where, user: 'root' }, undefined)).toBe(
		'a process of user root; the system does not tell its pid.',
	);
	const own = { ...where, pid: 7, process: 'node', endpoint: 'e1' };
	expect(ownerText(own, 'echo')).toBe('the endpoint echo.');
	expect(ownerText(own, undefined)).toBe('another endpoint of this Wirebench.');
});

test('the system’s code is shown beside ours', () => {
	const details = { errno: 'EADDRINUSE', errnoNumber: 98, syscall: 'listen' };
	expect(codeLine({ code: 'address-in-use', message: '', details })).toBe('address-in-use · EADDRINUSE (98) · listen');
	expect(codeLine({ code: 'timeout', message: '', details: {} })).toBe('timeout');
});

test('while open the bound address is shown, else the configured one', () => {
	expect(addressText({ ...base, status: 'open', local: { address: '::1', port: 4000 } })).toBe('[::1]:4000');
	expect(addressText(base)).toBe('127.0.0.1:9000');
});

test('a client shows its target, a proxy and a socket with a destination both', () => {
	const shown = (config: unknown) => addressText({ ...base, config: endpointConfigSchema.parse(config) });
	expect(shown({ kind: 'tcp-client', name: 'c', host: 'a', port: 7 })).toBe('→ a:7');
	expect(shown({ kind: 'tcp-proxy', name: 'p', port: 9001, target: { host: 'a', port: 7 } })).toBe(
		'127.0.0.1:9001 → a:7',
	);
	expect(shown({ kind: 'udp', name: 'u', port: 9, remote: { host: 'a', port: 7 } })).toBe('127.0.0.1:9 → a:7');
	expect(shown({ kind: 'unix-client', name: 'c', path: '/tmp/a' })).toBe('→ /tmp/a');
});

test('an address that all machines can reach is pointed out', () => {
	expect(exposure({ ...base, config: endpointConfigSchema.parse({ ...base.config, host: '0.0.0.0' }) })).toMatch(
		/all interfaces/,
	);
	expect(exposure(base)).toBeUndefined();
});

test('one connection is singular', () => {
	expect(countOf({ ...base, connections: 1 })).toBe('1 connection');
	expect(countOf({ ...base, connections: 0 })).toBe('0 connections');
});
