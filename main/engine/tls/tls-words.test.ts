import { expect, test } from 'vitest';
import { tlsNote } from '../../../common/capture/tls-note.ts';
import type { TlsFacts } from '../../../common/contract/config/tls.ts';
import { enSentences } from '../../../common/words/en-sentences.ts';
import { inWords, type Worded } from '../../../common/words/sentence/in-words.ts';
import { sentences } from '../../../common/words/zh-hans-sentences.ts';
import { brokenTls } from '../errors/broken-tls.ts';
import { handshakeRefused, refusedCertificate } from './handshake-error.ts';
import { verdictOf, whyNot } from './verify-words.ts';

const inChinese = (error: Worded) => inWords(error, { from: enSentences, to: sentences });
const library = (message: string) => Object.assign(new Error(message), { code: 'ERR_SSL_X' });

test('a refused handshake is put into words with its finding and its hint', () => {
	const error = handshakeRefused(library('http request'), 'a:1');
	expect(error.toInfo()).toMatchObject({
		code: 'tls',
		message: 'No TLS with a:1: it speaks plain HTTP, not TLS.',
		details: { hint: 'Use https:// there, or switch TLS off here.', tls: { reason: 'not-tls' } },
	});
	expect(inChinese(error)).toEqual({
		message: '无法与 a:1 建立 TLS：对端使用明文 HTTP，而不是 TLS。',
		hint: '请在对端使用 https://，或在本端关闭 TLS。',
	});
	const broken = brokenTls(library('alert unknown ca'), 'a:1');
	expect(broken && inChinese(broken).message).toBe('与 a:1 的 TLS 已结束：对端不信任本端证书的颁发机构。');
});

test('a refused certificate is put into words', () => {
	expect(inChinese(refusedCertificate(verdictOf('CERT_HAS_EXPIRED'), 'a:1'))).toEqual({
		message: 'a:1 的证书不被接受：已过期。',
		hint: '请更新证书，并检查本机的时钟。',
	});
	const other = verdictOf('ERR_TLS_CERT_ALTNAME_INVALID');
	const wrong = refusedCertificate(other, 'a:1', { names: 'DNS:b', expected: 'a' });
	expect(wrong.message).toBe('The certificate of a:1 is for another name. It is for DNS:b, and not for a.');
	expect(inChinese(wrong).message).toBe('a:1 的证书与所请求的名称不符：证书的名称是 DNS:b，请求的是 a。');
});

test('the note of a connection is put into words with why its certificate is not verified', () => {
	const own = { subject: 'CN=b', issuer: 'CN=b', validFrom: 0, validTo: 1, names: [], fingerprint: 'AB:CD' };
	const agreed: TlsFacts = { version: 'TLSv1.3', cipher: 'X', alpn: 'h2', chain: [own], trust: 'not-verified' };
	const { message, says } = tlsNote({ ...agreed, ...whyNot('DEPTH_ZERO_SELF_SIGNED_CERT') });
	expect(message).toBe(
		"TLS: TLSv1.3, X, ALPN h2, no name asked for (SNI). The peer's certificate is CN=b, SHA-256 AB:CD, not verified: it is signed by itself, so that nobody vouches for it. The capture contains the plaintext.",
	);
	expect(inChinese({ message, details: { says } }).message).toBe(
		'TLS：TLSv1.3，X，ALPN 为 h2，没有请求名称（SNI）。抓包记录中是明文。对端的证书是 CN=b，SHA-256 AB:CD，未验证：是自签名的，没有任何机构为它担保。',
	);
});
