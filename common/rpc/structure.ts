import { LIMITS } from '../contract/base/limits.ts';

/**
 * Maximum nesting. The deepest value of the contract is a test: four levels for each of the `LIMITS.stepDepth` branches
 * in each other, and less than twenty around and in them.
 */
export const MAX_DEPTH = 20 + 4 * LIMITS.stepDepth;
/** Values in one message: enough for the state of 60,000 connections; bounds what decoding allocates. */
const MAX_VALUES = 4_000_000;

/**
 * Validates a MessagePack value (spec of msgpack.org, big-endian lengths) without decoding it, and returns the fault,
 * or undefined. A decoder allocates arrays by their announced length: here every announced element must have at least
 * one byte in the message, so that a short hostile message cannot claim gigabytes.
 */
export function faultOfStructure(bytes: Uint8Array): string | undefined {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = bytes.byteLength;
	const open: number[] = [];
	let remaining = 1;
	let owed = 1;
	let values = 0;
	let at = 0;
	while (owed > 0) {
		while (remaining === 0) remaining = open.pop() ?? 0;
		if (end - at < owed) return 'A message ends in the middle.';
		if (++values > MAX_VALUES) return 'A message has too many values.';
		const head = view.getUint8(at);
		const header = headerBytes(head);
		if (header === 0) return 'A message has an unknown type byte.';
		if (end - at < header) return 'A message ends in the middle.';
		const children = childCount(view, at, head);
		remaining--;
		owed--;
		at += header;
		if (children > 0) {
			if (open.length >= MAX_DEPTH) return 'A message is nested too deeply.';
			open.push(remaining);
			remaining = children;
			owed += children;
		} else {
			at += bodyBytes(view, at - header, head);
			if (at > end) return 'A message ends in the middle.';
		}
	}
	return at === end ? undefined : 'A message has bytes after its end.';
}

/** Bytes of the type byte and the length field or fixed-size value behind it, for 0xc0 to 0xdf; 0: never used. */
const HEADERS = [1, 0, 1, 1, 2, 3, 5, 3, 4, 6, 5, 9, 2, 3, 5, 9, 2, 3, 5, 9, 3, 4, 6, 10, 18, 2, 3, 5, 3, 5, 3, 5];

function headerBytes(head: number): number {
	return head < 0xc0 || head >= 0xe0 ? 1 : (HEADERS[head - 0xc0] ?? 0);
}

/** Values inside an array; keys and values inside a map; 0 for everything else. */
function childCount(view: DataView, at: number, head: number): number {
	if (head >= 0x80 && head < 0x90) return (head - 0x80) * 2;
	if (head >= 0x90 && head < 0xa0) return head - 0x90;
	if (head === 0xdc) return view.getUint16(at + 1);
	if (head === 0xdd) return view.getUint32(at + 1);
	if (head === 0xde) return view.getUint16(at + 1) * 2;
	if (head === 0xdf) return view.getUint32(at + 1) * 2;
	return 0;
}

/** Bytes of a string, binary or extension that follow its header. */
function bodyBytes(view: DataView, at: number, head: number): number {
	if (head >= 0xa0 && head < 0xc0) return head - 0xa0;
	if (head === 0xc4 || head === 0xc7 || head === 0xd9) return view.getUint8(at + 1);
	if (head === 0xc5 || head === 0xc8 || head === 0xda) return view.getUint16(at + 1);
	if (head === 0xc6 || head === 0xc9 || head === 0xdb) return view.getUint32(at + 1);
	return 0;
}
