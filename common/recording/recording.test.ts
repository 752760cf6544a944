import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordedEvent, Recording } from '../contract/calls/recording.ts';
import { FIRST_STATE } from '../contract/config/first-state.ts';
import type { Responder } from '../contract/config/responder.ts';
import { NO_BYTES } from '../framing/index.ts';
import { checksumOf, encodePlain, toHex } from '../payload/index.ts';
import { CHARSETS, type CharsetName } from '../payload/schema.ts';
import { compileResponder } from '../responder/index.ts';
import { findVarying, mockOf, proposalsOf, recordedPlace, replayPlan, testOf, turnsOf, type Varying } from './index.ts';
import { stateRules } from './states.ts';

const START = 1_795_222_175_007n * 1_000_000n;
const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const place = { protocol: 'tcp', host: '127.0.0.1', port: 9000 } as const;

type Line =
	| readonly ['client' | 'server', string | Uint8Array]
	| readonly ['client' | 'server', 'end' | 'reset', 'event'];

/** A conversation whose events are a second apart. */
function recorded(lines: readonly Line[], transport: Recording['transport'] = 'stream'): Recording {
	const events = lines.map((line, n): RecordedEvent => {
		const time = START + BigInt(n) * 1_000_000_000n;
		if (line.length === 3) return { type: line[1], from: line[0], time };
		const [from, what] = line;
		return { type: 'data', from, time, bytes: typeof what === 'string' ? bytes(what) : what };
	});
	return { connection: 1, endpoint: 'x', transport, client: '10.0.0.1:5', server: '10.0.0.2:80', events, notes: [] };
}

const varyingIn = (recording: Recording) => findVarying(turnsOf(recording));
const kinds = (recording: Recording) => varyingIn(recording).map(({ kind, from }) => `${kind} of the ${from}`);

function testFrom(recording: Recording, varying: readonly Varying[] = varyingIn(recording)) {
	return testOf(recording, { name: 't', side: 'client', place, varying }).made.steps;
}

function mockFrom(recording: Recording, varying: readonly Varying[] = []): Responder {
	const { made } = mockOf(recording, { name: 'm', place, varying });
	if (!('responder' in made)) throw new Error('A mock answers.');
	return made.responder;
}

const values = {
	now: Number(START / 1_000_000n),
	random: new Uint8Array(64),
	counts: {},
	variables: {},
	environment: {},
};

/** What a responder sends for a conversation of requests, each in these pieces. */
function answers(responder: Responder, requests: readonly Uint8Array[], charset?: CharsetName): string[] {
	const compiled = compileResponder(responder, '', charset);
	let state = FIRST_STATE;
	let held = new Uint8Array();
	const sent: string[] = [];
	for (const request of requests) {
		let reply = '';
		for (const byte of request) {
			const fresh = held.length;
			held = Uint8Array.of(...held, byte);
			const result = compiled.join(held, fresh, state);
			if (result.type === 'more') continue;
			held = held.slice(result.to);
			if (result.type === 'unanswered') continue;
			state = result.answer.next ?? state;
			const { captures, action } = result.answer;
			const context = { head: NO_BYTES, data: request, eol: NO_BYTES, n: 1, peer: '', captures, values };
			reply += toHex(action.reply?.render(context) ?? NO_BYTES);
		}
		sent.push(reply);
	}
	return sent;
}

describe('turns', () => {
	test('chunks of a stream are joined while one side sends; datagrams are not', () => {
		const lines: Line[] = [
			['client', 'a'],
			['client', 'b'],
			['server', 'c'],
			['server', 'end', 'event'],
		];
		const said = (transport: Recording['transport']) =>
			turnsOf(recorded(lines, transport)).map((turn) =>
				turn.type === 'data' ? `${turn.from} ${toHex(turn.bytes)}` : turn.type,
			);
		expect(said('stream')).toEqual(['client 6162', 'server 63', 'end']);
		expect(said('datagram')).toEqual(['client 61', 'client 62', 'server 63', 'end']);
	});
});

