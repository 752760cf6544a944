import type { Note } from '../../decode/core/field.ts';
import type { Expression, Value } from '../expression/ast.ts';
import { VARIABLES } from '../expression/ast.ts';
import { evaluate, fieldAt, ifAny, isTrue } from '../expression/evaluate.ts';
import type { Node, Scope } from '../expression/node.ts';
import { expressionText, fieldText, literalText } from '../expression/written.ts';
import { bodiesAt } from '../program/paths.ts';
import type { Program } from '../program/program.ts';
import { type NotedField, type ReadMessage, readMessage } from '../run/message.ts';
import { type Said, saidFault } from '../sentences/said.ts';
import { type Condition, fieldsIn } from './condition.ts';

/** Variables by their names. */
export type Variables = ReadonlyMap<string, Value>;

/** A message that was read as a whole. */
export interface WholeMessage {
	readonly program: Program;
	readonly read: ReadMessage;
	readonly scope: Scope;
}

/** What bytes are to a structure. `cut`: a message that goes on behind them, with the bits that are evidence of it. */
export type Reading =
	| ({ readonly type: 'whole' } & WholeMessage)
	| { readonly type: 'cut'; readonly evidence: number; readonly field: NotedField }
	| ({ readonly type: 'unread' } & Unmet);

/** Why a message does not meet a condition, and the bytes that say so. */
export interface Unmet {
	readonly said: Said;
	readonly start: number;
	readonly end: number;
}

/** Reads the first message of some bytes. */
export function readWhole(program: Program, bytes: Uint8Array, variables?: Variables): Reading {
	const read = readMessage(program, bytes);
	const { note, length, root } = read;
	const field = read.noted ?? { path: '', start: 0, end: length };
	if (note?.code === 'short') return { type: 'cut', evidence: read.evidence, field };
	if (note !== undefined) return { type: 'unread', ...unread(program, note, field) };
	return { type: 'whole', program, read, scope: scopeOf(program, root, length, variables) };
}

/** A reading of bytes that are one message: what is cut, and what goes on behind it, is none. */
export function readExactly(
	program: Program,
	bytes: Uint8Array,
	variables?: Variables,
): Exclude<Reading, { type: 'cut' }> {
	const reading = readWhole(program, bytes, variables);
	const end = bytes.length;
	if (reading.type === 'cut') {
		const given = { structure: program.title, field: nameOf(reading.field, program), offset: end };
		const said = saidFault('messageCut', given);
		return { type: 'unread', said, start: end, end };
	}
	if (reading.type === 'unread' || reading.read.length === end) return reading;
	const { length } = reading.read;
	const said = saidFault('messageRest', { structure: program.title, bytes: end - length, offset: length });
	return { type: 'unread', said, start: length, end };
}

function nameOf({ path }: NotedField, program: Program): string {
	return path === '' ? program.id : path;
}

function unread(program: Program, note: Note, field: NotedField): Unmet {
	const { start, end } = field;
	const given = { structure: program.title, field: nameOf(field, program), offset: start };
	switch (note.code) {
		case 'unexpected':
			return { said: saidFault('messageUnexpected', { ...given, expected: note.expected }), start, end };
		case 'checksum':
			return { said: saidFault('messageChecksum', { ...given, expected: note.expected }), start, end };
		case 'limit':
			return { said: saidFault('messageLimit', given), start, end };
		default:
			return { said: saidFault('messageUnreadable', given), start, end };
	}
}

/** What expressions mean after a message of a structure; `struct`: an empty one where there is no message. */
export function scopeOf({ enums }: Program, struct: Node, length: number, variables: Variables | undefined): Scope {
	return {
		struct,
		position: length,
		remaining: 0,
		length,
		index: 0,
		enums,
		others: variables && new Map([[VARIABLES, variablesNode(variables)]]),
		// An expression has no loops, and what it compares is in the message.
		charge: () => undefined,
	};
}

/** The names behind `var`. */
function variablesNode(variables: Variables): Node {
	const known = [...variables].map(([name, value]): [string, Node] => [
		name,
		{ value, start: 0, end: 0, around: undefined },
	]);
	return { value: undefined, start: 0, end: 0, members: new Map(known), around: undefined };
}

/** Why a message does not meet a condition; undefined where it does. */
export function unmet({ formula }: Condition, message: WholeMessage): Unmet | undefined {
	return formula && unmetPart(formula.expression, message);
}

/** A comparison with something that the message does not have does not hold. */
function holds(expression: Expression, scope: Scope): boolean {
	if (expression.type === 'unary' && expression.operator === 'not') return !holds(expression.of, scope);
	if (expression.type === 'binary' && expression.operator === 'and')
		return holds(expression.left, scope) && holds(expression.right, scope);
	if (expression.type === 'binary' && expression.operator === 'or')
		return holds(expression.left, scope) || holds(expression.right, scope);
	return ifAny(() => isTrue(evaluate(expression, scope))) ?? false;
}

/** The first part of an `and` that does not hold; any other condition as a whole. */
function unmetPart(expression: Expression, message: WholeMessage): Unmet | undefined {
	if (expression.type === 'binary' && expression.operator === 'and')
		return unmetPart(expression.left, message) ?? unmetPart(expression.right, message);
	return holds(expression, message.scope) ? undefined : explained(expression, message);
}

/** Which values make a condition not hold. */
function explained(expression: Expression, { program, read, scope }: WholeMessage): Unmet {
	const condition = expressionText(expression);
	const named = new Map(fieldsIn(expression).map((field) => [fieldText(field.name, field.steps), field] as const));
	const values: string[] = [];
	const nodes: Node[] = [];
	for (const [path, field] of named) {
		const found = ifAny(() => fieldAt(field, scope));
		if (found === undefined) {
			return { said: saidFault('conditionMissing', { condition, field: path }), start: 0, end: read.length };
		}
		const isVariable = field.name === VARIABLES && !program.fields.has(VARIABLES);
		if (!isVariable) nodes.push(found.node);
		values.push(`${path} = ${shownValue(found, path, program, field)}`);
	}
	const start = nodes.length === 0 ? 0 : Math.min(...nodes.map((node) => node.start));
	const end = nodes.length === 0 ? read.length : Math.max(...nodes.map((node) => node.end ?? node.start));
	if (values.length === 0) return { said: saidFault('conditionUnmet', { condition }), start, end };
	const given = { condition, values: values.join(', '), offset: start, bytes: end - start };
	return { said: saidFault('conditionValues', given), start, end };
}

type Field = Extract<Expression, { type: 'field' }>;
type Found = ReturnType<typeof fieldAt>;

/** Characters of a value that are shown. */
const SHOWN = 80;

function shownValue({ node, value }: Found, path: string, program: Program, { name, steps }: Field): string {
	if (value === undefined) return node.items === undefined ? '{…}' : `[${node.items.length}]`;
	const isLong = (typeof value === 'string' || value instanceof Uint8Array) && value.length > SHOWN;
	const text = literalText(isLong ? value.slice(0, SHOWN) : value) + (isLong ? '…' : '');
	const bodies = path === VARIABLES ? [] : bodiesAt(program, name, steps);
	const names =
		typeof value === 'bigint' ? bodies.flatMap((body) => ('names' in body ? (body.names?.get(value) ?? []) : [])) : [];
	const [meaning] = names;
	return meaning === undefined ? text : `${text} (${meaning})`;
}

/** The value of a formula in a message; undefined where it has none. */
export function valueIn(expression: Expression, { scope }: WholeMessage): Value | undefined {
	return ifAny(() => evaluate(expression, scope));
}
