import { RESERVED } from '../expression/ast.ts';
import { parseExpression } from '../expression/parse.ts';
import { ExpressionFault } from '../expression/tokens.ts';
import type { Said } from '../sentences/said.ts';

/** Names of Kaitai that stand for others here, the long ones first. */
const SAME: readonly (readonly [RegExp, string])[] = [
	[/\b_io\s*\.\s*size\b/g, 'length()'],
	[/\b_io\s*\.\s*pos\b/g, 'position()'],
	[/\b_io\s*\.\s*eof\b/g, '(remaining() == 0)'],
	[/\b_index\b/g, 'index()'],
	[/\b_parent\b/g, 'parent'],
	[/\b_root\b/g, 'root'],
	[/(?<![\w.])_(?!\w)/g, 'item'],
	[/([A-Za-z_][\w.]*)\.to_i\b/g, 'number($1)'],
	[/([A-Za-z_][\w.]*)\.size\b/g, 'count($1)'],
	[/([A-Za-z_][\w.]*)\.length\b/g, 'length($1)'],
	[/\b(?:\w+::)+(\w+::\w+)/g, '$1'],
];

/** The name of a field: those that are words of expressions get a line behind them. */
export function fieldName(id: string): string {
	return RESERVED.has(id) ? `${id}_` : id;
}

/** An expression of Kaitai as one of ours, or what is wrong in it. Texts in quotes stay as they are. */
export function translated(
	written: string,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly said: Said } {
	const text = written
		.split(/("[^"]*"|'[^']*')/)
		.map((part, i) => (i % 2 === 1 ? part : SAME.reduce((all, [from, to]) => all.replace(from, to), part)))
		.join('')
		.trim();
	try {
		parseExpression(text);
		return { ok: true, text };
	} catch (error) {
		if (!(error instanceof ExpressionFault)) throw error;
		return { ok: false, said: error.said };
	}
}
