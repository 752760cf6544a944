import { likelyNames } from '../sentences/likely.ts';
import { saidFault } from '../sentences/said.ts';
import { type BinaryOperator, type Expression, FUNCTIONS, type FunctionName, type Step } from './ast.ts';
import { ExpressionFault, type Token, tokensOf } from './tokens.ts';

/** Characters of an expression, and how deep its parts nest. */
export const MOST_CHARACTERS = 1000;
const MOST_NESTED = 64;

/** How tightly operators bind, the loosest first: as in Python, bit operators bind tighter than comparisons. */
const LEVEL_OF: Readonly<Record<BinaryOperator, number>> = {
	or: 0,
	and: 1,
	'==': 2,
	'!=': 2,
	'<': 2,
	'<=': 2,
	'>': 2,
	'>=': 2,
	'|': 3,
	'^': 4,
	'&': 5,
	'<<': 6,
	'>>': 6,
	'+': 7,
	'-': 7,
	'*': 8,
	'/': 8,
	'%': 8,
};
/** `not` binds looser than comparisons. */
const NOT_LEVEL = 2;

function isBinary(text: string): text is BinaryOperator {
	return Object.hasOwn(LEVEL_OF, text);
}

function isFunction(name: string): name is FunctionName {
	return Object.hasOwn(FUNCTIONS, name);
}

/**
 * Reads an expression:
 *
 *   expression = operation ["?" expression ":" expression]
 *   operand    = number | "text" | true | false | Enum::member | function(…) | field{.name | [index]} | (expression)
 *
 * Throws an ExpressionFault, and nothing else.
 */
export function parseExpression(text: string): Expression {
	if (text.length > MOST_CHARACTERS)
		throw new ExpressionFault(MOST_CHARACTERS, saidFault('expressionLong', { most: MOST_CHARACTERS }));
	return new Parser(tokensOf(text)).whole();
}

class Parser {
	readonly #tokens: readonly Token[];
	#next = 0;
	#depth = 0;

	constructor(tokens: readonly Token[]) {
		this.#tokens = tokens;
	}

	whole(): Expression {
		const expression = this.#choice();
		if (this.#peek().type !== 'end') this.#unexpected('expressionRest');
		return expression;
	}

	#peek(): Token {
		return this.#tokens[this.#next] ?? { type: 'end', value: '', at: 0 };
	}

	#is(value: string): boolean {
		const token = this.#peek();
		return (token.type === 'sign' || token.type === 'name') && token.value === value;
	}

	#accepts(value: string): boolean {
		if (!this.#is(value)) return false;
		this.#next++;
		return true;
	}

	#expect(value: string): void {
		if (!this.#accepts(value))
			throw new ExpressionFault(this.#peek().at, saidFault('expressionExpected', { expected: value }));
	}

	#unexpected(says: 'expressionRest' | 'expressionOperand'): never {
		throw new ExpressionFault(this.#peek().at, saidFault(says));
	}

	#nested<T>(body: () => T): T {
		this.#depth++;
		if (this.#depth > MOST_NESTED)
			throw new ExpressionFault(this.#peek().at, saidFault('expressionDeep', { most: MOST_NESTED }));
		const result = body();
		this.#depth--;
		return result;
	}

	#choice(): Expression {
		return this.#nested(() => {
			const condition = this.#operation(0);
			const { at } = this.#peek();
			if (!this.#accepts('?')) return condition;
			const then = this.#choice();
			this.#expect(':');
			return { type: 'choice', condition, then, otherwise: this.#choice(), at };
		});
	}

	#operation(least: number): Expression {
		let left = this.#unary(least);
		for (;;) {
			const { value, at, type } = this.#peek();
			const operator = String(value);
			if (type === 'text' || !isBinary(operator)) return left;
			const level = LEVEL_OF[operator];
			if (level < least) return left;
			this.#next++;
			left = { type: 'binary', operator, left, right: this.#operation(level + 1), at };
		}
	}

	#unary(least: number): Expression {
		return this.#nested(() => {
			const { at } = this.#peek();
			if (this.#accepts('not'))
				return { type: 'unary', operator: 'not', of: this.#operation(Math.max(least, NOT_LEVEL)), at };
			if (this.#accepts('-')) return { type: 'unary', operator: '-', of: this.#unary(least), at };
			if (this.#accepts('~')) return { type: 'unary', operator: '~', of: this.#unary(least), at };
			return this.#operand();
		});
	}

	#operand(): Expression {
		const token = this.#peek();
		const { at } = token;
		if (this.#accepts('(')) {
			const inner = this.#choice();
			this.#expect(')');
			return inner;
		}
		if (token.type === 'integer' || token.type === 'number' || token.type === 'text') {
			this.#next++;
			return { type: 'literal', value: token.value, at };
		}
		if (this.#accepts('true')) return { type: 'literal', value: true, at };
		if (this.#accepts('false')) return { type: 'literal', value: false, at };
		if (token.type !== 'name' || token.value === 'and' || token.value === 'or') this.#unexpected('expressionOperand');
		this.#next++;
		if (this.#accepts('(')) return this.#call(token.value, at);
		if (this.#accepts('::')) {
			const member = this.#peek();
			if (member.type !== 'name' && member.type !== 'text') this.#unexpected('expressionOperand');
			this.#next++;
			return { type: 'member', of: token.value, name: String(member.value), at };
		}
		return { type: 'field', name: token.value, steps: this.#steps(), at };
	}

	#steps(): Step[] {
		const steps: Step[] = [];
		for (;;) {
			const { at } = this.#peek();
			if (this.#accepts('.')) {
				const name = this.#peek();
				if (name.type !== 'name') this.#unexpected('expressionOperand');
				this.#next++;
				steps.push({ name: name.value, at: name.at });
			} else if (this.#accepts('[')) {
				steps.push({ index: this.#choice(), at });
				this.#expect(']');
			} else return steps;
		}
	}

	#call(name: string, at: number): Expression {
		if (!isFunction(name)) {
			const names = likelyNames(name, Object.keys(FUNCTIONS));
			throw new ExpressionFault(at, saidFault('expressionFunction', { name, names }));
		}
		const args: Expression[] = [];
		while (!this.#is(')')) {
			if (args.length > 0) this.#expect(',');
			args.push(this.#choice());
		}
		this.#expect(')');
		const [least, most] = FUNCTIONS[name];
		if (args.length < least || args.length > most)
			throw new ExpressionFault(at, saidFault('expressionArguments', { name, most }));
		return { type: 'call', name, args, at };
	}
}
