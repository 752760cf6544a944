import { type Said, saidFault } from '../sentences/said.ts';

export type Token =
	| { readonly type: 'integer'; readonly value: bigint; readonly at: number }
	| { readonly type: 'number'; readonly value: number; readonly at: number }
	| { readonly type: 'text'; readonly value: string; readonly at: number }
	| { readonly type: 'name'; readonly value: string; readonly at: number }
	| { readonly type: 'sign'; readonly value: string; readonly at: number }
	| { readonly type: 'end'; readonly value: ''; readonly at: number };

/** A fault in an expression, at an offset of its text. */
export class ExpressionFault extends Error {
	override readonly name = 'ExpressionFault';
	readonly at: number;
	readonly said: Said;

	constructor(at: number, said: Said) {
		super(said.message);
		this.at = at;
		this.said = said;
	}
}

const SPACE = /[ \t\r\n]+/y;
const NUMBER = /0[xX][0-9a-fA-F]+|0[bB][01]+|\d+(\.\d+)?([eE][+-]?\d+)?/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const SIGN = /::|==|!=|<=|>=|<<|>>|&&|\|\||[-+*/%&|^~!<>()[\].,?:]/y;

/** Other spellings of operators. */
const SAME: Readonly<Record<string, string>> = { '&&': 'and', '||': 'or', '!': 'not' };

/** Digits of a literal at most: integers have 64 bits. */
const MOST_DIGITS = 70;

/** The tokens of an expression, with an `end` behind them. Throws an ExpressionFault. */
export function tokensOf(text: string): Token[] {
	const tokens: Token[] = [];
	let at = 0;
	const match = (pattern: RegExp): string | undefined => {
		pattern.lastIndex = at;
		return pattern.exec(text)?.[0];
	};
	while (at < text.length) {
		const space = match(SPACE);
		if (space !== undefined) {
			at += space.length;
			continue;
		}
		const token = tokenAt(text, at, match);
		tokens.push(token.token);
		at += token.length;
	}
	tokens.push({ type: 'end', value: '', at });
	return tokens;
}

function tokenAt(
	text: string,
	at: number,
	match: (pattern: RegExp) => string | undefined,
): { readonly token: Token; readonly length: number } {
	const number = match(NUMBER);
	if (number !== undefined) {
		if (number.length > MOST_DIGITS) throw new ExpressionFault(at, saidFault('expressionNumber'));
		const isInteger = /^(0[xXbB]|\d+$)/.test(number);
		return {
			token: isInteger
				? { type: 'integer', value: BigInt(number.toLowerCase()), at }
				: { type: 'number', value: Number(number), at },
			length: number.length,
		};
	}
	const name = match(NAME);
	if (name !== undefined) return { token: { type: 'name', value: name, at }, length: name.length };
	const first = text.charAt(at);
	if (first === '"' || first === "'") {
		const end = text.indexOf(first, at + 1);
		if (end === -1) throw new ExpressionFault(at, saidFault('expressionQuote'));
		return { token: { type: 'text', value: text.slice(at + 1, end), at }, length: end + 1 - at };
	}
	const sign = match(SIGN);
	if (sign !== undefined) return { token: { type: 'sign', value: SAME[sign] ?? sign, at }, length: sign.length };
	if (first === '=') throw new ExpressionFault(at, saidFault('expressionEquals'));
	throw new ExpressionFault(
		at,
		saidFault('expressionCharacter', { character: String.fromCodePoint(text.codePointAt(at) ?? 0) }),
	);
}
