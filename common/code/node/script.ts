import type { CodeAnswers, CodeProgram } from '../description/program.ts';
import { indented } from '../text/lines.ts';
import { block, closed, type NodeFile } from './file.ts';
import { messageLoop } from './framing.ts';
import { canReset } from './sockets.ts';

/** What only Wirebench has: functions, and charsets that Node writes in no way. */
const OURS_ALONE = [
	/\b(?:pack|unpack|packedSize|crc16|crc32)\s*\(/,
	/\bbytes\s*\([^)]*,\s*['"`](?!(?:utf-?8|latin1|hex|utf-?16le)['"`])/i,
];

const HANDLERS = ['onOpen', 'onMessage', 'onEnd', 'onClose'];

/** Functions that a script may call, each on lines of its own. */
const HELPERS: ReadonlyMap<string, readonly string[]> = new Map([
	['log', ['const log = (...values) => console.log(...values);']],
	['connections', ['const connections = () => [...open].filter((connection) => connection.writable);']],
	['bytes', ["const bytes = (text, encoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding));"]],
	[
		'text',
		block(
			"function text(data, encoding = 'utf8')",
			'const copy = Buffer.from(data);',
			'return Buffer.isEncoding(encoding) ? copy.toString(encoding) : new TextDecoder(encoding).decode(copy);',
		),
	],
	[
		'hex',
		block(
			"function hex(data, separator = '')",
			"const pairs = Buffer.from(data).toString('hex').match(/../g) ?? [];",
			'return pairs.join(separator);',
		),
	],
	['concat', ['const concat = (...parts) => new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))));']],
	['sum8', ['const sum8 = (data) => Buffer.from(data).reduce((sum, byte) => (sum + byte) & 0xff, 0);']],
	['xor8', ['const xor8 = (data) => Buffer.from(data).reduce((value, byte) => value ^ byte, 0);']],
]);

/**
 * The script of an endpoint that a program for Node runs as it is; undefined where there is none, for datagrams, and for one
 * that needs what only Wirebench has.
 */
export function runnableScript(program: CodeProgram): string | undefined {
	const { script, place } = program;
	if (script === undefined || OURS_ALONE.some((pattern) => pattern.test(script))) return undefined;
	if (calls(script, 'reset') && !canReset(program)) return undefined;
	const namesPlaces = has(script, 'peer') || has(script, 'local');
	return place.transport === 'tcp' || (place.transport === 'unix' && !namesPlaces) ? script : undefined;
}

/** Whether a script reads a property with this name. */
const has = (script: string, property: string) => new RegExp(`[.{,]\\s*${property}\\b`).test(script);

const calls = (script: string, name: string) => new RegExp(`\\b${name}\\s*\\(`).test(script);

function defineHelpers(script: string, file: NodeFile): void {
	for (const [name, lines] of HELPERS) if (calls(script, name)) file.define(name, lines);
}

/** The class whose objects the script gets. */
function defineConnection(script: string, file: NodeFile): void {
	const address = (side: 'remote' | 'local') => `place(socket.${side}Address, socket.${side}Port)`;
	const places = [
		...(has(script, 'peer') ? [`this.peer = ${address('remote')};`] : []),
		...(has(script, 'local') ? [`this.local = ${address('local')};`] : []),
	];
	if (places.length > 0) {
		file.define(
			'place',
			block(
				'function place(address, port)',
				"const plain = address.replace(/^::ffff:(?=\\d+\\.)/, '');",
				`return plain.includes(':') ? \`[\${plain}]:\${port}\` : \`\${plain}:\${port}\`;`,
			),
		);
	}
	const delays = calls(script, 'after');
	file.define('Connection', [
		'const open = new Set();',
		'let opened = 0;',
		'',
		...file.note('scriptConnection'),
		...block(
			'class Connection',
			'state = {};',
			'#socket;',
			delays ? ['#delayed = new Set();', '#ending = false;'] : [],
			'',
			block(
				'constructor(socket)',
				'this.#socket = socket;',
				'opened += 1;',
				'this.id = opened;',
				places,
				delays ? "socket.once('close', () => this.#delayed.forEach((timer) => clearTimeout(timer)));" : [],
			),
			'',
			block('get writable()', 'return this.#socket.writable;'),
			'',
			block(
				'send(data)',
				"if (!this.writable) throw new Error('Nothing more can be sent on this connection.');",
				'this.#socket.write(Buffer.from(data));',
			),
			'',
			block('end()', 'this.#socket.end();'),
			calls(script, 'reset') ? ['', ...file.note('scriptReset'), ...RESET] : [],
			delays ? ['', ...AFTER, '', ...file.note('scriptEnd'), ...END_WHEN_DONE] : [],
		),
	]);
}

const RESET = block('reset()', "this.#socket.write('', () => this.#socket.resetAndDestroy());");

/** The method for delayed calls. */
const AFTER = block(
	'after(ms, callback)',
	'let timer;',
	closed(
		'};',
		block(
			'const cancel = () =>',
			'clearTimeout(timer);',
			'this.#delayed.delete(timer);',
			'if (this.#ending) this.endWhenDone();',
		),
	),
	closed('}, ms);', block('timer = setTimeout(() =>', 'call(callback);', 'cancel();')),
	'this.#delayed.add(timer);',
	'return cancel;',
);

const END_WHEN_DONE = block(
	'endWhenDone()',
	'this.#ending = true;',
	'if (this.#delayed.size === 0) this.#socket.end();',
);

/** The properties of a message. */
function messageOf(script: string, { framing }: CodeAnswers): string[] {
	const given = (name: 'head' | 'eol', isThere: boolean) =>
		has(script, name) ? [`${name}: ${isThere ? `new Uint8Array(${name})` : 'new Uint8Array(0)'}`] : [];
	return [
		'n',
		'bytes: new Uint8Array(data)',
		'text: data.toString()',
		"hex: data.toString('hex')",
		'length: data.length',
		...given('head', framing.type === 'length'),
		...given('eol', framing.type === 'delimiter'),
	].map((property) => `  ${property},`);
}

/** The script within a function: indented, unless that could change a text that goes over several lines. */
function sourceLines(script: string): string[] {
	const lines = script.trimEnd().split('\n');
	return script.includes('`') ? lines : indented(lines, '  ');
}

/** What a program does on one connection for which a script answers. */
export function scriptConversation(answers: CodeAnswers, script: string, file: NodeFile): string[] {
	const handlers = HANDLERS.filter((name) => new RegExp(`\\b(?:function|const|let|var)\\s+${name}\\b`).test(script));
	const call = (name: string, ...given: readonly string[]) =>
		handlers.includes(name) ? [`call(script.${name}, ${[...given, 'connection'].join(', ')});`] : [];
	const { framing } = answers;
	const { before, head } = messageLoop(framing, { head: has(script, 'head'), eol: has(script, 'eol') }, file);
	file.define('call', [
		...file.note('scriptCall'),
		...block(
			'async function call(handler, ...values)',
			closed('} catch (error) {', block('try', 'await handler(...values);')),
			'  console.error(error);',
			'}',
		),
	]);
	defineConnection(script, file);
	defineHelpers(script, file);
	file.define('script', [
		...file.note('scriptItself'),
		'const script = (() => {',
		...sourceLines(script),
		'',
		`  return { ${handlers.join(', ')} };`,
		'})();',
	]);
	return [
		'const connection = new Connection(socket);',
		'open.add(connection);',
		...closed('});', block("socket.once('close', () =>", 'open.delete(connection);', call('onClose'))),
		...call('onOpen'),
		'let n = 0;',
		...before,
		...block(
			head,
			'n += 1;',
			handlers.includes('onMessage') ? ['const message = {', ...messageOf(script, answers), '};'] : [],
			call('onMessage', 'message'),
		),
		...call('onEnd'),
		calls(script, 'after') ? 'connection.endWhenDone();' : 'connection.end();',
	];
}
