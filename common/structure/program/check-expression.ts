import { nearest } from '../../words/near.ts';
import { type Expression, ITEM, PARENT, ROOT, type Step, VARIABLES } from '../expression/ast.ts';
import { ExpressionFault } from '../expression/tokens.ts';
import { likelyNames, noField } from '../sentences/likely.ts';
import { saidFault } from '../sentences/said.ts';
import type { Kind } from './names.ts';

/** What the names in an expression can be. */
export interface Known {
	readonly fields: ReadonlyMap<string, Kind>;
	readonly enums: ReadonlyMap<string, ReadonlyMap<string, bigint>>;
	/** Variables, which are behind VARIABLES; left out: there are none. */
	readonly variables?: ReadonlySet<string> | undefined;
}

const AROUND: readonly string[] = [PARENT, ROOT];

/** The kind of what an expression computes. Throws an ExpressionFault for a name that there is not, and for kinds that do not fit. */
export function checkExpression(expression: Expression, known: Known, hasItem: boolean): Kind {
	const check = (part: Expression) => checkExpression(part, known, hasItem);
	const number = (part: Expression) => {
		const kind = check(part);
		if (kind !== 'number' && kind !== 'any') throw new ExpressionFault(part.at, saidFault('expressionNotNumber'));
	};
	switch (expression.type) {
		case 'literal':
			return typeof expression.value === 'string' ? 'text' : 'number';
		case 'member':
			checkMember(expression, known);
			return 'number';
		case 'field':
			return checkField(expression, known, hasItem);
		case 'call': {
			const { name, args } = expression;
			const [first] = args;
			if (name === 'count' || name === 'start' || name === 'length') {
				if (first !== undefined && first.type !== 'field')
					throw new ExpressionFault(first.at, saidFault('expressionWantsField', { name }));
			}
			if (name === 'min' || name === 'max') args.forEach(number);
			else args.forEach(check);
			return 'number';
		}
		case 'unary':
			if (expression.operator === 'not') check(expression.of);
			else number(expression.of);
			return 'number';
		case 'binary': {
			const { operator, left, right } = expression;
			if (operator === 'and' || operator === 'or') {
				check(left);
				check(right);
			} else if (['==', '!=', '<', '<=', '>', '>='].includes(operator)) {
				const [one, other] = [check(left), check(right)];
				if (one !== other && one !== 'any' && other !== 'any')
					throw new ExpressionFault(expression.at, saidFault('expressionNeverEqual'));
			} else {
				number(left);
				number(right);
			}
			return 'number';
		}
		case 'choice': {
			check(expression.condition);
			const [one, other] = [check(expression.then), check(expression.otherwise)];
			return one === other ? one : 'any';
		}
	}
}

function checkMember({ of, name, at }: Extract<Expression, { type: 'member' }>, { enums }: Known): void {
	const members = enums.get(of);
	const missing = members === undefined ? of : members.has(name) ? undefined : name;
	if (missing === undefined) return;
	const names = [...(members ?? enums).keys()];
	throw new ExpressionFault(at, saidFault('expressionNoMember', { name: missing, names: likelyNames(missing, names) }));
}

function checkField({ name, steps, at }: Extract<Expression, { type: 'field' }>, known: Known, hasItem: boolean): Kind {
	if (name === VARIABLES && known.variables !== undefined && !known.fields.has(name))
		return checkVariable(steps, at, known.variables);
	checkName(name, at, known, hasItem ? [ITEM, ...AROUND] : AROUND);
	let kind: Kind = known.fields.get(name) ?? 'any';
	for (const step of steps) {
		if ('name' in step) {
			checkName(step.name, step.at, known, [PARENT]);
			kind = known.fields.get(step.name) ?? 'any';
		} else {
			checkExpression(step.index, known, hasItem);
			kind = 'any';
		}
	}
	return kind;
}

/** `var.NAME`: a number where it was captured from one, else a text or bytes. */
function checkVariable([first, ...rest]: readonly Step[], at: number, variables: ReadonlySet<string>): Kind {
	const [more] = rest;
	if (more !== undefined) throw new ExpressionFault(more.at, saidFault('expressionRest'));
	const name = first !== undefined && 'name' in first ? first.name : '';
	if (variables.has(name)) return 'any';
	const names = likelyNames(name, [...variables]);
	throw new ExpressionFault(first?.at ?? at, saidFault('expressionNoVariable', { name, names }));
}

function checkName(name: string, at: number, { fields }: Known, more: readonly string[]): void {
	if (fields.has(name) || more.includes(name)) return;
	throw new ExpressionFault(at, noField(name, nearest(name, [...fields.keys()])));
}
