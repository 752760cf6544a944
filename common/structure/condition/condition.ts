import { type Expression, innerOf } from '../expression/ast.ts';
import { parseExpression } from '../expression/parse.ts';
import { ExpressionFault } from '../expression/tokens.ts';
import { checkExpression } from '../program/check-expression.ts';
import { checkPaths } from '../program/paths.ts';
import type { Formula, Program } from '../program/program.ts';
import type { Said } from '../sentences/said.ts';

/** What is wrong in an expression about a message, and its offset in the text. */
export interface FormulaFault extends Said {
	readonly ok: false;
	readonly position: number;
}

/** An expression over the fields of a message. `variables`: the names that `var` has; left out: there is no `var`. */
export function messageFormula(
	text: string,
	program: Program,
	variables?: ReadonlySet<string>,
): { readonly ok: true; readonly formula: Formula } | FormulaFault {
	try {
		const expression = parseExpression(text);
		checkExpression(expression, { fields: program.fields, enums: program.enums, variables }, false);
		checkPaths(expression, program);
		return { ok: true, formula: { text, expression } };
	} catch (error) {
		if (!(error instanceof ExpressionFault)) throw error;
		return { ok: false, position: error.at, ...error.said };
	}
}

/** A condition over the fields of a message; without a formula every message that can be read meets it. */
export interface Condition {
	readonly program: Program;
	readonly formula: Formula | undefined;
}

/** The condition of a text; an empty one is none. As `messageFormula`. */
export function compileCondition(
	program: Program,
	text: string,
	variables?: ReadonlySet<string>,
): { readonly ok: true; readonly condition: Condition } | FormulaFault {
	if (text.trim() === '') return { ok: true, condition: { program, formula: undefined } };
	const made = messageFormula(text, program, variables);
	return made.ok ? { ok: true, condition: { program, formula: made.formula } } : made;
}

/** The fields that an expression names, each once. */
export function fieldsIn(expression: Expression): Extract<Expression, { type: 'field' }>[] {
	const inner = innerOf(expression).flatMap(fieldsIn);
	return expression.type === 'field' ? [expression, ...inner] : inner;
}