describe('a test', () => {
	test('sends what the client sent, expects what the server sent, and waits long enough', () => {
		const steps = testFrom(
			recorded([
				['client', 'a'],
				['server', 'b'],
				['client', 'end', 'event'],
				['server', 'end', 'event'],
			]),
		);
		expect(steps).toMatchObject([
			{ type: 'send', payload: { format: 'escaped', text: 'a' }, template: false },
			{ type: 'expect', expectation: { type: 'bytes', pattern: { text: 'b' } }, withinMs: 3000 },
			{ type: 'end' },
			{ type: 'expect-end' },
		]);
	});

	test('of long messages has several steps', () => {
		const long = new Uint8Array(70_000).fill(0xff);
		expect(
			testFrom(
				recorded([
					['client', long],
					['server', long],
				]),
			).map(({ type }) => type),
		).toEqual([...Array.from({ length: 3 }, () => 'send'), ...Array.from({ length: 3 }, () => 'expect')]);
	});

	test('refuses a place of another transport', () => {
		const udp = { ...place, protocol: 'udp' } as const;
		const make = () => testOf(recorded([['client', 'a']]), { name: 't', side: 'client', place: udp, varying: [] });
		expect(make).toThrow(/is a stream: give an address of tcp: or unix:/);
	});
});

test('datagrams take place at a port of UDP or a path of Unix datagrams, as they were recorded', () => {
	const server = fc.constantFrom('127.0.0.1:7', '[::1]:7', '/tmp/a b.sock', '@name', 'unnamed socket', '');
	fc.assert(
		fc.property(server, fc.constantFrom('stream', 'datagram'), (at, transport) => {
			const place = recordedPlace({ server: at, transport });
			const kinds = transport === 'stream' ? ['tcp', 'unix'] : ['udp', 'unixgram'];
			expect(place?.protocol).toBe(/^[/@]/.test(at) ? kinds[1] : at.includes(':') ? kinds[0] : undefined);
			if (place === undefined) return;
			const recording = recorded([['client', 'a']], transport);
			for (const side of ['client', 'server'] as const) {
				expect(testOf(recording, { name: 't', side, place, varying: [] }).made.name).toBe('t');
			}
			expect(mockOf(recording, { name: 'm', place, varying: [] }).made.kind).toMatch(
				{ tcp: /^tcp-server$/, unix: /^unix-server$/, udp: /^udp$/, unixgram: /^unix-datagram$/ }[place.protocol],
			);
		}),
	);
});

describe('TLS', () => {
	const tls = fc.record(
		{
			version: fc.constantFrom('TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3', 'unknown'),
			alpn: fc.constantFrom('h2', 'mqtt'),
			servername: fc.constant('some.where.test'),
			unverified: fc.boolean(),
			clientCertificate: fc.boolean(),
		},
		{ requiredKeys: ['version', 'unverified', 'clientCertificate'] },
	);
	const lines: Line[] = [
		['client', 'a'],
		['server', 'b'],
	];

	test('is what the recorded connection had, in a test, a mock and a replay; otherwise a note says so', () => {
		fc.assert(
			fc.property(tls, fc.constantFrom('client', 'server'), (was, side) => {
				const recording: Recording = { ...recorded(lines), tls: was };
				const again = recordedPlace(recording);
				expect(again).toMatchObject({ protocol: 'tcp', tls: { verify: !was.unverified } });
				if (again?.protocol !== 'tcp') return;
				const how = { side, rhythm: false, withinMs: 1, ignoreVarying: true };
				const { config, notes } = replayPlan(recording, { ...how, place: again });
				const alpn = was.alpn === undefined ? [] : [was.alpn];
				expect(config).toMatchObject({
					tls: { alpn, minVersion: /^TLSv1(\.1)?$/.test(was.version) ? was.version : 'TLSv1.2' },
				});
				if (side === 'client') {
					expect(config).toMatchObject({ tls: { verify: !was.unverified } });
					const name =
						'tls' in config && config.tls !== undefined && 'servername' in config.tls && config.tls.servername;
					expect(name || undefined).toBe(was.servername);
				}
				expect(notes[0]).toMatch(side === 'client' ? /^It connects with TLS and / : /^It listens with TLS\. .*trust/);
				expect(notes.some((note) => note.includes('showed a certificate'))).toBe(
					side === 'client' && was.clientCertificate,
				);

				const plain = { ...again, tls: undefined };
				const without = [expect.stringContaining('had TLS; this one does not')];
				expect(replayPlan(recording, { ...how, place: plain })).toMatchObject({ notes: without });
				expect(testOf(recording, { name: 't', side, place: plain, varying: [] }).notes).toEqual(without);
				expect(mockOf(recording, { name: 'm', place: plain, varying: [] }).notes).toEqual(without);
				expect(mockOf(recording, { name: 'm', place: again, varying: [] }).made).toMatchObject({ tls: { alpn } });
			}),
		);
	});

	test('and nothing of it where there was none', () => {
		const place = { protocol: 'tcp', host: '10.0.0.2', port: 80 } as const;
		expect(recordedPlace(recorded(lines))).toEqual(place);
		expect(testOf(recorded(lines), { name: 't', side: 'client', place, varying: [] }).notes).toEqual([]);
	});
});

