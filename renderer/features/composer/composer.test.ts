import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sending } from '../../../common/contract/calls/sending.ts';
import type { ConnectionState, EndpointState } from '../../../common/contract/calls/workbench.ts';
import { endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { charsetNamed, encodeWritten } from '../../../common/payload/index.ts';
import { unicodeText } from '../../../common/unicode-text.fixture.ts';
import { readAddress, sendsTo } from '../../app/shared/address/address.ts';
import { destinationText, parseDestination } from '../../app/shared/address/destination.ts';
import { type Draft, draftFromBytes, EMPTY_DRAFT, withMoved } from './draft/drafts.ts';
import { hexIn } from './draft/recognised.ts';
import { faultPlace } from './fault-place.ts';
import { atEdge, findSent, type HistoryEntry, remembered, stepHistory, withSent } from './history/history.ts';
import { countLineEnds, withLineEnds } from './line-ends/line-ends.ts';
import { sendingShare, sendingText } from './sendings/sending-words.ts';
import { normalTarget, type Places, readiness, targetChoices } from './to/targets.ts';
import { encodeDraft, placeOf } from './use-message.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a destination', () => {
	it.each([
		['127.0.0.1:9000', '127.0.0.1', 9000],
		['  localhost:1 ', 'localhost', 1],
		['[::1]:65535', '::1', 65535],
	])('%s is parsed', (text, host, port) => {
		expect(parseDestination(text)).toEqual({ ok: true, destination: { host, port } });
	});

	it.each([
		['', 'Give a host'],
		[':9000', 'Give a host'],
		['a b:9', 'Give a host'],
		['localhost', 'A port is missing'],
		['localhost:', 'A port is missing'],
		['localhost:0', '1 to 65535'],
		['localhost:65536', '1 to 65535'],
		['localhost:80x', '1 to 65535'],
		['::1:9000', 'brackets'],
		['[::1]', 'A port is missing'],
	])('%j is refused with a sentence', (text, sentence) => {
		const result = parseDestination(text);
		expect(result.ok ? '' : result.message).toContain(sentence);
	});

	it('is parsed back from its text', () => {
		fc.assert(
			fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.domain()), fc.integer({ min: 1, max: 65535 }), (host, port) => {
				expect(parseDestination(destinationText({ host, port }))).toEqual({ ok: true, destination: { host, port } });
			}),
		);
	});
});

describe('an address at To', () => {
	const read = (text: string) => {
		const reading = readAddress(text);
		return reading.ok ? reading.addresses.map(({ text: normal }) => normal) : reading.message;
	};

	it.each([
		['udp 192.0.2.1:9', ['udp 192.0.2.1:9']],
		['UDP://[fe80::1%eth0]:9/', ['udp [fe80::1%eth0]:9']],
		['udp 192.0.2.1 9', ['udp 192.0.2.1:9']],
		['udp ::1 9', ['udp [::1]:9']],
		['tcp:localhost:80', ['tcp localhost:80']],
		['tls example.org:443', ['tls example.org:443']],
		['unix:@name', ['unix @name']],
		['unixgram /tmp/a b.sock', ['unixgram /tmp/a b.sock']],
		['/tmp/a.sock', ['unix /tmp/a.sock', 'unixgram /tmp/a.sock']],
		['192.0.2.1:9', ['udp 192.0.2.1:9', 'tcp 192.0.2.1:9']],
	])('%s is read', (text, normal) => {
		expect(read(text)).toEqual(normal);
	});

	it.each([
		['udp', 'Give a host and a port'],
		['udp 192.0.2.1', 'A port is missing'],
		['tcp ::1:9', 'Put an IPv6 address in brackets'],
		['udp a:99999', '1 to 65535'],
		['unix ', 'Give a path.'],
		[`unix ${'/a'.repeat(60)}`, 'at most 107 bytes'],
		[`udp ${'a'.repeat(300)}:9`, 'at most 255 characters'],
		['echo', 'Type an address as udp HOST:PORT'],
	])('%s is refused with a sentence', (text, sentence) => {
		expect(read(text)).toContain(sentence);
	});

	it('is sent to by an endpoint that is there for it, and no other', () => {
		const reading = readAddress('udp localhost:9');
		if (!reading.ok) throw new Error(reading.message);
		const [address] = reading.addresses;
		const there = (config: object) =>
			sendsTo(
				endpointConfigSchema.parse({ kind: 'udp', name: 'a', remote: { host: 'LOCALHOST', port: 9 }, ...config }),
				address,
			);
		expect(there({})).toBe(true);
		expect(there({ port: 5000 })).toBe(false);
		expect(there({ remote: { host: 'localhost', port: 10 } })).toBe(false);
		expect(there({ remote: undefined })).toBe(false);
		expect(there({ kind: 'tcp-client', host: 'localhost', port: 9 })).toBe(false);
	});
});

