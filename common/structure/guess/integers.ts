import { type ByteOrder, uintAt } from '../../decode/core/uint.ts';
import { type Finding, sureOf } from './finding.ts';

type Length = Extract<Finding, { kind: 'length' }>;
type Counter = Extract<Finding, { kind: 'counter' }>;
type Time = Extract<Finding, { kind: 'time' }>;

/** Bytes from the start in which an integer is looked for. */
export const HEAD = 64;
const WIDTHS = [1, 2, 3, 4] as const;
const ORDERS = ['be', 'le'] as const;

interface Place {
	readonly at: number;
	readonly bytes: number;
	readonly order: ByteOrder;
}

/** Each place of an integer that all messages have, the narrow ones first. */
function places(shortest: number, widths: readonly number[] = WIDTHS): Place[] {
	const most = Math.min(shortest, HEAD);
	return widths.flatMap((bytes) =>
		Array.from({ length: Math.max(0, most - bytes + 1) }, (_, at) => at).flatMap((at) =>
			ORDERS.slice(0, bytes === 1 ? 1 : 2).map((order) => ({ at, bytes, order })),
		),
	);
}

const valueAt = (message: Uint8Array, { at, bytes, order }: Place): number => uintAt(message, at, bytes, order);

/** Bytes of 0 in front of an integer, or behind one whose lowest byte is first, are most probably its high bytes. */
export function widened<T extends Place>(found: T, messages: readonly Uint8Array[]): T {
	const isZero = (at: number, count: number) =>
		at >= 0 &&
		messages.every(
			(message) => message.length >= at + count && message.subarray(at, at + count).every((byte) => byte === 0),
		);
	for (const bytes of [4, 2]) {
		const more = bytes - found.bytes;
		if (more <= 0) continue;
		if (found.order === 'be' && isZero(found.at - more, more)) return { ...found, at: found.at - more, bytes };
		if ((found.order === 'le' || found.bytes === 1) && isZero(found.at + found.bytes, more))
			return { ...found, bytes, order: 'le' };
	}
	return found;
}

/** Bytes by which a length differs from that of the message. */
const LEAST_BIAS = -4;

/** Integers that say how long the message is, the surest first. */
export function lengths(messages: readonly Uint8Array[], shortest: number): Length[] {
	const sizes = new Set(messages.map(({ length }) => length));
	if (sizes.size < 2) return [];
	const found = places(shortest).flatMap((place): Length[] => {
		const biases = new Set(messages.map((message) => message.length - valueAt(message, place)));
		const [bias] = biases;
		if (bias === undefined || biases.size > 1 || bias < LEAST_BIAS || bias > shortest) return [];
		// The first size fixes the bias, each other one confirms it.
		const length: Length = { kind: 'length', bias, sure: sureOf(3 * (sizes.size - 1)), ...place };
		return [length];
	});
	return found.toSorted((one, other) => other.sure - one.sure);
}

/** Steps of a counter at most. */
const MOST_STEP = 16;

/** Integers that count the messages, the surest first. */
export function counters(messages: readonly Uint8Array[], shortest: number): Counter[] {
	if (messages.length < 3) return [];
	const found = places(shortest).flatMap((place): Counter[] => {
		const values = messages.map((message) => valueAt(message, place));
		const range = 256 ** place.bytes;
		const steps = new Set(values.slice(1).map((value, i) => (value - (values[i] ?? 0) + range) % range));
		const [step = 0] = steps;
		if (steps.size > 1 || step < 1 || step > MOST_STEP) return [];
		return [{ kind: 'counter', step, sure: sureOf(1.5 * (messages.length - 1)), ...place }];
	});
	// A wider one that counts as well only has bytes that never change.
	return found.toSorted((one, other) => one.bytes - other.bytes);
}

/** From 2010 to 2050, in seconds since 1970, and how far messages of one capture are apart. */
const FIRST = 1_262_304_000;
const LAST = 2_524_608_000;
const APART = 31 * 86_400;

/** Three letters look like a time of 2022. */
function isTextBut(message: Uint8Array, lowest: number, { at, bytes }: Place): boolean {
	const others = message.subarray(at, at + bytes).filter((_byte, i) => at + i !== lowest);
	return others.every((byte) => byte >= 0x20 && byte < 0x7f);
}

/** Integers that are times, which never go back. */
export function times(messages: readonly Uint8Array[], shortest: number): Time[] {
	const wide = (message: Uint8Array, { at, order }: Place) => {
		const [high, low] = order === 'be' ? [at, at + 4] : [at + 4, at];
		return uintAt(message, high, 4, order) * 2 ** 32 + uintAt(message, low, 4, order);
	};
	const units = [
		{ unit: 'milliseconds', bytes: 8, factor: 1000, read: wide },
		{ unit: 'seconds', bytes: 4, factor: 1, read: valueAt },
	] as const;
	return units.flatMap(({ unit, bytes, factor, read }) =>
		places(shortest, [bytes]).flatMap((place): Time[] => {
			const values = messages.map((message) => read(message, place) / factor);
			const [first = 0] = values;
			const last = values.at(-1) ?? first;
			const isOrdered = values.every((value, i) => i === 0 || value >= (values[i - 1] ?? 0));
			if (!isOrdered || first < FIRST || last > LAST || last - first > APART) return [];
			const different = new Set(values).size;
			// Of one at another place, the lowest byte belongs to something else.
			const lowest = place.order === 'be' ? place.at + bytes - 1 : place.at;
			if (different > 1 && new Set(messages.map((message) => message[lowest])).size === 1) return [];
			if (bytes === 4 && messages.every((message) => isTextBut(message, lowest, place))) return [];
			return [{ kind: 'time', unit, ...place, sure: different < 2 ? 0.5 : sureOf(2 + different) }];
		}),
	);
}