describe('varying parts', () => {
	const date = new Date(Number(START / 1_000_000n)).toUTCString();

	test('dates of the recording, and the length of a body, in an answer of HTTP', () => {
		const old = 'Sat, 21 Nov 2020 00:49:35 GMT';
		const answer = `HTTP/1.1 200 OK\r\nDate: ${date}\r\nLast-Modified: ${old}\r\nContent-Length: 2\r\n\r\nok`;
		const recording = recorded([
			['client', 'GET / HTTP/1.1\r\n\r\n'],
			['server', answer],
		]);
		expect(kinds(recording)).toEqual(['date of the server', 'length of the server']);
		const [sent, ...expected] = testFrom(recording);
		expect(sent).toMatchObject({ type: 'send', template: false });
		expect(expected.map((step) => (step.type === 'expect' ? step.expectation : step))).toMatchObject([
			{ type: 'bytes', pattern: { text: 'HTTP/1.1 200 OK\\r\\nDate: ' } },
			{ type: 'regex', pattern: expect.stringMatching(/GMT$/) },
			{ type: 'bytes', pattern: { text: expect.stringContaining(old) } },
		]);
		const [rule] = mockFrom(recording, varyingIn(recording)).rules;
		expect(rule?.reply?.text).toContain('Date: {{time http}}\\r\\n');
		expect(rule?.reply?.text).toContain('Content-Length: {{len body..}}\\r\\n\\r\\n{{mark body}}ok');
		expect(answers(mockFrom(recording, varyingIn(recording)), [bytes('GET / HTTP/1.1\r\n\r\n')])).toEqual([
			toHex(bytes(answer)),
		]);
		const [proposal] = proposalsOf(recording, turnsOf(recording), varyingIn(recording));
		expect(proposal).toMatchObject({ number: 1, before: date, sent: '{{time http}}' });
		expect(proposal?.text).toBe('a date of HTTP, the time of the recording (of the server; turn 2, byte 24)');
	});

	test('times in other forms', () => {
		const ms = Number(START / 1_000_000n);
		const texts = [`at=${ms};`, `at=${Math.floor(ms / 1000)};`, `at=${new Date(ms).toISOString()};`];
		for (const text of texts) {
			const recording = recorded([
				['client', text],
				['server', '1234567890'],
			]);
			const [step] = testFrom(recording);
			expect(step).toMatchObject({ type: 'send', payload: { text: expect.stringMatching(/^at=\{\{(unix|time)/) } });
			expect(answers(mockFrom(recording, varyingIn(recording)), [bytes(text)])).toEqual([toHex(bytes('1234567890'))]);
		}
		expect(kinds(recorded([['client', '1234567890']]))).toEqual([]);
	});

	test('a UUID of the client that the server repeats', () => {
		const id = '0b0e7d2c-5a3f-4b1e-9c57-2f0b2f6a7d11';
		const recording = recorded([
			['client', `id ${id}\n`],
			['server', `ok ${id}\n`],
		]);
		expect(kinds(recording)).toEqual(['uuid of the client']);
		const other = id.replace('0b0e', 'ffff');
		expect(answers(mockFrom(recording, varyingIn(recording)), [bytes(`id ${other}\n`)])).toEqual([
			toHex(bytes(`ok ${other}\n`)),
		]);
	});

	test('identifiers that answers repeat, and checksums over what is sent', () => {
		const modbus = (id: number, rest: number[]) => {
			const head = Uint8Array.of(id >> 8, id & 255, 1, ...rest);
			return Uint8Array.of(...head, ...checksumOf(head, 'crc16-modbus'));
		};
		const recording = recorded([
			['client', modbus(700, [3])],
			['server', modbus(700, [9, 9])],
			['client', modbus(1234, [4])],
			['server', modbus(1234, [8])],
		]);
		expect(kinds(recording)).toEqual(
			expect.arrayContaining(['echo of the client', 'checksum of the server', 'checksum of the client']),
		);
		const mock = mockFrom(recording, varyingIn(recording));
		expect(answers(mock, [modbus(9999, [3]), modbus(1, [4])])).toEqual(
			[modbus(9999, [9, 9]), modbus(1, [8])].map((one) => toHex(one)),
		);
	});

	test('numbers that step', () => {
		const lines = [7, 8, 9].flatMap((n): Line[] => [
			['client', Uint8Array.of(0xaa, 0, n, 0xff)],
			['server', `seq=${n + 100}\n`],
		]);
		expect(kinds(recorded(lines))).toEqual(['counter of the client', 'counter of the server']);
		expect(testFrom(recorded(lines))).toMatchObject([
			{ payload: { format: 'hex', text: 'aa {{counter be16 name=client1 start=7}} ff' }, template: true },
			{ expectation: { type: 'bytes', pattern: { text: 'seq=' } } },
			{ expectation: { type: 'regex', pattern: '(?s)^\\d+\\x0a' } },
			...Array.from({ length: 6 }, () => ({})),
		]);
	});

	test('none of them is found in random bytes by chance alone', () => {
		const message = fc.uint8Array({ minLength: 8, maxLength: 60 });
		fc.assert(
			fc.property(fc.array(message, { minLength: 4, maxLength: 8 }), (all) => {
				const lines = all.map((each, n): Line => [n % 2 === 0 ? 'client' : 'server', each]);
				const recording = recorded(lines);
				const mock = mockFrom(recording, varyingIn(recording));
				// Whatever was found holds for the recorded conversation itself.
				expect(mock.rules.length).toBeGreaterThan(0);
			}),
		);
	});
});

describe('a mock', () => {
	test('has one rule where the same request got the same answer, and states where it did not', () => {
		const get: Line = ['client', 'get\n'];
		const recording = recorded([
			get,
			['server', 'nil\n'],
			get,
			['server', 'nil\n'],
			['client', 'ping\n'],
			['server', 'pong\n'],
			['client', 'set\n'],
			['server', 'ok\n'],
			get,
			['server', 'value\n'],
			['client', 'ping\n'],
			['server', 'pong\n'],
		]);
		const { rules } = mockFrom(recording);
		expect(rules.map(({ match, when, next }) => [match.type === 'equals' && match.pattern.text, when, next])).toEqual([
			['get\\n', 'start', undefined],
			['ping\\n', undefined, undefined],
			['set\\n', 'start', 'state 2'],
			['get\\n', 'state 2', undefined],
		]);
	});

	test('greets, ends where the server ended, and writes its own braces as they are', () => {
		const recording = recorded([
			['server', 'hello {{n}}\n'],
			['client', 'quit\n'],
			['server', '{{{bye\n'],
			['server', 'end', 'event'],
		]);
		const { onOpen, rules } = mockFrom(recording);
		expect(onOpen?.reply).toEqual({ format: 'escaped', text: 'hello \\u007b{n}}\\n' });
		expect(rules).toMatchObject([{ after: 'end' }]);
		expect(answers(mockFrom(recording), [bytes('quit\n')])).toEqual([toHex(bytes('{{{bye\n'))]);
	});

	test('of datagrams answers each with one, and says what it leaves out', () => {
		const recording = recorded(
			[
				['client', 'a'],
				['server', 'b'],
				['server', 'c'],
			],
			'datagram',
		);
		const { made, notes } = mockOf(recording, { name: 'm', place: { ...place, protocol: 'udp' }, varying: [] });
		expect(made).toMatchObject({
			kind: 'udp',
			responder: { rules: [{ match: { type: 'equals' }, reply: { text: 'b' } }] },
		});
		expect(notes).toEqual(['A rule answers with one datagram: 1 further one is left out.']);
	});

	test('answers any conversation as it was recorded, however its bytes arrive', () => {
		const message = fc.oneof(
			fc.uint8Array({ minLength: 1, maxLength: 40 }),
			// Few values, so that requests repeat and begin others.
			fc.array(fc.constantFrom(1, 2), { minLength: 1, maxLength: 3 }).map((all) => Uint8Array.from(all)),
		);
		fc.assert(
			fc.property(fc.array(fc.tuple(message, message), { minLength: 1, maxLength: 12 }), (exchanges) => {
				const lines = exchanges.flatMap(([request, answer]): Line[] => [
					['client', request],
					['server', answer],
				]);
				const mock = mockFrom(recorded(lines));
				expect(
					answers(
						mock,
						exchanges.map(([request]) => request),
					),
				).toEqual(exchanges.map(([, answer]) => toHex(answer)));
			}),
		);
	});
});

describe('a charset', () => {
	const inCharset = (text: string, charset: CharsetName): Uint8Array => {
		const encoded = encodePlain({ format: 'text', text }, charset);
		if (!encoded.ok) throw new Error(encoded.message);
		return encoded.bytes;
	};
	const date = new Date(Number(START / 1_000_000n)).toUTCString();

	test.each(['gbk', 'big5', 'shift_jis', 'utf-8'] as const)(
		'texts of %s are readable, and it is that of what is made',
		(charset) => {
			const lines: Line[] = [
				['client', inCharset('問候\n', charset)],
				['server', inCharset(`世界，${date}。\n`, charset)],
			];
			const recording: Recording = { ...recorded(lines), ...(charset === 'utf-8' ? {} : { charset }) };
			const varying = varyingIn(recording);
			const { made: test } = testOf(recording, { name: 't', side: 'client', place, varying });
			expect(test.client?.charset).toBe(recording.charset);
			expect(test.steps).toMatchObject([
				{ payload: { text: '問候\\n' } },
				{ expectation: { pattern: { text: '世界，' } } },
				{ expectation: { type: 'regex' } },
				{ expectation: { pattern: { text: '。\\n' } } },
			]);
			const [proposal] = proposalsOf(recording, turnsOf(recording), varying);
			expect(proposal?.before).toBe(date);
			const { made: mock } = mockOf(recording, { name: 'm', place, varying });
			expect(mock).toMatchObject({
				...(charset === 'utf-8' ? {} : { charset }),
				responder: {
					rules: [{ reply: { text: '世界，{{time http}}。\\n' }, match: { pattern: { text: '問候\\n' } } }],
				},
			});
			const how = { side: 'client', place, rhythm: false, withinMs: 1, ignoreVarying: true } as const;
			expect(replayPlan(recording, how).config.charset).toBe(recording.charset);
			const datagram: Recording = { ...recording, transport: 'datagram' };
			const { steps } = testOf(datagram, {
				name: 't',
				side: 'client',
				place: { ...place, protocol: 'udp' },
				varying,
			}).made;
			expect(steps[1]).toMatchObject({
				expectation: { pattern: expect.stringMatching(/^\(\?s\)\^世界，.*。\\x0a\$$/) },
			});
		},
	);

	test('bytes of any charset are answered as they were, also what varies in them', () => {
		const said = fc.uint8Array({ minLength: 1, maxLength: 20 });
		fc.assert(
			fc.property(fc.constantFrom(...CHARSETS), said, said, fc.boolean(), (charset, request, before, dated) => {
				const answer = Uint8Array.of(...before, ...bytes(dated ? date : ''));
				const lines: Line[] = [
					['client', request],
					['server', answer],
				];
				const recording: Recording = { ...recorded(lines), charset };
				const mock = mockFrom(recording, varyingIn(recording));
				expect(answers(mock, [request], charset)).toEqual([toHex(answer)]);
			}),
		);
	});
});

test('states: every exchange gets its own answer, from no more rules than exchanges', () => {
	const exchange = fc.record({ request: fc.constantFrom('a', 'b', 'c', 'd'), answer: fc.constantFrom('1', '2') });
	fc.assert(
		fc.property(fc.array(exchange, { maxLength: 20 }), (exchanges) => {
			const rules = stateRules(exchanges);
			let state = FIRST_STATE;
			for (const { request, answer } of exchanges) {
				const rule = rules.find(({ exchange: of, when }) => of.request === request && (when ?? state) === state);
				expect(rule?.exchange.answer).toBe(answer);
				state = rule?.next ?? state;
			}
			expect(rules.length).toBeLessThanOrEqual(exchanges.length);
			const different = new Set(exchanges.map(({ request, answer }) => request + answer)).size;
			const asked = new Set(exchanges.map(({ request }) => request)).size;
			if (different === asked) expect(rules.length).toBe(asked);
		}),
	);
});
