import type { Expression } from '../expression/ast.ts';
import type { Body, Formula, IntegerBody, Layout } from './program.ts';
import { switchParts } from './walk.ts';

/**
 * Finds the integers that only say how long a field behind them is, or how many elements it has, and makes them computed in
 * composed messages: where an array has the count `n - 1`, n is `count(array) + 1`.
 */
export function inferSizes({ parts }: Layout): void {
	for (const [i, { name, body }] of parts.entries()) {
		if (name === '') continue;
		for (const { formula, call } of sizesOf(body)) {
			const of: Expression = { type: 'call', name: call, args: [{ type: 'field', name, steps: [], at: 0 }], at: 0 };
			const solved = solve(formula.expression, of);
			if (solved === undefined) continue;
			const before = parts.slice(0, i).findLast((part) => part.name === solved.name);
			const integer = before && integerAt(before.body, solved.steps);
			if (integer === undefined || integer.compute !== undefined || integer.only !== undefined) continue;
			integer.compute = { text: formula.text, expression: solved.value, isInferred: true };
		}
	}
}

/** The formulas for the size of a body. */
function sizesOf(body: Body): { readonly formula: Formula; readonly call: 'length' | 'count' }[] {
	switch (body.kind) {
		case 'text':
		case 'bytes':
		case 'struct':
			return body.length === undefined ? [] : [{ formula: body.length, call: 'length' }];
		case 'array':
			return [
				...(body.length === undefined ? [] : [{ formula: body.length, call: 'length' as const }]),
				...(body.count === undefined ? [] : [{ formula: body.count, call: 'count' as const }]),
			];
		case 'switch':
			return switchParts(body).flatMap((part) => sizesOf(part.body));
		default:
			return [];
	}
}

/** The integer at the end of a path of names within structures that are written in place. */
function integerAt(body: Body, steps: readonly string[]): IntegerBody | undefined {
	const [first, ...rest] = steps;
	if (first === undefined) return body.kind === 'integer' ? body : undefined;
	const inner = body.kind === 'struct' ? body.layout.parts.find(({ name }) => name === first) : undefined;
	return inner && integerAt(inner.body, rest);
}

interface Solved {
	readonly name: string;
	readonly steps: readonly string[];
	readonly value: Expression;
}

/** Solves `expression = value` for the only field in it, where it is linear. */
function solve(expression: Expression, value: Expression): Solved | undefined {
	if (expression.type === 'field') {
		const steps = expression.steps.flatMap((step) => ('name' in step ? [step.name] : []));
		return steps.length === expression.steps.length ? { name: expression.name, steps, value } : undefined;
	}
	if (expression.type !== 'binary') return undefined;
	const { operator, left, right } = expression;
	const combined = (other: '+' | '-' | '*' | '/', one: Expression, two: Expression): Expression => ({
		type: 'binary',
		operator: other,
		left: one,
		right: two,
		at: 0,
	});
	if (right.type === 'literal') {
		if (operator === '+') return solve(left, combined('-', value, right));
		if (operator === '-') return solve(left, combined('+', value, right));
		if (operator === '*') return solve(left, combined('/', value, right));
		if (operator === '/') return solve(left, combined('*', value, right));
	}
	if (left.type === 'literal') {
		if (operator === '+') return solve(right, combined('-', value, left));
		if (operator === '-') return solve(right, combined('-', left, value));
		if (operator === '*') return solve(right, combined('/', value, left));
	}
	return undefined;
}