it.each([
	['68 65 6c', 'surely'],
	['0x10 0x20', 'surely'],
	['10 20 30', 'maybe'],
	['68 65', undefined],
	['hello you all', undefined],
	['be a man', undefined],
	['', undefined],
])('%j is %s bytes in hex', (text, expected) => {
	expect(hexIn(text)).toBe(expected);
});

it('every line end of a text becomes the wanted one, and CR LF counts once', () => {
	expect(countLineEnds('a\r\nb\nc\rd\n\r')).toEqual({ lf: 2, crlf: 1, cr: 2 });
	expect(withLineEnds('a\r\nb\nc\rd\n\r', 'crlf')).toBe('a\r\nb\r\nc\r\nd\r\n\r\n');
});

describe('bytes put into the composer', () => {
	it.each([
		['hello', 'text', 'none', 'hello'],
		['hello\r\n', 'text', 'crlf', 'hello'],
		['two\nlines\n', 'text', 'lf', 'two\nlines'],
		['a\r\nb', 'escaped', 'none', 'a\\r\\nb'],
		['\u202eabc', 'escaped', 'none', '\\u{202e}abc'],
		['', 'text', 'none', ''],
	])('%j is written as %s', (text, format, lineEnding, written) => {
		expect(draftFromBytes(utf8(text), 'utf-8')).toEqual({ format, lineEnding, text: written });
	});

	it('text in another charset is readable', () => {
		const hello = Uint8Array.of(0xc4, 0xe3, 0xba, 0xc3);
		expect(draftFromBytes(hello, 'gbk')).toEqual({ format: 'text', lineEnding: 'none', text: '你好' });
		expect(draftFromBytes(Uint8Array.of(...hello, 0), 'gbk')).toMatchObject({ format: 'escaped', text: '你好\\0' });
	});

	it('binary becomes hex', () => {
		expect(draftFromBytes(Uint8Array.of(0, 255, 1, 254), 'utf-8')).toMatchObject({
			format: 'hex',
			text: '00 ff 01 fe',
		});
	});

	it('are sent as the same bytes', () => {
		const bytesOf = fc.oneof(fc.uint8Array({ maxLength: 60 }), unicodeText().map(utf8));
		fc.assert(
			fc.property(bytesOf, fc.constantFrom('utf-8', 'gbk', 'shift_jis', 'utf-16le'), (bytes, charset) => {
				const { lineEnding, ...written } = draftFromBytes(bytes, charset);
				const back = encodeWritten(written, lineEnding, 'none', charsetNamed(charset));
				expect(back.ok ? [...back.bytes] : back).toEqual([...bytes]);
			}),
		);
	});
});

describe('drafts', () => {
	const draft = { ...EMPTY_DRAFT, text: 'half a thought' };

	it('stay with their target', () => {
		expect(withMoved({ a: draft }, 'a', 'b', false)).toEqual({ a: draft });
	});

	it('move on when their target is gone, but never replace another one', () => {
		expect(withMoved({ 'a#3': draft }, 'a#3', 'a', true)).toEqual({ a: draft });
		const both = { 'a#3': draft, a: { ...draft, text: 'another' } };
		expect(withMoved(both, 'a#3', 'a', true)).toEqual(both);
	});
});

