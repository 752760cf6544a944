import { beforeEach, describe, expect, it } from 'vitest';
import { endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { findPreset } from '../../../common/presets/index.ts';
import { type Heard, heardOfEndpoint, heardOfProgram, type Step } from './clients.fixture.ts';
import { noCompiler, ways, writtenConfig } from './program.fixture.ts';

const preset = (id: 'key-value' | 'chat') =>
	endpointConfigSchema.parse({ ...findPreset(id)?.config, host: '127.0.0.1', port: 0 });

/** The bytes of a text in UTF-8, with a character a byte. */
const utf8 = (text: string): string => Buffer.from(text).toString('latin1');

/** Commands to the store, and lines that only look like some. */
const COMMANDS = [
	'SET x 1  2 \n',
	'get x\r\n',
	utf8('\u00a0\ufeffSET  empty\u3000\u2003\n'),
	'GET \n',
	'set\nGET\nSet \0 \x85\x1c\n',
	utf8('\u017fet \ufffd a\nSET \u{1f600} b\nSET ü c\nſET z\n'),
	'SET \xe2\x82 cut\nGET \xe2\x82\nGET \xef\xbf\xbd\nSET \xf0\x9f\x98\xed\xa0\x80\xc0\xaf\xf4\x90 bad\n',
	'KEYS\nDEL x\nDEL x\nkeyS\n',
	'\n what\n\xff y\nGETTY x\nSE\n',
	utf8('qu\u0131t\nGET z\nQUIT\n'),
	'GET last',
].join('');

/** Who talks to the presets: one after the other, then at the same time. */
const SESSIONS: Readonly<Record<'key-value' | 'chat', readonly (readonly Step[])[]>> = {
	'key-value': [
		[
			['a', ['a'], COMMANDS],
			['a', [], 'END'],
			['b', ['b'], 'KEYS\n'],
			['b', ['b'], `SET long ${'y'.repeat(300_000)}\n`],
			['b', ['b'], 'GET long\nunfinished'],
		],
		[
			['a', ['a'], 'SET x 1\n'],
			['b', ['b', 'b'], 'GET x\nSET y 2\n'],
			['a', ['a'], 'KEYS\nQUIT\n'],
			['b', [], 'RESET'],
			['c', ['c'], 'GET y\n'],
		],
	],
	chat: [
		[
			['a', ['a'], ' Ann \r\n'],
			['a', [], 'hello\nnobody'],
			['a', [], 'END'],
			['b', ['b'], '\n'],
		],
		[
			['silent', [], ''],
			['a', ['a'], `${utf8('Ann ☺')}\n`],
			['b', ['b', 'a'], 'B\xf6b\n'],
			['c', ['c', 'a', 'b'], '\n'],
			['a', ['b', 'c'], ' hello \r\n'],
			['b', ['a', 'a', 'a', 'c', 'c', 'c'], 'one\ntwo\n\n'],
			['a', ['c', 'b'], `${'long '.repeat(60_000)}.\n`],
			['b', ['a', 'c'], 'RESET'],
			['a', ['c'], 'END'],
			['silent', [], 'RESET'],
		],
	],
};

/** What clients hear of the endpoints, which the first test of each preset asks. */
const known = new Map<string, readonly Heard[]>();

async function ofEndpoint(id: 'key-value' | 'chat'): Promise<readonly Heard[]> {
	const all = known.get(id) ?? (await heardOfEndpoint(preset(id), SESSIONS[id]));
	known.set(id, all);
	const [alone] = all;
	expect(alone?.b).toContain(id === 'chat' ? 'Hello somebody, 0 are here.' : 'VALUE yyy');
	return all;
}

describe.each(ways)('$language, $style: what clients hear of the endpoint with the script of', (way) => {
	beforeEach(({ skip }) => skip(noCompiler(way) !== undefined, noCompiler(way)));

	it.each(['key-value', 'chat'] as const)('%s', async (id) => {
		const endpoint = await ofEndpoint(id);
		// One client at a time never meets another.
		const count = way.style === 'blocking' ? 1 : 2;
		const { program, output } = await heardOfProgram(preset(id), SESSIONS[id].slice(0, count), way);
		expect(program, output).toEqual(endpoint.slice(0, count));
	});
});

it.each(ways)('$language, $style: a script with other words is quoted, and named as left out', (way) => {
	const config = preset('chat');
	if (config.kind !== 'tcp-server') throw new Error('It is another kind.');
	const source = config.responder.script?.source.replace('somebody', 'nobody') ?? '';
	const changed = { ...config, responder: { ...config.responder, script: { source } } };
	const text = writtenConfig(changed, way);
	expect(text.includes('The script, which is JavaScript for Wirebench.')).toBe(way.language !== 'node');
	expect(text).toContain("state.name = line || 'nobody';");
	expect(writtenConfig(config, way)).not.toContain('The script, which');
});

it.each(['python', 'c'])('a program in %s that serves one client at a time says that it is alone', (language) => {
	expect(writtenConfig(preset('chat'), { language, style: 'blocking' })).toContain('each is alone in the chat');
});
