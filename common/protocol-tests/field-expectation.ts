import { faultError } from '../payload/codec/fault-error.ts';
import { structureNamed } from '../responder/index.ts';
import {
	type Condition,
	compileCondition,
	messageFormula,
	type Program,
	readCost,
	readExactly,
	readWhole,
	type Unmet,
	unmet,
	type Value,
	valueIn,
	type WholeMessage,
} from '../structure/index.ts';
import { saidFault } from '../structure/sentences/said.ts';
import type { CompiledExpectation, Naming, Verdict } from './expectation.ts';
import type { Expectation } from './expectation-schema.ts';

type Formula = NonNullable<Condition['formula']>;

/** Compiles an expectation by fields. Throws `bad-input` with the path and the position of the fault. */
export function byFields(
	{ structure, condition: written, capture = {} }: Expectation & { type: 'fields' },
	{ programs, variables }: Naming,
): CompiledExpectation {
	const program = structureNamed(structure, programs, 'structure');
	const names = new Set(variables.keys());
	const compiled = compileCondition(program, written, names);
	if (!compiled.ok) throw faultError(compiled, { path: 'condition', position: compiled.position });
	const { condition } = compiled;
	const captures = Object.entries(capture).map(
		([name, text]) => [name, captureFormula(name, text, program, names)] as const,
	);
	const judge = (message: WholeMessage): Verdict => {
		const wrong = unmet(condition, message);
		if (wrong !== undefined) return differs(wrong);
		const captured: [string, { readonly value: Value }][] = [];
		for (const [name, formula] of captures) {
			const value = valueIn(formula.expression, message);
			if (value === undefined) return differs(missing(name, formula, message));
			captured.push([name, { value }]);
		}
		const taken = message.read.length;
		return captured.length === 0
			? { type: 'matched', taken }
			: { type: 'matched', taken, captured: Object.fromEntries(captured) };
	};
	return {
		ok: true,
		expected: () => undefined,
		...readCost(program),
		captures: captures.map(([name]) => name),
		look(got, whole) {
			if (got.length === 0 && !whole) return { type: 'more' };
			const reading = whole ? readExactly(program, got, variables) : readWhole(program, got, variables);
			if (reading.type === 'cut') return { type: 'more', started: true };
			return reading.type === 'unread' ? differs(reading) : judge(reading);
		},
	};
}

function captureFormula(name: string, text: string, program: Program, variables: ReadonlySet<string>): Formula {
	const made = messageFormula(text, program, variables);
	if (made.ok) return made.formula;
	throw faultError(made, { path: `capture.${name}`, position: made.position });
}

function differs({ said, start }: Unmet): Verdict {
	return { type: 'differs', at: start, why: said };
}

function missing(name: string, { text }: Formula, { read }: WholeMessage): Unmet {
	return { said: saidFault('captureMissing', { name, expression: text }), start: 0, end: read.length };
}
