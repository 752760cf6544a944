import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultsSchema } from '../../../../common/contract/config/proxy.ts';
import {
	type EndpointConfigInput,
	endpointConfigSchema,
	tcpClientConfigSchema,
	tcpProxyConfigSchema,
	tcpServerConfigSchema,
	udpConfigSchema,
} from '../../../../common/endpoints/index.ts';
import { offers } from '../../../app/shared/offers/offers.ts';
import { newRule, type RuleDraft } from '../draft/answers-draft.ts';
import { errorAt } from '../draft/errors.ts';
import { patchFault } from '../draft/faults-draft.ts';
import { draftOf, type EndpointDraft } from '../kinds/index.tsx';
import { judge } from './judge.ts';

const parse = (input: EndpointConfigInput) => endpointConfigSchema.parse(input);
const server = draftOf(tcpServerConfigSchema.parse({ kind: 'tcp-server', name: 'echo', port: 9000 }));
const client = draftOf(tcpClientConfigSchema.parse({ kind: 'tcp-client', name: 'c', host: 'localhost', port: 80 }));
const udp = draftOf(udpConfigSchema.parse({ kind: 'udp', name: 'u' }));

const errorsOf = (draft: EndpointDraft) => Object.fromEntries(judge(draft).errors);
const withRule = (patch: Partial<RuleDraft>): EndpointDraft => ({
	...server,
	rules: [newRule(), { ...newRule(), ...patch }],
});

test.each(offers.map((offer) => [offer.id, offer] as const))('%s survives its form', (_id, offer) => {
	const config = parse(offer.config);
	expect(judge(draftOf(config)).config).toEqual(config);
});

test('any config survives its form', () => {
	const written = fc.record({
		format: fc.constant('text' as const),
		text: fc.string().filter((s) => !s.includes('{{')),
	});
	const action = fc.record({
		delayMs: fc.nat(1000),
		reply: fc.option(written, { nil: undefined }),
		after: fc.constantFrom('keep' as const, 'end' as const, 'reset' as const),
	});
	const match = fc.oneof(
		fc.constant({ type: 'any' as const }),
		fc.record({ type: fc.constantFrom('equals' as const, 'contains' as const), pattern: written }),
		fc.record({ type: fc.constant('regex' as const), pattern: fc.constant('^a(b)'), ignoreCase: fc.boolean() }),
	);
	const state = fc.option(fc.constantFrom('start', 'logged in'), { nil: undefined });
	const states = fc.record({ when: state, next: state });
	const rule = fc.tuple(action, match, states).map(([act, of, between]) => ({ ...act, ...between, match: of }));
	fc.assert(
		fc.property(
			fc.array(rule, { maxLength: 4 }),
			fc.option(action, { nil: undefined }),
			fc.integer({ min: 0, max: 65535 }),
			fc.boolean(),
			(rules, onOpen, port, join) => {
				const config = parse({
					kind: 'tcp-server',
					name: 'x',
					port,
					responder: { rules, ...(onOpen && { onOpen }), ...(join && { join }) },
				});
				expect(judge(draftOf(config)).config).toEqual(config);
			},
		),
	);
});

test.each([
	['99999', 'A port is a whole number from 0 to 65535.'],
	['80a', 'A port is a whole number from 0 to 65535.'],
	['1.5', 'A port is a whole number from 0 to 65535.'],
	['', 'A port is a whole number from 0 to 65535.'],
])('the port %j of a server is refused in words', (port, message) => {
	expect(errorsOf({ ...server, port })).toEqual({ port: message });
});

test('an empty field means the default where there is one', () => {
	expect(judge({ ...server, backlog: '' }).config).toMatchObject({ backlog: 511 });
	expect(judge({ ...udp, port: '' }).config).toMatchObject({ port: 0 });
	expect(judge({ ...client, connectTimeoutMs: ' ' }).config).toMatchObject({ connectTimeoutMs: 10_000 });
});

test('numbers out of range name the range', () => {
	expect(errorsOf({ ...server, backlog: '0' })).toEqual({ backlog: 'A whole number from 1 to 65535.' });
	expect(errorsOf({ ...client, connectTimeoutMs: 'soon' })).toHaveProperty('connectTimeoutMs');
	expect(errorsOf(withRule({ delayMs: '-1' }))).toEqual({
		'responder.rules[1].delayMs': 'A whole number of milliseconds from 0 to 86400000.',
	});
});

test('a destination is both parts or none', () => {
	expect(judge(udp).config).not.toHaveProperty('remote.host');
	expect(errorsOf({ ...udp, remoteHost: 'localhost' })).toHaveProperty(['remote.port']);
	expect(judge({ ...udp, remoteHost: 'localhost', remotePort: '7' }).config).toMatchObject({
		remote: { host: 'localhost', port: 7 },
	});
});

