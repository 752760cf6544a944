import { type BinaryOperator, type Expression, ITEM, PARENT, ROOT, type Step, type Value } from './ast.ts';
import { fieldNamed, type Node, type Scope } from './node.ts';

/** An expression without a value in this message. `isPending`: it has one when more of the message is known. */
export class NoValue extends Error {
	override readonly name = 'NoValue';
	readonly isPending: boolean;

	constructor(isPending = false) {
		super('no value');
		this.isPending = isPending;
	}
}

/** What a function returns; undefined where the message has no value for it. */
export function ifAny<T>(of: () => T): T | undefined {
	try {
		return of();
	} catch (error) {
		if (error instanceof NoValue) return undefined;
		throw error;
	}
}

/** Bits of an integer at most while it is computed: products of two of 64 bits. */
const MOST_BITS = 128n;
const LARGEST = 1n << MOST_BITS;

/** The value of an expression. Throws NoValue where it has none: a field that is not there, a division by 0. */
export function evaluate(expression: Expression, scope: Scope): Value {
	scope.charge(1);
	switch (expression.type) {
		case 'literal':
			return expression.value;
		case 'member': {
			const value = scope.enums.get(expression.of)?.get(expression.name);
			if (value === undefined) throw new NoValue();
			return value;
		}
		case 'field':
			return fieldValue(expression, scope);
		case 'call':
			return called(expression, scope);
		case 'unary':
			return unary(expression, scope);
		case 'binary':
			return binary(expression, scope);
		case 'choice':
			return evaluate(isTrue(evaluate(expression.condition, scope)) ? expression.then : expression.otherwise, scope);
	}
}

/** Whether a value holds as a condition: true, a number other than 0, something that is not empty. */
export function isTrue(value: Value): boolean {
	return value instanceof Uint8Array ? value.length > 0 : Boolean(value);
}

/** The number of bytes or elements that an expression says. Throws NoValue where it is no whole number, or below 0. */
export function sizeOf(expression: Expression, scope: Scope): number {
	const value = evaluate(expression, scope);
	const size = typeof value === 'boolean' || typeof value === 'bigint' ? Number(value) : value;
	if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) throw new NoValue();
	return size;
}

/** What a name stands for. */
function named(name: string, { struct, item, others }: Scope): Node | undefined {
	if (name === ITEM) return item;
	if (name === PARENT) return struct.around;
	if (name !== ROOT) return fieldNamed(name, struct) ?? others?.get(name);
	let root = struct;
	while (root.around !== undefined) root = root.around;
	return root;
}

function nodeAt(name: string, steps: readonly Step[], scope: Scope): Node {
	let node = named(name, scope);
	for (const step of steps) {
		if ('name' in step) node = step.name === PARENT ? node?.around : node?.members?.get(step.name);
		else node = node?.items?.[sizeOf(step.index, scope)];
	}
	if (node === undefined) throw new NoValue();
	return node;
}

/** The field whose bytes an expression names, and its value; that of a structure or an array is undefined. Throws NoValue where there is none. */
export function fieldAt(
	{ name, steps }: Extract<Expression, { type: 'field' }>,
	scope: Scope,
): { readonly node: Node; readonly value: Value | undefined } {
	const last = steps.at(-1);
	if (last !== undefined && 'name' in last) {
		const around = nodeAt(name, steps.slice(0, -1), scope);
		const bit = around.flags?.get(last.name);
		if (bit !== undefined) {
			if (around.raw === undefined) throw new NoValue(true);
			return { node: around, value: ((around.raw >> BigInt(bit)) & 1n) === 1n };
		}
	}
	const node = nodeAt(name, steps, scope);
	return { node, value: node.value };
}

function fieldValue(field: Extract<Expression, { type: 'field' }>, scope: Scope): Value {
	const { node, value } = fieldAt(field, scope);
	if (value === undefined) throw new NoValue(node.members === undefined && node.items === undefined);
	return value;
}

/** The node that an argument names. */
function nodeOf(argument: Expression | undefined, scope: Scope): Node {
	if (argument?.type !== 'field') throw new NoValue();
	return nodeAt(argument.name, argument.steps, scope);
}

function called({ name, args }: Extract<Expression, { type: 'call' }>, scope: Scope): Value {
	const [first, second] = args;
	switch (name) {
		case 'position':
			return BigInt(scope.position);
		case 'remaining':
			return known(scope.remaining);
		case 'index':
			return BigInt(scope.index);
		case 'start':
			return BigInt(nodeOf(first, scope).start);
		case 'count': {
			const { items } = nodeOf(first, scope);
			if (items === undefined) throw new NoValue();
			return BigInt(items.length);
		}
		case 'length': {
			if (first === undefined) return known(scope.length);
			const { start, end } = nodeOf(first, scope);
			return known(end === undefined ? undefined : end - start);
		}
		case 'number':
			return numberOf(first === undefined ? 0n : evaluate(first, scope));
		case 'min':
		case 'max': {
			if (first === undefined || second === undefined) throw new NoValue();
			const [one, other] = [evaluate(first, scope), evaluate(second, scope)];
			return one < other === (name === 'min') ? one : other;
		}
	}
}