describe('the place of a fault', () => {
	it('counts lines and columns from 1', () => {
		expect(faultPlace('68 65\n6g 6c', 7)).toMatchObject({ line: 2, column: 2, before: '6', at: 'g', after: ' 6c' });
		expect(faultPlace('😀x', 2)).toMatchObject({ line: 1, column: 2, at: 'x' });
	});

	it('is at the end when the text ends too early', () => {
		expect(faultPlace('6', 1)).toEqual({ line: 1, column: 2, before: '6', at: '', after: '' });
	});
});

describe('the history', () => {
	const entry = (text: string): HistoryEntry => ({
		format: 'text',
		lineEnding: 'none',
		charset: 'utf-8',
		text,
		template: false,
	});

	it('has the newest first, without repeats, a hundred at most', () => {
		let history: HistoryEntry[] = [];
		for (let i = 0; i < 150; i++) history = withSent(history, entry(`m${i}`));
		expect(history).toHaveLength(100);
		history = withSent(history, entry('m100'));
		expect(history[0]?.text).toBe('m100');
		expect(history.filter(({ text }) => text === 'm100')).toHaveLength(1);
		expect(remembered([entry('x'.repeat(5000)), entry('y')])).toEqual([entry('y')]);
	});

	it('can be browsed and left without losing the draft', () => {
		const history = [entry('third'), entry('second'), entry('first')];
		let current = entry('unsent');
		let place: Parameters<typeof stepHistory>[2];
		const seen: string[] = [];
		for (const by of [1, 1, 1, 1, -1, -1, -1, -1] as const) {
			const step = stepHistory(history, current, place, by);
			if (step === undefined) continue;
			({ entry: current, place } = step);
			seen.push(current.text);
		}
		expect(seen).toEqual(['third', 'second', 'first', 'second', 'third', 'unsent']);
	});

	it('skips entries equal to the current text', () => {
		expect(stepHistory([entry('a'), entry('b')], entry('a'), undefined, 1)?.entry.text).toBe('b');
		expect(stepHistory([entry('a')], entry('a'), undefined, 1)).toBeUndefined();
	});

	it('opens from the first and the last line only', () => {
		expect(atEdge('one\ntwo', 2, 1)).toBe(true);
		expect(atEdge('one\ntwo', 5, 1)).toBe(false);
		expect(atEdge('one\ntwo', 2, -1)).toBe(false);
		expect(atEdge('one\ntwo', 5, -1)).toBe(true);
	});
});

