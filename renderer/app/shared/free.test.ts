import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import { endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { endpointState } from '../testing/host.fixture.ts';
import { besideAll, freeName, freePath, freePort, usedPorts } from './free.ts';
import { nameFor } from './names.ts';

const made = (input: unknown, patch: Partial<EndpointState> = {}): EndpointState =>
	endpointState('x', { config: endpointConfigSchema.parse(input), ...patch });

describe('a name', () => {
	test('in use gets the lowest free number', () => {
		expect(freeName('echo', new Set())).toBe('echo');
		expect(freeName('echo', new Set(['echo']))).toBe('echo 2');
		expect(freeName('echo 2', new Set(['echo', 'echo 2', 'echo 3']))).toBe('echo 4');
	});

	test('says what it names: kind and port, or the target, however long the chain', () => {
		const name = (input: unknown, ...endpoints: EndpointState[]) =>
			nameFor(endpointConfigSchema.parse(input), endpoints);
		const echo = made({ kind: 'tcp-server', name: 'echo', port: 9000 });
		const first = made({ kind: 'udp', name: 'to to echo', port: 7 });
		const client = { kind: 'tcp-client', name: '', host: 'localhost', port: 9000 };
		expect(name({ kind: 'tcp-server', name: 'x', port: 9000 })).toBe('server :9000');
		expect(name({ kind: 'tcp-server', name: 'x', port: 0 })).toBe('server');
		expect(name({ kind: 'udp', name: 'x', port: 7, remote: { host: '127.0.0.1', port: 9 } })).toBe('udp :7');
		expect(name({ kind: 'unix-server', name: 'x', path: '/tmp/a.sock' })).toBe('server a.sock');
		expect(name({ ...client, name: 'x' }, echo)).toBe('to echo');
		expect(name({ ...client, name: 'x', host: '::1' }, echo)).toBe('to [::1]:9000');
		expect(name({ kind: 'udp-proxy', name: 'x', port: 0, target: { host: '127.0.0.1', port: 7 } }, first)).toBe(
			'echo proxy',
		);
	});

	test('is never too long, nor in use', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme', minLength: 1, maxLength: 250 }),
				fc.integer({ min: 1, max: 120 }),
				(wanted, times) => {
					const used = new Set<string>();
					for (let i = 0; i < times; i++) {
						const name = freeName(wanted, used);
						expect(used.has(name)).toBe(false);
						expect(name.length).toBeLessThanOrEqual(LIMITS.nameChars);
						expect(name.isWellFormed()).toBe(true);
						used.add(name);
					}
				},
			),
			{ numRuns: 50 },
		);
	});
});

describe('a port', () => {
	const proxy = (port: number) => made({ kind: 'tcp-proxy', name: 'p', port, target: { host: '::1', port: 1 } });

	test('is not one of a server, a socket or a proxy, running or configured, over TCP or UDP', () => {
		const running = made({ kind: 'udp', name: 's', port: 0 }, { local: { address: '127.0.0.1', port: 9002 } });
		const client = made({ kind: 'tcp-client', name: 'c', host: 'a', port: 9003 });
		expect(freePort(9001, usedPorts([proxy(9001), running, client]))).toBe(9003);
	});

	test('near the maximum is searched below it', () => {
		expect(freePort(65_534, usedPorts([proxy(65_534), proxy(65_535)]))).toBe(65_533);
		expect(freePort(0, usedPorts([proxy(1)]))).toBe(0);
	});
});

test('a path gets a number before its extension', () => {
	const server = (path: string) => made({ kind: 'unix-server', name: 'u', path });
	expect(freePath('/tmp/a.sock', [])).toBe('/tmp/a.sock');
	expect(freePath('/tmp/a.sock', [server('/tmp/a.sock'), server('/tmp/a-2.sock')])).toBe('/tmp/a-3.sock');
	expect(freePath('/tmp.d/a', [server('/tmp.d/a')])).toBe('/tmp.d/a-2');
	expect(freePath('@a', [server('@a')])).toBe('@a-2');
});

test('a hundred of each kind have distinct names, ports and paths, and no proxy targets itself', () => {
	const inputs = [
		{ kind: 'tcp-server', name: 'server', port: 9000 },
		{ kind: 'tcp-proxy', name: 'tcp-proxy', port: 9001, target: { host: '127.0.0.1', port: 9000 } },
		{ kind: 'udp-proxy', name: 'udp-proxy', port: 9999, target: { host: '127.0.0.1', port: 10_000 } },
		{ kind: 'udp', name: 'udp', port: 9999 },
		{ kind: 'unix-server', name: 'unix', path: '/tmp/a.sock' },
	];
	const all: EndpointState[] = [];
	for (let i = 0; i < 100; i++) {
		for (const input of inputs) {
			const config = besideAll(endpointConfigSchema.parse(input), all);
			if ('target' in config) expect(config.port).not.toBe(config.target.port);
			all.push(endpointState(String(all.length), { config }));
		}
	}
	const places = all.map(({ config }) => String('path' in config ? config.path : 'port' in config ? config.port : ''));
	expect(new Set(places).size).toBe(all.length);
	expect(new Set(all.map(({ config }) => config.name)).size).toBe(all.length);
});