/** What is known of a message only when it is whole. */
function known(count: number | undefined): bigint {
	if (count === undefined) throw new NoValue(true);
	return BigInt(count);
}

/** Digits that are read as a number at most. */
const MOST_DIGITS = 20;

function numberOf(value: Value): Value {
	if (typeof value === 'bigint' || typeof value === 'number') return value;
	if (typeof value === 'boolean') return value ? 1n : 0n;
	const text = typeof value === 'string' && value.length <= 2 * MOST_DIGITS ? value.trim() : '';
	if (/^[+-]?\d{1,20}$/.test(text)) return BigInt(text.replace('+', ''));
	if (/^0x[0-9a-f]{1,16}$/i.test(text)) return BigInt(text);
	if (/^[+-]?\d{1,20}\.\d{1,20}$/.test(text)) return Number(text);
	throw new NoValue();
}

/** Integers, or numbers where one is no integer. */
function numeric(value: Value): bigint | number {
	if (typeof value === 'bigint' || typeof value === 'number') return value;
	if (typeof value === 'boolean') return value ? 1n : 0n;
	throw new NoValue();
}

function whole(value: Value): bigint {
	const number = numeric(value);
	if (typeof number === 'bigint') return number;
	if (!Number.isSafeInteger(number)) throw new NoValue();
	return BigInt(number);
}

function limited(value: bigint): bigint {
	if (value >= LARGEST || value <= -LARGEST) throw new NoValue();
	return value;
}

function unary({ operator, of }: Extract<Expression, { type: 'unary' }>, scope: Scope): Value {
	const value = evaluate(of, scope);
	if (operator === 'not') return !isTrue(value);
	return operator === '-' ? -numeric(value) : ~whole(value);
}

function binary({ operator, left, right }: Extract<Expression, { type: 'binary' }>, scope: Scope): Value {
	const one = evaluate(left, scope);
	if (operator === 'and') return isTrue(one) && isTrue(evaluate(right, scope));
	if (operator === 'or') return isTrue(one) || isTrue(evaluate(right, scope));
	const other = evaluate(right, scope);
	if (operator === '==' || operator === '!=') return same(one, other, scope) === (operator === '==');
	if (operator === '<' || operator === '<=' || operator === '>' || operator === '>=')
		return compared(operator, one, other);
	if (operator === '&' || operator === '|' || operator === '^' || operator === '<<' || operator === '>>')
		return bitwise(operator, whole(one), whole(other));
	return computed(operator, numeric(one), numeric(other));
}

function same(one: Value, other: Value, scope: Scope): boolean {
	if (one instanceof Uint8Array && other instanceof Uint8Array) {
		if (one.length !== other.length) return false;
		scope.charge(one.length);
		return one.every((byte, at) => byte === other[at]);
	}
	if (typeof one === 'string' && typeof other === 'string') {
		if (one.length !== other.length) return false;
		scope.charge(one.length);
		return one === other;
	}
	if (typeof one === 'string' || typeof other === 'string' || one instanceof Uint8Array || other instanceof Uint8Array)
		return false;
	// An integer and a number of the same value are equal.
	// biome-ignore lint/suspicious/noDoubleEquals: === compares the types, too.
	return numeric(one) == numeric(other);
}

function compared(operator: '<' | '<=' | '>' | '>=', one: Value, other: Value): boolean {
	const isText = typeof one === 'string' && typeof other === 'string';
	const [a, b] = isText ? [one, other] : [numeric(one), numeric(other)];
	switch (operator) {
		case '<':
			return a < b;
		case '<=':
			return a <= b;
		case '>':
			return a > b;
		case '>=':
			return a >= b;
	}
}

function bitwise(operator: '&' | '|' | '^' | '<<' | '>>', one: bigint, other: bigint): bigint {
	switch (operator) {
		case '&':
			return one & other;
		case '|':
			return one | other;
		case '^':
			return one ^ other;
		default:
			if (other < 0n || other > MOST_BITS) throw new NoValue();
			return limited(operator === '<<' ? one << other : one >> other);
	}
}

/** As in Python: a division of integers is rounded down, and a remainder has the sign of the divisor. */
function computed(
	operator: Exclude<BinaryOperator, 'and' | 'or'>,
	one: bigint | number,
	other: bigint | number,
): Value {
	if (typeof one === 'bigint' && typeof other === 'bigint') {
		if (operator === '+') return limited(one + other);
		if (operator === '-') return limited(one - other);
		if (operator === '*') return limited(one * other);
		if (other === 0n) throw new NoValue();
		const rest = ((one % other) + other) % other;
		return operator === '%' ? rest : (one - rest) / other;
	}
	const [a, b] = [Number(one), Number(other)];
	if (operator === '+') return a + b;
	if (operator === '-') return a - b;
	if (operator === '*') return a * b;
	return operator === '%' ? ((a % b) + b) % b : a / b;
}
