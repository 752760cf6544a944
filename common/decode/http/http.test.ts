import { expect, test } from 'vitest';
import { pathsOf } from '../testing/fields.fixture.ts';
import { sampleNamed, textSample } from '../testing/samples.fixture.ts';
import { http } from './index.ts';
import { SAMPLES } from './samples.fixture.ts';

const STREAM = { transport: 'stream' } as const;

test('a value goes on in lines that begin with white space', () => {
	const chunked = textSample(
		'folded',
		'POST / HTTP/1.1\nHost: a\nTransfer-Encoding:\n chunked\nX-Long: one\n\ttwo\n  three \n\n2\nhi\n0\n\n',
		STREAM,
	);
	const fields = pathsOf(http, chunked);
	const header = (name: string) => fields.find(({ path }) => path === `http.headers.${name}`);
	expect(header('transfer-encoding')).toMatchObject({ value: 'chunked', start: 26, end: 54 });
	expect(header('x-long')?.value).toBe('one two three');
	expect(fields.find(({ path }) => path === 'http.body')?.value).toEqual(Uint8Array.of(0x68, 0x69));
	expect(fields.filter(({ note }) => note !== undefined)).toEqual([]);
});

test('a target with spaces is shown whole, with a note', () => {
	// As scanners send them, in captures of Suricata.
	const scan = textSample('scan', 'GET /shell?wget+ http://192.0.2.1/a HTTP/1.1\nHost: a\n\n', STREAM);
	expect(http.recognise(scan.bytes, STREAM)).toBe(0.99);
	const target = pathsOf(http, scan).find(({ path }) => path === 'http.target');
	expect(target).toMatchObject({ value: '/shell?wget+ http://192.0.2.1/a', note: { code: 'unexpected' } });
});

test.each([
	['GET /images/a.gif HTT', 0.7],
	[`POST /${'a'.repeat(5000)}`, 0.7],
	['DELETE /a ', 0],
	['GET /a b', 0],
	['GETS /a', 0],
])('the begin of a request, %s, looks like %d', (text, looks) => {
	expect(http.recognise(textSample('', text, STREAM).bytes.subarray(0, 4096), STREAM)).toBe(looks);
});

test('a request that is cut anywhere in its first line is one, once its method is there', () => {
	const { bytes } = sampleNamed(SAMPLES, 'a request');
	for (let length = 5; length < bytes.length; length++)
		if (bytes[length - 1] !== 0x20)
			expect(http.recognise(bytes.subarray(0, length), STREAM), `${length}`).toBeGreaterThan(0.5);
});
