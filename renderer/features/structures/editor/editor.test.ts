import { CompletionContext } from '@codemirror/autocomplete';
import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkStructureText } from '../../../../common/structure/read.ts';
import { STRUCTURE_SAMPLES } from '../../../../common/structure/samples/index.ts';
import { completeStructure } from './completions.ts';
import { json, stepsOf, valueAt } from './json-tree.ts';
import { diagnosticOf } from './problem-places.ts';
import { structureText } from './texts.ts';

/** The state of an editor with a text, parsed to its end. */
function stateOf(text: string): EditorState {
	const state = EditorState.create({ doc: text, extensions: [json] });
	ensureSyntaxTree(state, state.doc.length, 5000);
	return state;
}

/** What is offered where the text has a |. */
function offered(marked: string): string[] {
	const at = marked.indexOf('|');
	const state = stateOf(marked.replace('|', ''));
	return completeStructure(new CompletionContext(state, at, true))?.options.map(({ label }) => label) ?? [];
}

/** The text that a problem is marked at. */
function markedText(text: string): string[] {
	const state = stateOf(text);
	return checkStructureText(text).problems.map((problem) => {
		const { from, to } = diagnosticOf(state, problem, '', 'error');
		return state.sliceDoc(from, to);
	});
}

test.each(STRUCTURE_SAMPLES.map((sample) => [sample.id, sample] as const))(
	'the text of %s is its JSON',
	(_, sample) => {
		expect(JSON.parse(structureText(sample))).toEqual(JSON.parse(JSON.stringify(sample)));
	},
);

test('any JSON is written as what it is', () => {
	fc.assert(
		fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
			expect(JSON.parse(structureText(value))).toEqual(JSON.parse(JSON.stringify(value)));
		}),
	);
});

test('keys are offered by what stands there, without those that are there', () => {
	expect(offered('{ | }')).toContain('fields');
	expect(offered('{ "structure": 1, "| }')).not.toContain('structure');
	expect(offered('{ "fields": [{ "name": "a", "type": "checksum", "|" }] }')).toContain('algorithm');
	expect(offered('{ "fields": [{ "name": "a", "type": "u8", "|" }] }')).not.toContain('algorithm');
	expect(offered('{ "types": { "Head": { "|" } } }')).toEqual(['doc', 'fields']);
});

test('values are offered by their key', () => {
	expect(offered('{ "fields": [{ "type": "|" }] }').slice(0, 2)).toEqual(['u8', 'u16']);
	expect(offered('{ "order": "|" }')).toEqual(['be', 'le']);
	expect(offered('{ "fields": [{ "type": "u8", "enum": "|" }], "enums": { "Kind": { "1": "data" } } }')).toEqual([
		'Kind',
	]);
});

test('fields and functions are offered in expressions', () => {
	const names = offered(
		'{ "fields": [{ "name": "size", "type": "u8" }, { "name": "b", "type": "bytes", "length": "si|" }] }',
	);
	expect(names).toEqual(expect.arrayContaining(['size', 'b', 'length']));
});

test('a fault is marked at its place: a value, or a character of an expression', () => {
	expect(markedText('{ "structure": 1, "id": "a", "fields": [{ "name": "a", "type": "u99" }] }')).toEqual(['"u99"']);
	const unknown = '{ "structure": 1, "id": "a", "fields": [{ "name": "b", "type": "bytes", "length": "1 + nope" }] }';
	expect(markedText(unknown)).toEqual(['n']);
});

test('a path that is written in words is that of the value', () => {
	const state = stateOf('{ "a": [{ "b": 1 }, { "b": 22 }] }');
	const node = valueAt(state, stepsOf('a[1].b'));
	expect(node && state.sliceDoc(node.from, node.to)).toBe('22');
});