describe('targets', () => {
	const endpoint = (id: string, config: object, more: Partial<EndpointState> = {}): EndpointState => ({
		id,
		config: endpointConfigSchema.parse({ name: id, host: '127.0.0.1', port: 9000, ...config }),
		status: 'open',
		connections: 0,
		bytesIn: 0,
		bytesOut: 0,
		rateIn: 0,
		rateOut: 0,
		eventRate: 0,
		...more,
	});
	const connection = (id: number, of: string, more: Partial<ConnectionState> = {}): ConnectionState => ({
		id,
		endpoint: of,
		status: 'open',
		local: { address: '127.0.0.1', port: 9000 },
		remote: { address: '127.0.0.1', port: 50_000 + id },
		openedAt: 0,
		bytesIn: 0,
		bytesOut: 0,
		pending: 0,
		...more,
	});
	const places = (endpoints: EndpointState[], connections: ConnectionState[] = []): Places => ({
		endpoints: new Map(endpoints.map((each) => [each.id, each])),
		connections: new Map(connections.map((each) => [each.id, each])),
		connectionIds: new Map(
			[...Map.groupBy(connections, (each) => each.endpoint)].map(([id, all]) => [id, all.map((each) => each.id)]),
		),
	});
	const server = endpoint('echo', { kind: 'tcp-server' }, { connections: 2 });
	const client = endpoint('client', { kind: 'tcp-client' }, { connections: 1 });

	it('are endpoints and the connections of servers', () => {
		const all = places([server, client], [connection(3, 'echo'), connection(4, 'echo'), connection(5, 'client')]);
		expect(targetChoices(all).map(({ label }) => label)).toEqual([
			'echo: all 2 connections',
			'#3 echo, 127.0.0.1:50003',
			'#4 echo, 127.0.0.1:50004',
			'client → 127.0.0.1:9000',
		]);
		expect(normalTarget({ endpoint: 'client', connection: 5 }, all)).toEqual({ endpoint: 'client' });
		expect(normalTarget({ endpoint: 'echo', connection: 3 }, all)).toEqual({ endpoint: 'echo', connection: 3 });
	});

	it('are no proxies, which only forward', () => {
		const proxy = endpoint(
			'between',
			{ kind: 'tcp-proxy', target: { host: '127.0.0.1', port: 9 } },
			{ connections: 1 },
		);
		const all = places([client, proxy], [connection(3, 'between')]);
		expect(targetChoices(all).map(({ label }) => label)).toEqual(['client → 127.0.0.1:9000']);
		for (const target of [{ endpoint: 'between' }, { endpoint: 'between', connection: 3 }]) {
			expect(readiness(target, all)).toEqual({ ready: false, why: expect.stringContaining('only passes on') });
		}
	});

	it('report why they cannot send', () => {
		const why = (target: Parameters<typeof readiness>[0], all: Places) => {
			const result = readiness(target, all);
			return result.ready ? 'ready' : result.why;
		};
		expect(why(undefined, places([]))).toContain('Nothing to send to yet');
		expect(why(undefined, places([server]))).toContain('Choose where');
		expect(why({ endpoint: 'echo' }, places([{ ...server, status: 'stopped' }]))).toBe('Start echo to send.');
		expect(why({ endpoint: 'echo' }, places([{ ...server, connections: 0 }]))).toContain('waits for a client');
		expect(why({ endpoint: 'echo', connection: 3 }, places([server]))).toContain('#3 has closed');
		expect(why({ endpoint: 'echo', connection: 3 }, places([server], [connection(3, 'echo')]))).toBe('ready');
		const ended = connection(3, 'echo', { status: 'ended' });
		expect(why({ endpoint: 'echo', connection: 3 }, places([server], [ended]))).toContain('ended our side');
		const open = endpoint('udp', { kind: 'udp' });
		expect(why({ endpoint: 'udp' }, places([open]))).toBe('ready');
	});

	it('a UDP socket needs a destination, configured or typed', () => {
		const bare = places([endpoint('udp', { kind: 'udp' })]);
		expect(placeOf(bare, { endpoint: 'udp' }, '').why).toContain('Give a host and a port');
		expect(placeOf(bare, { endpoint: 'udp' }, '127.0.0.1:x').why).toContain('1 to 65535');
		expect(placeOf(bare, { endpoint: 'udp' }, '[::1]:7')).toMatchObject({ why: undefined, host: '::1', port: 7 });
		const set = places([endpoint('udp', { kind: 'udp', remote: { host: 'localhost', port: 9 } })]);
		expect(placeOf(set, { endpoint: 'udp' }, '')).toMatchObject({ why: undefined, host: undefined, datagrams: true });
		const peer = places([endpoint('udp', { kind: 'udp' })], [connection(8, 'udp')]);
		expect(placeOf(peer, { endpoint: 'udp', connection: 8 }, '')).toMatchObject({ why: undefined, host: undefined });
	});
});

