import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { EditorState } from '@codemirror/state';
import { FUNCTIONS } from '../../../../common/structure/expression/ast.ts';
import { isExpression, keysOf, valuesOf } from './document-keys.ts';
import {
	elementsOf,
	type JsonPath,
	pathTo,
	propertiesOf,
	rootOf,
	type SyntaxNode,
	textOf,
	treeOf,
} from './json-tree.ts';

/** What can be written at a place of a structure: keys, their values, and names in expressions. */
export function completeStructure(context: CompletionContext): CompletionResult | null {
	const { state, pos } = context;
	const node = treeOf(state).resolveInner(pos, -1);
	const string = node.name === 'String' ? node : undefined;
	const isKey = isKeyPlace(state, string ?? node, pos);
	const word = context.matchBefore(/"?[\w.$-]*/);
	if (!context.explicit && string === undefined && (word === null || word.from === word.to)) return null;
	if (isKey) return keys(state, string, node, pos, word?.from ?? pos);
	return values(context, string, node, word?.from ?? pos);
}

/** Whether a key, not a value, stands or would stand there. */
function isKeyPlace(state: EditorState, node: SyntaxNode, pos: number): boolean {
	if (node.parent?.name === 'Property') return node.parent.firstChild?.from === node.from;
	const object = objectAround(node);
	if (object === undefined) return false;
	const before = state
		.sliceDoc(object.from, pos)
		.replace(/"?[\w.$-]*$/, '')
		.trimEnd();
	return before.endsWith('{') || before.endsWith(',');
}

/** The innermost object around a node, unless a list is nearer. */
function objectAround(node: SyntaxNode): SyntaxNode | undefined {
	for (let at: SyntaxNode | null = node; at !== null; at = at.parent) {
		if (at.name === 'ObjectExpression') return at;
		if (at.name === 'ArrayExpression') return undefined;
	}
	return undefined;
}

function keys(
	state: EditorState,
	string: SyntaxNode | undefined,
	node: SyntaxNode,
	pos: number,
	from: number,
): CompletionResult | null {
	const object = objectAround(string?.parent ?? node);
	if (object === undefined) return null;
	const present = propertiesOf(state, object);
	const own = string === undefined ? undefined : textOf(state, string);
	const type = present.get('type');
	const path = pathTo(state, object);
	const options = keysOf(path, type === undefined ? undefined : textOf(state, type))
		.filter((key) => key === own || !present.has(key))
		.map((key, i): Completion => {
			const hasColon = string !== undefined && /^\s*:/.test(state.sliceDoc(string.to, string.to + 8));
			return { label: key, apply: hasColon ? `"${key}"` : `"${key}": `, type: 'property', boost: -i };
		});
	return options.length === 0 ? null : { from: string?.from ?? from, to: string?.to ?? pos, options, filter: true };
}

function values(
	{ state, pos }: CompletionContext,
	string: SyntaxNode | undefined,
	node: SyntaxNode,
	from: number,
): CompletionResult | null {
	const path = pathTo(state, string ?? node);
	const key = path.at(-1);
	if (string !== undefined && isExpression(path)) return names(state, pos, path);
	const root = rootOf(state);
	const named =
		root === undefined || (key !== 'of' && key !== 'enum')
			? []
			: namesIn(state, root, key === 'of' ? 'types' : 'enums');
	const texts = [...named, ...valuesOf(path)];
	if (texts.length === 0) return null;
	return {
		from: string?.from ?? from,
		to: string?.to ?? pos,
		options: texts.map((text, i) => ({ label: text, apply: `"${text}"`, type: 'enum', boost: -Math.min(i, 99) })),
	};
}

function namesIn(state: EditorState, root: SyntaxNode, key: 'types' | 'enums'): string[] {
	const object = propertiesOf(state, root).get(key);
	return object === undefined ? [] : [...propertiesOf(state, object).keys()];
}

/** Fields and functions, in an expression. */
function names(state: EditorState, pos: number, path: JsonPath): CompletionResult | null {
	const root = rootOf(state);
	if (root === undefined) return null;
	const from = pos - (/[A-Za-z_]\w*$/.exec(state.sliceDoc(Math.max(0, pos - 64), pos))?.[0].length ?? 0);
	const fields = [...new Set(fieldNames(state, root))];
	return {
		from,
		options: [
			...fields.map((label): Completion => ({ label, type: 'variable', boost: 1 })),
			...(path.includes('until') ? [{ label: 'item', type: 'keyword' }] : []),
			...Object.keys(FUNCTIONS).map((label): Completion => ({ label, apply: `${label}()`, type: 'function' })),
		],
		validFor: /^\w*$/,
	};
}

/** The names of all fields of a document. */
function fieldNames(state: EditorState, node: SyntaxNode): string[] {
	if (node.name === 'ArrayExpression') return elementsOf(node).flatMap((element) => fieldNames(state, element));
	if (node.name !== 'ObjectExpression') return [];
	const properties = propertiesOf(state, node);
	const [name, type] = [properties.get('name'), properties.get('type')];
	const own = name === undefined || type === undefined ? [] : [textOf(state, name)];
	return [
		...own,
		...[...properties.values()].flatMap((value) => (value === undefined ? [] : fieldNames(state, value))),
	];
}
