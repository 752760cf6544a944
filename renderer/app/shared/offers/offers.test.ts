import { expect, onTestFinished, test } from 'vitest';
import { endpointConfigSchema } from '../../../../common/endpoints/index.ts';
import { ALIASES } from '../../../../common/words/aliases/aliases.ts';
import { CHINESE_ALIASES } from '../../../../common/words/aliases/chinese.ts';
import { loadCatalogue } from '../../../../common/words/catalogue.ts';
import { useLanguage } from '../../../words/store.ts';
import { endpointState } from '../../testing/host.fixture.ts';
import { targetsOf } from '../targets.ts';
import { findOffers, type Offer, offers, startingConfig } from './offers.ts';

const offer = (id: string): Offer => {
	const found = offers.find((candidate) => candidate.id === id);
	if (found === undefined) throw new Error(`no offer ${id}`);
	return found;
};
const open = (id: string, address: string, port: number) =>
	endpointState(id, { status: 'open', local: { address, port } });

test('"echo" finds the plain echo server before those that do more', () => {
	expect(findOffers('echo')[0]?.id).toBe('class-tcp');
	expect(findOffers('unix echo')[0]?.id).toBe('class-unix-stream');
	expect(findOffers('udp')[0]?.id).toBe('udp');
	expect(findOffers('tcp server')[0]?.id).toBe('tcp-server');
});

test('"upper" finds the upper-case echo first, and an empty search finds all', () => {
	expect(findOffers('upper')[0]?.id).toBe('upper-echo');
	expect(findOffers(' ')).toEqual(offers);
	expect(findOffers('no such thing')).toEqual([]);
	expect(findOffers('UDP hello').map(({ id }) => id)).toEqual(['udp-hello']);
	expect(findOffers('tcp client')[0]?.id).toBe('tcp-client');
});

test.each([
	['select', 'concurrent'],
	['thread', 'concurrent'],
	['sendall', 'class-tcp'],
	['SO_REUSEADDR', 'tcp-server'],
	['SIGPIPE', 'write-to-closed'],
	['粘包', 'receive-chunks'],
	['服务器', 'tcp-server'],
	['21567', 'timestamp-echo'],
	['tls', 'tcp-server'],
	['ssl', 'tcp-server'],
	['ssl client', 'tcp-client'],
])('%s finds %s first', (query, id) => {
	expect(findOffers(query)[0]?.id).toBe(id);
});

test('in Chinese an entry is found by its Chinese title, and still by its English one', async () => {
	onTestFinished(() => useLanguage.setState(useLanguage.getInitialState(), true));
	useLanguage.setState({ language: 'zh-Hans', catalogue: await loadCatalogue('zh-Hans') });
	expect(findOffers('大写回显')[0]?.id).toBe('upper-echo');
	expect(findOffers('upper')[0]?.id).toBe('upper-echo');
	expect(findOffers('键值').map(({ id }) => id)).toEqual(['key-value']);
});

test('every alias is of something that exists', () => {
	const ids = new Set(offers.map(({ id }) => id));
	for (const { presets = {} } of [ALIASES, CHINESE_ALIASES]) {
		for (const id of Object.keys(presets)) expect(ids).toContain(id);
	}
});

test('a blank client connects to an open server: the selected one, else the newest', () => {
	const endpoints = [open('one', '127.0.0.1', 4001), open('two', '0.0.0.0', 4002), endpointState('stopped')];
	const newest = startingConfig(offer('tcp-client'), endpoints, targetsOf(endpoints, undefined));
	expect(newest).toMatchObject({ name: 'to two', host: '127.0.0.1', port: 4002 });
	const selected = startingConfig(offer('tcp-client'), endpoints, targetsOf(endpoints, 'one'));
	expect(selected).toMatchObject({ name: 'to one', host: '127.0.0.1', port: 4001 });
});

test('a preset keeps its own target', () => {
	const endpoints = [open('one', '127.0.0.1', 4001)];
	const config = startingConfig(offer('timestamp-echo-client'), endpoints, targetsOf(endpoints, 'one'));
	expect(config).toMatchObject({ name: 'timestamp-echo-client', port: 21567 });
});

test('a blank socket sends to an open UDP socket, a client never does', () => {
	const config = endpointConfigSchema.parse({ kind: 'udp', name: 'u', port: 0 });
	const endpoints = [endpointState('u', { config, status: 'open', local: { address: '::', port: 5000 } })];
	const targets = targetsOf(endpoints, undefined);
	expect(startingConfig(offer('udp'), endpoints, targets)).toMatchObject({ remote: { host: '::1', port: 5000 } });
	expect(startingConfig(offer('tcp-client'), endpoints, targets)).toMatchObject({
		name: 'to 127.0.0.1:9000',
		port: 9000,
	});
});

test('a second one gets a unique name, a blank server a unique port', () => {
	const first = startingConfig(offer('tcp-server'), [], []);
	const second = startingConfig(offer('tcp-server'), [endpointState('a', { config: first })], []);
	expect(second).toMatchObject({ name: 'server :9001', port: 9001 });
});

test('successive UDP sockets have short names, also where each sends to the previous one', () => {
	const endpoints = Array.from({ length: 0 }, () => endpointState(''));
	for (let i = 0; i < 100; i++) {
		const config = startingConfig(offer('udp'), endpoints, targetsOf(endpoints, undefined));
		expect(config.name).toBe(i === 0 ? 'udp' : `udp ${i + 1}`);
		endpoints.push(
			endpointState(String(i), { config, status: 'open', local: { address: '127.0.0.1', port: 5000 + i } }),
		);
	}
});

test('a second proxy has a unique port, and never targets its own port', () => {
	const endpoints = [open('one', '127.0.0.1', 9001)];
	const first = startingConfig(offer('tcp-proxy'), endpoints, targetsOf(endpoints, undefined));
	expect(first).toMatchObject({ name: 'one proxy', port: 9002, target: { port: 9001 } });
	const second = startingConfig(offer('tcp-proxy'), [...endpoints, endpointState('p', { config: first })], []);
	expect(second).toMatchObject({ name: '127.0.0.1:9000 proxy', port: 9003 });
});

test('a preset whose port or path is taken proposes another', () => {
	for (const id of ['upper-echo', 'class-udp', 'class-unix-stream']) {
		const first = startingConfig(offer(id), [], []);
		const second = startingConfig(offer(id), [endpointState('a', { config: first })], []);
		const place = (config: typeof first) => ('path' in config ? config.path : 'port' in config ? config.port : '');
		expect(place(second)).not.toBe(place(first));
	}
});
