import { DIRECTIONS, EVENT_KINDS } from '../capture/event.ts';
import { LIMITS } from '../contract/base/limits.ts';
import { toHex } from '../payload/hex.ts';
import { parseHex } from '../payload/hex-notation/index.ts';
import { encodeText } from '../payload/text.ts';
import { nearest } from '../words/near.ts';
import { type Equality, type Filter, MARK_VALUES } from './ast.ts';
import { BUILT_IN, type KnownProtocols } from './decoded/known.ts';
import { printPath } from './decoded/path.ts';
import { FilterError, filterSentence } from './error.ts';
import { type Token, tokens, type Written } from './lexer.ts';
import { parseNumber } from './numbers.ts';

type FieldToken = Extract<Token, { type: 'field' }>;

/**
 * Reads a filter:
 *
 *   filter = all { "or" all }        all  = one { ["and"] one }
 *   one    = "not" one | "(" filter ")" | word | "quoted" | field | decoded | "/" regular expression "/" ["i"]
 *   decoded = protocol { "." name } (":" | comparison | "contains") value
 *
 * Words are found in any case of ASCII letters, quoted text exactly. Keywords and field names are read in any case; what
 * only looks like a field is a word (see filterHints). Regular expressions are not compiled here: see checkRegexes.
 * Throws FilterError, and nothing else, for an invalid filter: also for empty text and for more than
 * LIMITS.filterChars characters.
 */
export function parseFilter(text: string, known: KnownProtocols = BUILT_IN): Filter {
	if (text.length > LIMITS.filterChars) {
		throw new FilterError(
			filterSentence('bad-input', 'filterTooLong', { most: LIMITS.filterChars }),
			LIMITS.filterChars,
			0,
		);
	}
	const reader = new Parser(tokens(text, known), known);
	return reader.whole();
}

class Parser {
	readonly #tokens: readonly Token[];
	readonly #known: KnownProtocols;
	#next = 0;

	constructor(all: readonly Token[], known: KnownProtocols) {
		this.#tokens = all;
		this.#known = known;
	}

	whole(): Filter {
		const filter = this.#any();
		const rest = this.#peek();
		if (rest.type !== 'end') throw new FilterError(filterSentence('bad-input', 'filterClosesNothing'), rest.at, 1);
		return filter;
	}

