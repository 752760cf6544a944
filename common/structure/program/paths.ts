import { nearest } from '../../words/near.ts';
import { type Expression, innerOf, PARENT, ROOT, type Step } from '../expression/ast.ts';
import { ExpressionFault } from '../expression/tokens.ts';
import { fieldText } from '../expression/written.ts';
import { noField } from '../sentences/likely.ts';
import type { Body, Layout, Program } from './program.ts';
import { switchParts } from './walk.ts';

/** Paths that are listed at most, and how deep they go: structures can be in themselves. */
const MOST_PATHS = 500;
const MOST_DEPTH = 8;

/** A field of a message, as an expression names it from outside: `frame.items[0].kind`. */
export interface FieldPath {
	readonly path: string;
	readonly body: Body;
}

/** The fields of a message, in order; of an array, its first element. Flags are behind their field. */
export function fieldPaths({ layout }: Program): FieldPath[] {
	const paths: FieldPath[] = [];
	const add = (path: string, body: Body, depth: number): void => {
		if (paths.length >= MOST_PATHS || depth > MOST_DEPTH) return;
		if (body.kind === 'switch') {
			for (const inner of switchParts(body)) add(path, inner.body, depth + 1);
			return;
		}
		if (body.kind === 'padding') return;
		if (!paths.some((one) => one.path === path)) paths.push({ path, body });
		if (body.kind === 'struct') within(body.layout, `${path}.`, depth + 1);
		if (body.kind === 'array') add(`${path}[0]`, body.item.body, depth + 1);
		if (body.kind === 'integer') for (const flag of body.flags?.keys() ?? []) add(`${path}.${flag}`, FLAG, depth + 1);
	};
	const within = (inner: Layout, prefix: string, depth: number): void => {
		for (const { name, isUnnamed, body } of inner.parts) if (!isUnnamed) add(`${prefix}${name}`, body, depth);
	};
	within(layout, '', 0);
	return paths;
}

/** What a field can be that an expression names from outside of the message; empty: there is none of this path. */
export function bodiesAt({ layout }: Program, name: string, steps: readonly Step[]): readonly Body[] {
	const root: Body = { kind: 'struct', layout, length: undefined };
	const first = name === ROOT ? [root] : inside([root], { name, at: 0 });
	return steps.reduce(inside, first);
}

/** A bit with a name. */
const FLAG: Body = {
	kind: 'integer',
	bits: 1,
	isSigned: false,
	order: 'be',
	only: undefined,
	fallback: undefined,
	compute: undefined,
	names: undefined,
	flags: undefined,
	show: 'decimal',
	scale: undefined,
	unit: '',
};

function inside(bodies: readonly Body[], step: Step): readonly Body[] {
	return bodies.flatMap((body): readonly Body[] => {
		if (body.kind === 'switch')
			return inside(
				switchParts(body).map((part) => part.body),
				step,
			);
		if ('index' in step) return body.kind === 'array' ? [body.item.body] : [];
		if (body.kind === 'integer') return body.flags?.has(step.name) === true ? [FLAG] : [];
		if (body.kind !== 'struct') return [];
		return body.layout.parts.flatMap((part) => (!part.isUnnamed && part.name === step.name ? [part.body] : []));
	});
}

/** Throws an ExpressionFault for a field that no message has at this path. */
export function checkPaths(expression: Expression, program: Program): void {
	for (const inner of innerOf(expression)) checkPaths(inner, program);
	if (expression.type !== 'field') return;
	const { name, steps, at } = expression;
	const isAround = name === PARENT || steps.some((step) => 'name' in step && step.name === PARENT);
	// A name that is none of a field was found among the others.
	if (isAround || (name !== ROOT && !program.fields.has(name)) || bodiesAt(program, name, steps).length > 0) return;
	throw new ExpressionFault(at, missing(fieldText(name, steps), program));
}

function missing(written: string, program: Program) {
	const paths = fieldPaths(program).map(({ path }) => path);
	const last = written.replace(/^.*\./, '');
	const near = paths.find((path) => path.endsWith(`.${last}`)) ?? nearest(written, paths);
	return noField(written, near);
}
