import { type ByteOrder, uintAt } from '../decode/core/uint.ts';
import type { Layout, Program } from './program/program.ts';
import { eachBody } from './program/walk.ts';

/** Bytes that a message of a structure begins with. */
interface Constant {
	readonly at: number;
	readonly bytes: number;
	readonly order: ByteOrder;
	readonly value: number;
}

/** Bytes of a constant that is compared: a number holds them exactly. */
const MOST_BYTES = 6;

/**
 * What a message is at most sure to be of a structure, far cheaper than reading it: 0 where a constant at its begin is another,
 * `bySize` where nothing in the structure is fixed.
 */
export function mostSureOf({ layout }: Program, bySize: number): number | ((bytes: Uint8Array) => number) {
	if (!hasEvidence(layout)) return bySize;
	const constants = constantsOf(layout);
	if (constants.length === 0) return 1;
	return (message) =>
		constants.every(
			({ at, bytes, order, value }) => message.length < at + bytes || uintAt(message, at, bytes, order) === value,
		)
			? 1
			: 0;
}

/** The constants at the begin of a message, up to the first field whose place is not always the same. */
function constantsOf({ parts }: Layout): readonly Constant[] {
	const constants: Constant[] = [];
	let at = 0;
	for (const { body, if: condition, at: place } of parts) {
		if (condition !== undefined || place !== undefined || body.kind !== 'integer' || body.bits % 8 !== 0) break;
		const { only, order, bits } = body;
		const bytes = bits / 8;
		if (only !== undefined && bytes <= MOST_BYTES)
			constants.push({ at, bytes, order, value: Number(BigInt.asUintN(bits, only)) });
		at += bytes;
	}
	return constants;
}

/** Whether there is a constant or a checksum. */
function hasEvidence(layout: Layout): boolean {
	let found = false;
	eachBody(layout, (body) => {
		found ||= body.kind === 'checksum' || ('only' in body && body.only !== undefined);
	});
	return found;
}