describe('a template draft', () => {
	const around = {
		names: { variables: { who: 'Ann' }, environment: { HOME: '/home/me', GONE: undefined } },
		counts: { ' 1 1': 6 },
		random: Uint8Array.from({ length: 64 }, (_, at) => at),
	};
	const fill = (text: string, patch: Partial<Draft> = {}) =>
		encodeDraft({ ...EMPTY_DRAFT, template: true, text, ...patch, charset: 'utf-8' }, around);

	it('previews the bytes that will go, with the counters and random bytes that are sent', () => {
		const filled = fill('{{counter}} {{var who}} {{env HOME}} {{random 2|hex}}', { lineEnding: 'lf', checksum: 'xor' });
		if (!filled.ok) throw new Error(filled.message);
		expect(new TextDecoder().decode(filled.bytes.subarray(0, -2))).toBe('7 Ann /home/me 0001');
		expect(filled.bytes.at(-1)).toBe(10);
		expect(filled.filled?.message).toMatchObject({
			text: expect.stringContaining('{{counter}}'),
			random: Uint8Array.of(0, 1),
		});
	});

	it.each([
		['a{{var you}}', 7, 'There is no variable “you”: there is who.'],
		['{{env GONE}}', 6, 'Wirebench was started without GONE in its environment.'],
		['{{len 0..9 u8}}', 2, 'This range goes beyond the message, which has 1 bytes.'],
	])('%s is a fault at its place', (text, position, message) => {
		expect(fill(text)).toMatchObject({ ok: false, position, message });
	});

	it('is bytes as they stand while it is off', () => {
		expect(encodeDraft({ ...EMPTY_DRAFT, charset: 'utf-8', text: '{{counter}}' }, around)).toEqual({
			ok: true,
			bytes: utf8('{{counter}}'),
		});
	});
});

describe('the progress of what is sent', () => {
	const repeated: Sending = {
		id: 's1',
		endpoint: 'a',
		what: 'repeat',
		name: '',
		connections: 1,
		state: 'running',
		messages: 20,
		bytes: 100,
		partBytes: 0,
		failed: [],
		failures: 0,
		repeat: { count: 50, intervalMs: 100, planned: 21, rate: 10, meanLateMs: 0.25, maxLateMs: 1 },
	};

	it('names how many of all were sent, also when it was stopped midway', () => {
		const late = '10/s, late by 0.3 ms on average, 1.0 ms at most.';
		expect(sendingText(repeated)).toBe(`20 of 50 sent, ${late}`);
		expect(sendingShare(repeated)).toBe(0.4);
		expect(sendingText({ ...repeated, state: 'stopped', partBytes: 2 })).toBe(
			`20 of 50 sent, and 2 bytes of the next, ${late} Stopped.`,
		);
		expect(sendingText({ ...repeated, connections: 3 })).toContain('20 of 150 sent,');
	});

	it('counts alone where there is no end', () => {
		const endless = {
			...repeated,
			repeat: { count: 0, intervalMs: 0, planned: 20, rate: 10, meanLateMs: 0, maxLateMs: 0 },
		};
		expect(sendingText(endless)).toBe('20 sent, 10/s.');
		expect(sendingShare(endless)).toBeUndefined();
	});

	it('of bytes is exact once it was stopped', () => {
		const { repeat: _none, ...one } = repeated;
		const file = { ...one, what: 'file' as const, bytes: 1_234_567, total: 200_000_000 };
		expect(sendingText(file)).toBe('1.23 MB of 200 MB sent.');
		expect(sendingText({ ...file, state: 'stopped' })).toBe('1,234,567 of 200,000,000 bytes sent. Stopped.');
	});
});

it('the history is searched by words, in any case, newest first', () => {
	const of = (text: string, format: HistoryEntry['format'] = 'text'): HistoryEntry => ({
		format,
		lineEnding: 'none',
		charset: 'utf-8',
		text,
		template: false,
	});
	const history = [of('GET /b'), of('68 65', 'hex'), of('get /a\nHost: x')];
	const found = (query: string) => findSent(history, query).map(({ text }) => text);
	expect(found('get')).toEqual(['GET /b', 'get /a\nHost: x']);
	expect(found('host GET')).toEqual(['get /a\nHost: x']);
	expect(found('hex 68')).toEqual(['68 65']);
	expect(found('')).toHaveLength(3);
	expect(found('nothing')).toEqual([]);
});
