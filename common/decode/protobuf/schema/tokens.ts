import { protoError } from '../../../sentences/proto-error.ts';

/** A part of a .proto text: a name with its dots, a number, a text in quotes, or a sign. */
interface Token {
	readonly kind: 'name' | 'number' | 'text' | 'sign';
	readonly text: string;
	/** From 1. */
	readonly line: number;
}

const SPACE = /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y;
const KINDS = [
	['name', /\.?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/y],
	['number', /(?:0[xX][0-9a-fA-F]+|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)/y],
	['text', /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/y],
	['sign', /[{}[\]()<>=;,:+\-/]/y],
] as const;

function match(pattern: RegExp, text: string, at: number): string {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0] ?? '';
}

/** Reads a .proto text token by token. */
export class Tokens {
	readonly #tokens: readonly Token[];
	#at = 0;

	/** Throws `bad-input` where the text has no token. */
	constructor(text: string) {
		const tokens: Token[] = [];
		let line = 1;
		for (let at = 0; at < text.length; ) {
			const space = match(SPACE, text, at);
			line += space.split('\n').length - 1;
			at += space.length;
			if (at >= text.length) break;
			const [kind, found] = KINDS.map(([kind, pattern]) => [kind, match(pattern, text, at)] as const).find(
				([, found]) => found !== '',
			) ?? ['sign', ''];
			if (found === '') throw protoError('bad-input', 'protoCharacter', { line, character: text.charAt(at) });
			tokens.push({ kind, text: found, line });
			at += found.length;
		}
		this.#tokens = tokens;
	}

	get isEnd(): boolean {
		return this.#at >= this.#tokens.length;
	}

	/** Where the next token is. */
	get line(): number {
		return (this.#tokens[this.#at] ?? this.#tokens.at(-1))?.line ?? 1;
	}

	/** Whether this is next; it is not read. */
	isNext(text: string): boolean {
		const token = this.#tokens[this.#at];
		return token !== undefined && token.kind !== 'text' && token.text === text;
	}

	/** Reads it where it is next. */
	skip(text: string): boolean {
		const found = this.isNext(text);
		if (found) this.#at++;
		return found;
	}

	/** Reads it, or fails. */
	expect(text: string): void {
		if (!this.skip(text)) this.fail(text);
	}

	/** The next token of a kind; `expected` says what it is. */
	read(kind: Token['kind'], expected: string): string {
		const token = this.#tokens[this.#at];
		if (token?.kind !== kind) this.fail(expected);
		this.#at++;
		return token.text;
	}

	/** A whole number, with a minus before it or not. */
	integer(): number {
		const sign = this.skip('-') ? -1 : 1;
		return sign * Number(this.read('number', 'a number'));
	}

	/** Whatever is next, with what is in its brackets. */
	skipAny(): void {
		let open = 0;
		do {
			const token = this.#tokens[this.#at];
			if (token === undefined) this.fail('}');
			this.#at++;
			if (token.kind !== 'sign') continue;
			if (token.text === '{' || token.text === '[') open++;
			else if (token.text === '}' || token.text === ']') open--;
		} while (open > 0);
	}

	/** All up to this, with it. */
	skipThrough(text: string): void {
		while (!this.isNext(text)) this.skipAny();
		this.#at++;
	}

	fail(expected: string): never {
		const found = this.#tokens[this.#at]?.text;
		if (found === undefined) throw protoError('bad-input', 'protoEnd', { expected });
		throw protoError('bad-input', 'protoExpected', { line: this.line, expected, found });
	}
}
