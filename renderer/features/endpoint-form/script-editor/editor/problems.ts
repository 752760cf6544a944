import type { Diagnostic } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import type { ScriptFault } from '../../../../../common/contract/config/script.ts';

/** A fault as an editor diagnostic: from its place to the end of the word, or of the line where there is none. */
export function diagnosticOf(doc: Text, { message, line = 1, column = 1 }: ScriptFault): Diagnostic {
	const at = doc.line(Math.min(line, doc.lines));
	const from = Math.min(at.from + column - 1, at.to);
	const word = /^[\w$]+/.exec(doc.sliceString(from, at.to))?.[0].length ?? 1;
	return { from, to: Math.min(from + word, at.to), severity: 'error', message };
}