test('messages of a request list stay templates, and a wrong template is reported at them', () => {
	const asks = { messages: [{ format: 'text', text: 'n={{counter}}' }], template: true } as const;
	const remote = { host: 'localhost', port: 7 };
	const config = udpConfigSchema.parse({ kind: 'udp', name: 'u', remote, asks });
	const draft = draftOf(config);
	expect(judge(draft).config).toEqual(config);
	if (!('asks' in draft)) throw new Error('It has no request list.');
	const lines = (text: string, template: boolean) => ({ ...draft, asks: { ...draft.asks, lines: text, template } });
	expect(errorsOf(lines('{{nonsense}}', true))).toMatchObject({ 'asks.messages': expect.stringContaining('nonsense') });
	expect(judge(lines('{{nonsense}}', false)).config).not.toHaveProperty('asks.template');
});

test('the rules of a preset are in the charset of its form', () => {
	const preset = offers.find(({ id }) => id === 'upper-echo');
	if (preset === undefined) throw new Error('There is no such preset.');
	const draft = draftOf(parse(preset.config));
	const inGbk = (reply: string) => {
		if (!('rules' in draft)) throw new Error('It has no rules.');
		return { ...draft, charset: ' GB2312 ', rules: [{ ...newRule(), reply }] };
	};
	expect(judge(inGbk('你好 {{data}}')).config).toMatchObject({
		charset: 'GB2312',
		responder: { rules: [{ reply: { text: '你好 {{data}}' } }] },
	});
	expect(errorsOf(inGbk('你好 😀'))).toMatchObject({
		'responder.rules[0].reply': expect.stringContaining('“😀” is not in gbk.'),
	});
});

test('faults that only compiling reveals are found for every rule, at its own place', () => {
	const draft: EndpointDraft = {
		...server,
		framing: { ...server.framing, type: 'delimiter', delimiter: { format: 'hex', text: '0' } },
		rules: [
			{ ...newRule(), match: 'equals', patternFormat: 'hex', pattern: '0g' },
			newRule(),
			{ ...newRule(), match: 'regex', pattern: '(' },
			{ ...newRule(), reply: '{{nonsense}}' },
		],
	};
	const { errors } = judge(draft);
	expect([...errors.keys()].sort()).toEqual([
		'framing.delimiter',
		'responder.rules[0].match.pattern',
		'responder.rules[2].match.pattern',
		'responder.rules[3].reply',
	]);
	expect(errorAt(errors, 'responder.rules[0].match')).toContain('(character 2)');
	expect(errorAt(errors, 'responder.rules[1]')).toBeUndefined();
	expect(errorAt(errors, 'responder.rules')).toBeDefined();
});

test('switched-off parts are not validated', () => {
	const draft = { ...server, greets: false, onOpen: { ...server.onOpen, reply: '{{nonsense}}' } };
	expect(judge(draft).config).toBeDefined();
	expect(judge({ ...draft, greets: true }).config).toBeUndefined();
});

test('a proxy with every fault and with rules survives its form, and reports faults at their place', () => {
	const every = faultsSchema.parse({
		latency: { delayMs: 100, jitterMs: 20 },
		bandwidth: { bytesPerSecond: 1000 },
		slicer: { averageBytes: 5, variationBytes: 2, delayMs: 1 },
		corrupt: { probability: 0.001, per: 'message' },
		drop: { probability: 0.07, toxicity: 0.3 },
		duplicate: { probability: 1 },
		slowClose: { delayMs: 1 },
		halfOpen: { afterBytes: 3 },
		timeout: { ms: 0 },
		reset: { afterBytes: 1, afterMs: 2 },
		limitData: { bytes: 5 },
		closeAfter: { ms: 7 },
	});
	const rule = { match: { type: 'regex', pattern: 'a(b)' }, replace: { format: 'text', text: '{{1}}' } } as const;
	const config = tcpProxyConfigSchema.parse({
		kind: 'tcp-proxy',
		name: 'p',
		port: 0,
		target: { host: 'localhost', port: 80 },
		family: 'ipv6',
		framing: { type: 'line' },
		seed: 9,
		tls: { clientCert: 'request' },
		targetTls: { verify: false, servername: 'inside' },
		faults: { toTarget: every, toClient: {} },
		rewrite: { toTarget: [], toClient: [rule, rule] },
	});
	const draft = draftOf(config);
	expect(judge(draft).config).toEqual(config);
	const [first, second] = draft.proxy.rewrite;
	if (!first || !second) throw new Error('There are two rules.');
	const rewrite = [first, { ...second, pattern: 'a(' }];
	const drop = { on: true, texts: { probability: '101', toxicity: '100' } };
	expect(errorsOf({ ...draft, proxy: { ...draft.proxy, rewrite } })).toEqual({
		'rewrite.toClient[1].match.pattern': expect.any(String),
	});
	const faults = patchFault(draft.proxy.faults, 'toTarget', 'drop', drop);
	expect(errorsOf({ ...draft, proxy: { ...draft.proxy, faults, targetPort: '' } })).toMatchObject({
		'faults.toTarget.drop.probability': 'A percentage from 0 to 100.',
		'target.port': expect.any(String),
	});
});
