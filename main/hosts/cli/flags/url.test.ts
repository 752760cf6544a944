import { describe, expect, it } from 'vitest';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { parseSocketUrl } from './url.ts';

describe('a socket URL', () => {
	it.each([
		['tcp://127.0.0.1:8080', { protocol: 'tcp', host: '127.0.0.1', port: 8080 }],
		['udp://localhost:9', { protocol: 'udp', host: 'localhost', port: 9 }],
		['tcp://[::1]:65535/', { protocol: 'tcp', host: '::1', port: 65535 }],
		['TCP://[fe80::1%eth0]:1', { protocol: 'tcp', host: 'fe80::1%eth0', port: 1 }],
		['udp://0.0.0.0:0', { protocol: 'udp', host: '0.0.0.0', port: 0 }],
	])('%s is parsed', (text, expected) => {
		expect(parseSocketUrl(text, 0)).toEqual(expected);
	});

	it.each([
		['127.0.0.1:80', 'write tcp://HOST:PORT'],
		['tcp://127.0.0.1', 'write tcp://HOST:PORT'],
		['tcp://::1:80', 'an IPv6 address in brackets'],
		['tcp://:80', 'write tcp://HOST:PORT'],
		['tcp://h:8x', 'from 0 to 65535, not "8x"'],
		['tcp://[::1]:-1', 'from 0 to 65535, not "-1"'],
		['udp://h:', 'write tcp://HOST:PORT'],
		['http://h:80', 'begin with tcp://, udp:// or unix:'],
		['tcp://h:65536', 'from 0 to 65535'],
	])('%s is refused with the reason', (text, sentence) => {
		expect(() => parseSocketUrl(text, 0)).toThrow(WirebenchError);
		expect(() => parseSocketUrl(text, 0)).toThrow(sentence);
	});

	it('has no port 0 where no port can be chosen', () => {
		expect(() => parseSocketUrl('tcp://h:0', 1)).toThrow('from 1 to 65535');
	});
});