	#any(): Filter {
		const items = [this.#all()];
		while (this.#peek().type === 'or') {
			this.#next++;
			items.push(this.#all());
		}
		return joined('or', items);
	}

	#all(): Filter {
		const items = [this.#one()];
		for (;;) {
			const { type } = this.#peek();
			if (type === 'or' || type === ')' || type === 'end') return joined('and', items);
			if (type === 'and') this.#next++;
			items.push(this.#one());
		}
	}

	#one(): Filter {
		const token = this.#peek();
		this.#next++;
		if (token.type === 'not') return { type: 'not', item: this.#one() };
		if (token.type === 'value') return token.quoted ? textOf(token) : { type: 'word', text: textOf(token).text };
		if (token.type === 'regex') return { type: 'regex', pattern: token.pattern, anyCase: token.anyCase };
		if (token.type === 'field') return fieldFilter(token, this.#known);
		if (token.type === 'decoded') return decodedFilter(token, this.#known);
		if (token.type !== '(') {
			const found = token.type === 'end' ? '' : token.type;
			throw new FilterError(
				filterSentence('bad-input', 'filterNoCondition', { found }),
				token.at,
				token.end - token.at,
			);
		}
		const inside = this.#any();
		const close = this.#peek();
		if (close.type !== ')') throw new FilterError(filterSentence('bad-input', 'filterNotClosed'), close.at, 0);
		this.#next++;
		return inside;
	}

	#peek(): Token {
		const token = this.#tokens[this.#next] ?? this.#tokens.at(-1);
		if (token === undefined)
			throw new FilterError(filterSentence('bad-input', 'filterNoCondition', { found: '' }), 0, 0);
		return token;
	}
}

function joined(type: 'and' | 'or', items: readonly Filter[]): Filter {
	const [first, second] = items;
	return first !== undefined && second === undefined ? first : { type, items };
}

function textOf({ text, quoted, at, end }: Written): Extract<Filter, { type: 'text' }> {
	if (text === '') throw new FilterError(filterSentence('bad-input', 'filterNoText'), at, end - at);
	if (!encodeText(text).ok) throw new FilterError(filterSentence('bad-input', 'filterHalfCharacter'), at, end - at);
	return { type: 'text', text, exact: quoted };
}

function fieldFilter(token: FieldToken, known: KnownProtocols): Filter {
	const { field: name, value, is } = token;
	if (name === 'text' || name === 'hex') {
		if (is !== '=') throw badComparison(token, 'filterOnlyContains');
		return name === 'text' ? textOf(value) : { type: 'hex', hex: hexOf(value) };
	}
	if (name === 'note') {
		if (is !== '=') throw badComparison(token, 'filterOnlyContains');
		if (value.text === '*' && !value.quoted) return { type: name, text: '', exact: false };
		const { text, exact } = textOf(value);
		return { type: name, text, exact };
	}
	if (name === 'mark') return { type: name, is: equality(token), value: choice(value, MARK_VALUES) };
	if (name === 'protocol') {
		const id = known.idOf(value.text);
		return { type: name, is: equality(token), value: id ?? choice(value, known.ids) };
	}
	if (name === 'dir') return { type: name, is: equality(token), value: choice(value, DIRECTIONS) };
	if (name === 'kind') return { type: name, is: equality(token), value: choice(value, EVENT_KINDS) };
	if (name === 'endpoint') {
		if (value.text === '')
			throw new FilterError(filterSentence('bad-input', 'filterNoEndpoint'), value.at, value.end - value.at);
		return { type: name, is: equality(token), name: value.text };
	}
	return { type: 'number', field: name, is, value: parseNumber(name, value) };
}

function decodedFilter(token: Extract<Token, { type: 'decoded' }>, known: KnownProtocols): Filter {
	const { path, starts, is, value, pathEnd } = token;
	const unknown = known.unknownIn?.(path);
	if (unknown !== undefined) {
		const { at, near = '' } = unknown;
		const from = starts[at] ?? token.at;
		const to = (starts[at + 1] ?? pathEnd + 1) - 1;
		const sentence = filterSentence('bad-input', 'filterUnknownField', {
			field: printPath(path.slice(0, at + 1)),
			near,
		});
		throw new FilterError(sentence, from, to - from);
	}
	if (is === 'present') return { type: 'decoded', path, is, value: '', exact: false };
	if (value.text === '' && !value.quoted) {
		throw new FilterError(filterSentence('bad-input', 'filterNoValue'), value.at, value.end - value.at);
	}
	return { type: 'decoded', path, is, value: value.text, exact: value.quoted };
}

function badComparison(token: FieldToken, says: 'filterOnlyContains' | 'filterOnlyEqual'): FilterError {
	const at = token.at + token.name.length;
	const sentence = filterSentence('bad-input', says, { field: token.field });
	return new FilterError(sentence, at, Math.max(0, token.value.at - at));
}

function equality(token: FieldToken): Equality {
	if (token.is === '=' || token.is === '!=') return token.is;
	throw badComparison(token, 'filterOnlyEqual');
}

function choice<T extends string>({ text, at, end }: Written, known: readonly T[]): T {
	const found = known.find((name) => name === text.toLowerCase());
	if (found !== undefined) return found;
	const near = nearest(text, known) ?? '';
	const list = { known: known.slice(0, -1).join(', '), last: known.at(-1) ?? '', near };
	throw new FilterError(filterSentence('bad-input', 'filterUnknownValue', list), at, end - at);
}

/** The digits of a `hex:` value, in any supported notation of hexadecimal. */
function hexOf({ text, quoted, at, end }: Written): string {
	const isList = !quoted && /[[{,;]/.test(text) ? 1 : 0;
	const read = parseHex(text);
	if (!read.ok) {
		const start = Math.min(at + (quoted ? 1 : 0) + read.position, end);
		const sentence = filterSentence('bad-input', 'filterBadHex', { why: read, isList });
		throw new FilterError(sentence, start, Math.min(1, end - start));
	}
	// Without quotes the rest of a list would be parsed as words.
	if (read.bytes.length === 0 || (!quoted && /[,;:-]$/.test(text) && !/}\s*;$/.test(text))) {
		throw new FilterError(filterSentence('bad-input', 'filterNoBytes', { isList }), at, end - at);
	}
	return toHex(read.bytes);
}
