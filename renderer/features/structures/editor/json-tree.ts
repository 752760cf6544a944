import { javascriptLanguage } from '@codemirror/lang-javascript';
import { ensureSyntaxTree, LanguageSupport, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';

/** JSON, by the grammar of JavaScript's expressions, of which it is a part. */
export const json = new LanguageSupport(javascriptLanguage.configure({ top: 'SingleExpression' }));

/** A node of the tree of an editor's text. */
export type SyntaxNode = ReturnType<typeof syntaxTree>['topNode'];

export type JsonPath = readonly (string | number)[];

const VALUES: ReadonlySet<string> = new Set([
	'ObjectExpression',
	'ArrayExpression',
	'String',
	'Number',
	'BooleanLiteral',
	'null',
	'UnaryExpression',
]);

/** Milliseconds that a key or a mark may wait for the text to be parsed. */
const PARSE_MS = 200;

/** The tree of the whole text, also just after it has changed: the editor itself parses on in pauses. */
export function treeOf(state: EditorState): ReturnType<typeof syntaxTree> {
	return ensureSyntaxTree(state, state.doc.length, PARSE_MS) ?? syntaxTree(state);
}

/** The value of a whole document. */
export function rootOf(state: EditorState): SyntaxNode | undefined {
	const { topNode } = treeOf(state);
	return childrenOf(topNode).find(({ name }) => VALUES.has(name));
}

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
	const children: SyntaxNode[] = [];
	for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
	return children;
}

/** The text in quotes of a string. */
export function textOf(state: EditorState, node: SyntaxNode): string {
	return state.sliceDoc(node.from, node.to).replace(/^"|"$/g, '');
}

/** The key of a property, and its value where it is written. */
export function propertyOf(
	state: EditorState,
	property: SyntaxNode,
): { readonly key: string; readonly value: SyntaxNode | undefined } {
	const [key, ...rest] = childrenOf(property);
	return { key: key === undefined ? '' : textOf(state, key), value: rest.find(({ name }) => VALUES.has(name)) };
}

/** The keys of an object with their values. */
export function propertiesOf(state: EditorState, object: SyntaxNode): ReadonlyMap<string, SyntaxNode | undefined> {
	const properties = childrenOf(object).filter(({ name }) => name === 'Property');
	return new Map(
		properties.map((property) => {
			const { key, value } = propertyOf(state, property);
			return [key, value] as const;
		}),
	);
}

/** The elements of a list. */
export function elementsOf(array: SyntaxNode): SyntaxNode[] {
	return childrenOf(array).filter(({ name }) => VALUES.has(name));
}

/** The value at a path, or the innermost one around it that is written; undefined in an empty document. */
export function valueAt(state: EditorState, path: JsonPath): SyntaxNode | undefined {
	let node = rootOf(state);
	for (const step of path) {
		const next: SyntaxNode | undefined =
			node === undefined
				? undefined
				: typeof step === 'number'
					? elementsOf(node)[step]
					: propertiesOf(state, node).get(step);
		if (next === undefined) return node;
		node = next;
	}
	return node;
}

/** The steps from the document to a node that is a value, a property or in one. */
export function pathTo(state: EditorState, node: SyntaxNode): JsonPath {
	const path: (string | number)[] = [];
	for (let inner: SyntaxNode = node, outer = node.parent; outer !== null; inner = outer, outer = outer.parent) {
		if (outer.name === 'Property') path.unshift(propertyOf(state, outer).key);
		else if (outer.name === 'ArrayExpression') {
			const at = inner;
			path.unshift(elementsOf(outer).filter(({ from }) => from < at.from).length);
		}
	}
	return path;
}

/** The steps of a path as it is written: `fields[2].length`. */
export function stepsOf(path: string): JsonPath {
	return [...path.matchAll(/\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|[^.[\]]+/g)].map(([step, index, quoted]) =>
		index === undefined ? (quoted ?? step) : Number(index),
	);
}
