import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proxyName, proxyNote, readProxyNote } from './proxy-note.ts';
import { readTlsNote, tlsNote } from './tls-note.ts';

const name = fc.stringMatching(/^[a-z\d][a-z\d.-]{0,20}$/);
const printable = fc.string({ minLength: 1, maxLength: 20 });

test('a note of TLS is read as it was written, whatever a peer calls itself', () => {
	const certificate = fc.record({
		subject: fc.oneof(printable, fc.constant(', verified. The peer showed no certificate.')),
		issuer: printable,
		validFrom: fc.constant(0),
		validTo: fc.constant(1),
		names: fc.array(printable, { maxLength: 1 }),
		fingerprint: fc.constant('AB:CD:01'),
	});
	const facts = fc.record(
		{
			version: fc.constantFrom('TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'),
			cipher: fc.constant('TLS_AES_256_GCM_SHA384'),
			alpn: fc.constantFrom('h2', 'http/1.1', 'a, b'),
			servername: name,
			chain: fc.array(certificate, { maxLength: 2 }),
			trust: fc.constantFrom('verified' as const, 'not-verified' as const),
			why: fc.constantFrom('Nobody knows its issuer.', 'It has expired, verified.'),
		},
		{ requiredKeys: ['version', 'cipher', 'chain', 'trust'] },
	);
	fc.assert(
		fc.property(facts, (all) => {
			const { version, alpn, servername, chain, trust } = all;
			expect(readTlsNote(tlsNote(all).message)).toEqual({
				version,
				...(alpn === undefined ? {} : { alpn }),
				...(servername === undefined ? {} : { servername }),
				certificate: chain.length > 0,
				verified: chain.length > 0 && trust === 'verified',
			});
		}),
	);
	fc.assert(fc.property(printable, (text) => readTlsNote(text) === undefined));
});

test('a note of an upstream proxy is read as it was written', () => {
	const port = fc.integer({ min: 1, max: 65_535 });
	const host = fc.oneof(name, fc.constant('::1'));
	const via = fc.record({ type: fc.constantFrom('socks5' as const, 'http' as const), host, port, password: printable });
	fc.assert(
		fc.property(via, host, port, (proxy, to, at) => {
			const note = proxyNote(proxy, { host: to, port: at });
			const target = to.includes(':') ? `[${to}]:${at}` : `${to}:${at}`;
			expect(readProxyNote(note)).toEqual({ proxy: proxyName(proxy), target });
		}),
	);
	fc.assert(fc.property(printable, (text) => readProxyNote(text) === undefined));
});
