import { toHex } from '../../payload/hex.ts';
import { BINARY_OPERATORS, type BinaryOperator, type Expression, type Step, type Value } from './ast.ts';

/** An expression as text, which is read as the same expression. */
export function expressionText(expression: Expression): string {
	switch (expression.type) {
		case 'literal':
			return literalText(expression.value);
		case 'member':
			return `${expression.of}::${/^[A-Za-z_]\w*$/.test(expression.name) ? expression.name : `"${expression.name}"`}`;
		case 'field':
			return fieldText(expression.name, expression.steps);
		case 'call':
			return `${expression.name}(${expression.args.map(expressionText).join(', ')})`;
		case 'unary':
			return `${expression.operator === 'not' ? 'not ' : expression.operator}${operandText(expression.of)}`;
		case 'binary': {
			const { operator, left, right } = expression;
			return `${operandText(left, operator)} ${operator} ${operandText(right, operator)}`;
		}
		case 'choice': {
			const { condition, then, otherwise } = expression;
			return `${operandText(condition)} ? ${expressionText(then)} : ${expressionText(otherwise)}`;
		}
	}
}

/** The path of a field: `frame.items[0].kind`. */
export function fieldText(name: string, steps: readonly Step[]): string {
	return steps.reduce(
		(path, step) => ('name' in step ? `${path}.${step.name}` : `${path}[${expressionText(step.index)}]`),
		name,
	);
}

/** A value as an expression has it; bytes are in hexadecimal. */
export function literalText(value: Value): string {
	if (value instanceof Uint8Array) return toHex(value, ' ');
	if (typeof value !== 'string') return String(value);
	return value.includes('"') ? `'${value}'` : `"${value}"`;
}

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);
const ARITHMETIC: ReadonlySet<string> = new Set(BINARY_OPERATORS.slice(8));

/** In parentheses, unless they are superfluous for everybody: comparisons within `and`, sums within comparisons. */
function operandText(expression: Expression, within?: BinaryOperator): string {
	const text = expressionText(expression);
	if (expression.type === 'choice' || (expression.type === 'unary' && expression.operator === 'not'))
		return `(${text})`;
	if (expression.type !== 'binary' || within === undefined) return expression.type === 'binary' ? `(${text})` : text;
	const { operator } = expression;
	const isLoose = within === 'and' || within === 'or';
	const isPlain = isLoose
		? COMPARISONS.has(operator) || operator === within
		: COMPARISONS.has(within) && ARITHMETIC.has(operator);
	return isPlain ? text : `(${text})`;
}
