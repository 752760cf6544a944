import type { Diagnostic } from '@codemirror/lint';
import type { EditorState } from '@codemirror/state';
import type { StructureProblem } from '../../../../common/structure/read.ts';
import { stepsOf, valueAt } from './json-tree.ts';

/** Where a problem is in the text of a structure: the value at its place, or the character that its position names. */
export function diagnosticOf(
	state: EditorState,
	{ path, position }: StructureProblem,
	message: string,
	severity: Diagnostic['severity'],
): Diagnostic {
	const { length } = state.doc;
	const node = path === '' ? undefined : valueAt(state, stepsOf(path));
	if (node === undefined) {
		const from = Math.min(position ?? 0, length);
		return { from, to: Math.min(from + 1, length), severity, message };
	}
	// The text of an expression begins behind its quote.
	const from = position === undefined ? node.from : Math.min(node.from + 1 + position, node.to);
	return {
		from,
		to: position === undefined ? endOfFirstLine(state, node.from, node.to) : Math.min(from + 1, node.to),
		severity,
		message,
	};
}

/** A long object is marked in its first line alone. */
function endOfFirstLine(state: EditorState, from: number, to: number): number {
	return Math.max(Math.min(to, state.doc.lineAt(from).to), from);
}
