import { integer } from '../../decode/core/integer.ts';
import { isObject } from '../../json/is-object.ts';
import type { Value } from '../expression/ast.ts';
import { evaluate, fieldAt, ifAny } from '../expression/evaluate.ts';
import { type Scope, structNode } from '../expression/node.ts';
import type { Formula, Program } from '../program/program.ts';
import { dataOfPlain } from '../run/json.ts';
import { type WrittenMessage, writeMessage } from '../run/message.ts';
import { dataOf, type FieldData } from '../run/values.ts';
import type { ValueFault } from '../run/write.ts';
import { saidFault } from '../sentences/said.ts';
import { type FormulaFault, messageFormula } from './condition.ts';
import { scopeOf, type Variables, type WholeMessage } from './meets.ts';

/** The key of an object that stands for a value: what its expression computes. No field has this name. */
export const COMPUTED = '=';

/** Values of the fields of a message, as a person gives them. */
export type WrittenValues = Readonly<Record<string, unknown>>;

type Plan =
	| { readonly type: 'data'; readonly data: FieldData | undefined }
	| { readonly type: 'formula'; readonly path: string; readonly formula: Formula }
	| { readonly type: 'list'; readonly items: readonly Plan[] }
	| { readonly type: 'group'; readonly members: readonly (readonly [string, Plan])[] };

/** A message that is composed from values, some of which can be computed from another message. */
export interface Composed {
	readonly program: Program;
	readonly plan: Plan;
	/** Nothing in it is computed: the message is always the same. */
	readonly isFixed: boolean;
	/** How many values it has. */
	readonly values: number;
}

/** A fault in an expression among values, and where it is: `frame.items[2].kind`. */
export interface ComposedFault extends FormulaFault {
	readonly path: string;
}

/** What the expressions of a composed message are over. */
export interface Sources {
	/** The structure of the message that is answered; left out: there is none. */
	readonly request?: Program | undefined;
	/** The names that `var` has; left out: there is no `var`. */
	readonly variables?: ReadonlySet<string> | undefined;
}

class PlanFault extends Error {
	readonly fault: ComposedFault;

	constructor(fault: ComposedFault) {
		super(fault.message);
		this.fault = fault;
	}
}

/** Reads the values of a message. What they are is looked at when it is composed. */
export function compileComposed(
	program: Program,
	values: WrittenValues,
	{ request, variables }: Sources = {},
): { readonly ok: true; readonly composed: Composed } | ComposedFault {
	const over = request ?? { ...program, layout: { parts: [] }, fields: new Map<string, never>() };
	let count = 0;
	let isFixed = true;
	const planOf = (value: unknown, path: string): Plan => {
		count++;
		if (Array.isArray(value))
			return { type: 'list', items: value.map((item: unknown, i) => planOf(item, `${path}[${i}]`)) };
		if (!isObject(value)) return { type: 'data', data: dataOfPlain(value) };
		const expression = value[COMPUTED];
		if (typeof expression === 'string' || typeof expression === 'number') {
			isFixed = false;
			const made = messageFormula(String(expression), over, variables);
			if (!made.ok) throw new PlanFault({ ...made, path });
			return { type: 'formula', path, formula: made.formula };
		}
		const members = Object.entries(value).map(
			([name, one]) => [name, planOf(one, path === '' ? name : `${path}.${name}`)] as const,
		);
		return { type: 'group', members };
	};
	try {
		const plan = planOf(values, '');
		return { ok: true, composed: { program, plan, isFixed, values: count } };
	} catch (error) {
		if (error instanceof PlanFault) return error.fault;
		throw error;
	}
}

/** Composes a message, for one that was received where there is one. */
export function compose(
	{ program, plan }: Composed,
	{ message, variables }: { readonly message?: WholeMessage | undefined; readonly variables?: Variables } = {},
): WrittenMessage {
	const faults: ValueFault[] = [];
	const scope = message?.scope ?? scopeOf(program, structNode(undefined, 0), 0, variables);
	const dataIn = (one: Plan): FieldData | undefined => {
		switch (one.type) {
			case 'data':
				return one.data;
			case 'list':
				return one.items.flatMap((item) => dataIn(item) ?? []);
			case 'group':
				return Object.fromEntries(
					one.members.flatMap(([name, member]) => {
						const data = dataIn(member);
						return data === undefined ? [] : [[name, data] as const];
					}),
				);
			case 'formula': {
				const data = computed(one.formula, scope);
				if (data === undefined)
					faults.push({
						field: one.path,
						...saidFault('valueNotComputed', { field: one.path, expression: one.formula.text }),
					});
				return data;
			}
		}
	};
	const data = dataIn(plan) ?? {};
	return faults.length > 0 ? { ok: false, faults } : writeMessage(program, data);
}

/** What a formula computes: a structure or an array as a whole where it only names one. */
function computed({ expression }: Formula, scope: Scope): FieldData | undefined {
	return ifAny(() => {
		if (expression.type !== 'field') return dataOfValue(evaluate(expression, scope));
		const { node, value } = fieldAt(expression, scope);
		if (value !== undefined) return dataOfValue(value);
		return node.members === undefined && node.items === undefined ? undefined : dataOf(node);
	});
}

/** As `dataOf`: an integer is scaled as a person's number is. */
function dataOfValue(value: Value): FieldData {
	return typeof value === 'bigint' ? integer(value) : value;
}
