import { expect, test } from 'vitest';
import type { EndpointConfigInput } from '../../../common/endpoints/index.ts';
import { Peer } from '../testing/python.fixture.ts';
import { TestBench } from '../testing/workbench.fixture.ts';

type TcpServerInput = Extract<EndpointConfigInput, { kind: 'tcp-server' }>;

const text = (written: string) => ({ format: 'text', text: written }) as const;
const server = { kind: 'tcp-server', name: 'shop', host: '127.0.0.1', port: 0 } as const;

/** A delimiter, patterns of each kind and replies, all of them text. */
const behaviour: Pick<TcpServerInput, 'framing' | 'responder'> = {
	framing: { type: 'delimiter', delimiter: text('。') },
	responder: {
		rules: [
			{ match: { type: 'equals', pattern: text('你好') }, reply: text('歡迎\n') },
			{ match: { type: 'regex', pattern: '^買(\\d+)(?:本|件)' }, reply: text('要{{1}}份：{{data}}\n') },
			{ match: { type: 'contains', pattern: text('謝') }, reply: { format: 'escaped', text: '不\\u{5ba2}氣\\n' } },
		],
	},
};

test.each(['big5', 'gb18030', 'utf-8', 'gbk'])(
	'the boundaries, patterns and replies of an endpoint are in its charset: %s, with a Python peer',
	async (charset) => {
		const bench = new TestBench();
		const { local } = await bench.start({ ...server, charset, ...behaviour });
		const peer = new Peer('charset_talk', [String(local.port), charset, '你好。', '買12本書。', '多謝了。']);
		expect(await peer.rest()).toEqual(['歡迎', '要12份：買12本書', '不客氣']);
	},
);

test('a reply that the charset lacks is refused with its place', async () => {
	const responder: TcpServerInput['responder'] = { rules: [{ match: { type: 'any' }, reply: text('好😀') }] };
	await expect(new TestBench().start({ ...server, charset: 'gbk', responder })).rejects.toMatchObject({
		code: 'bad-input',
		message: '“😀” is not in gbk.',
		details: { path: 'responder.rules[0].reply', position: 1 },
	});
});
