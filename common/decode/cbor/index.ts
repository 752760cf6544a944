import type { Decoder } from '../core/decoder.ts';
import { type ItemHead, looksLikeItems } from '../core/items.ts';
import { headOf, MAJOR } from './head.ts';
import { readUnit } from './read.ts';

const KINDS: readonly ItemHead['kind'][] = ['plain', 'plain', 'plain', 'text', 'array', 'map', 'tag', 'plain'];

function headAt(bytes: Uint8Array, at: number): ItemHead | undefined {
	const head = headOf((offset) => bytes[at + offset]);
	if (head === undefined) return undefined;
	const { major, length, isIndefinite } = head;
	const kind = KINDS[major] ?? 'plain';
	const count = Number(head.argument);
	if (major === MAJOR.simple && isIndefinite) return { kind: 'break', length, items: 0 };
	const isString = major === MAJOR.bytes || major === MAJOR.text;
	// The pieces of a string are items of it.
	if (isIndefinite) return { kind: isString ? 'array' : kind, length, items: Number.POSITIVE_INFINITY };
	if (isString) return { kind, length: length + count, items: 0, textAt: length };
	if (major === MAJOR.tag) return { kind, length, items: 1 };
	return { kind, length, items: major === MAJOR.map ? 2 * count : major === MAJOR.array ? count : 0 };
}

/** The tag that says of a message that it is CBOR (RFC 8949, 3.4.6). */
const SELF_DESCRIBED = [0xd9, 0xd9, 0xf7] as const;

/** Strings in pieces, arrays, maps and tags: what has items in it. */
const mayBegin = (first: number): boolean => (first >= 0x80 && first < 0xe0) || first === 0x5f || first === 0x7f;

/** Only a message that says so is surer than others of items. */
const most = (bytes: Uint8Array): number => (bytes[0] === SELF_DESCRIBED[0] ? 0.98 : 0.85);

function recognise(bytes: Uint8Array): number {
	if (bytes.length > SELF_DESCRIBED.length && SELF_DESCRIBED.every((byte, i) => bytes[i] === byte)) return 0.98;
	return looksLikeItems(bytes, (at) => headAt(bytes, at));
}

/** CBOR (RFC 8949), one item after another as in a sequence (RFC 8742). Members of maps are fields by their keys. */
export const cbor: Decoder = {
	id: 'cbor',
	title: 'CBOR',
	ports: {},
	most,
	mayBegin,
	telling: 'first',
	recognise,
	decode: readUnit,
};
