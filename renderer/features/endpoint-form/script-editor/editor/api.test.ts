import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { readApi } from './api.ts';
import { completeApi } from './complete.ts';

/** The completions at the end of a text. */
function offered(text: string): string[] {
	const context = new CompletionContext(EditorState.create({ doc: text }), text.length, false);
	return completeApi(context)?.options.map(({ label }) => label) ?? [];
}

const CONNECTION = ['id', 'peer', 'local', 'state', 'send', 'end', 'reset', 'after'];

test('every declaration is parsed, with its signature and its comment', () => {
	const api = readApi();
	expect(api.handlers.map(({ name }) => name)).toEqual(['onOpen', 'onMessage', 'onEnd', 'onClose']);
	expect([...api.types.keys()]).toEqual(['Connection', 'Message']);
	expect(api.types.get('Connection')?.map(({ name }) => name)).toEqual(CONNECTION);
	expect(api.globals.map(({ name }) => name)).toContain('unpack');
	expect(api.globals.find(({ name }) => name === 'pack')?.about).toMatch(
		/^Values as bytes\. The format begins.*length\)\.$/,
	);
	for (const item of [...api.globals, ...api.handlers]) expect(item.about).not.toBe('');
});

test("members are those of the variable's type", () => {
	expect(offered('function onMessage(m, c) { c.')).toEqual(CONNECTION);
	expect(offered('const onMessage = async (m, c) => { m.')).toContain('text');
	expect(offered('for (const other of connections()) other.')).toEqual(CONNECTION);
	expect(offered('connection.se')).toEqual(CONNECTION);
	expect(offered('Math.')).toEqual([]);
});

test('handlers are offered at the start of a line, functions everywhere', () => {
	expect(offered('on')).toContain('onMessage');
	expect(offered('  x = cr')).toContain('crc32');
	expect(offered('  x = on')).not.toContain('onMessage');
});
