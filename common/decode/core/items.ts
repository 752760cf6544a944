import { isPlainText } from './plain-text.ts';
import { MOST_DEPTH } from './reader.ts';

/** What the first bytes of an item say, in a format whose items have others in them: MessagePack, CBOR. */
export interface ItemHead {
	/** Bytes up to the items in this one, or to its end. */
	readonly length: number;
	/** Items in it; infinitely many where one of kind `break` ends them. */
	readonly items: number;
	readonly kind: 'map' | 'array' | 'tag' | 'text' | 'plain' | 'break';
	/** Bytes of the head before a text. */
	readonly textAt?: number;
}

interface Around {
	left: number;
	readonly kind: ItemHead['kind'];
	/** Items so far: every other one of a map is a key. */
	count: number;
}

/** What is found in a message, to say how much it looks like a format. */
interface Found {
	keys: number;
	textKeys: number;
	texts: number;
	/** Texts that are not UTF-8, or have control characters. */
	oddTexts: number;
	/** The message ends within an item. */
	isCut: boolean;
}

/** Goes through the items of a message; undefined where one is invalid, or an outermost one has no items in it. */
function found(bytes: Uint8Array, headAt: (at: number) => ItemHead | undefined): Found | undefined {
	const result: Found = { keys: 0, textKeys: 0, texts: 0, oddTexts: 0, isCut: false };
	const open: Around[] = [];
	for (let at = 0; at < bytes.length; ) {
		const head = headAt(at);
		const around = open.at(-1);
		if (head === undefined || open.length > MOST_DEPTH) return undefined;
		if (head.kind === 'break') {
			if (around?.left !== Number.POSITIVE_INFINITY || (around.kind === 'map' && around.count % 2 === 1))
				return undefined;
			open.pop();
		} else {
			if (around === undefined && (head.kind === 'text' || head.kind === 'plain')) return undefined;
			const isKey = around?.kind === 'map' && around.count % 2 === 0;
			if (isKey) result.keys++;
			if (head.kind === 'text') {
				if (isKey) result.textKeys++;
				const text = bytes.subarray(at + (head.textAt ?? 0), at + head.length);
				if (at + head.length <= bytes.length && text.length > 0) {
					if (isPlainText(text)) result.texts++;
					else result.oddTexts++;
				}
			}
			if (around !== undefined) {
				around.left--;
				around.count++;
			}
			if (head.items > 0) open.push({ left: head.items, kind: head.kind, count: 0 });
		}
		at += head.length;
		result.isCut = at > bytes.length;
		while (open.at(-1)?.left === 0) open.pop();
	}
	result.isCut ||= open.length > 0;
	return result;
}

/** How much a message looks like a format of items: maps with texts for keys are hardly there by chance. */
export function looksLikeItems(bytes: Uint8Array, headAt: (at: number) => ItemHead | undefined): number {
	const looks = found(bytes, headAt);
	if (looks === undefined) return 0;
	if (looks.oddTexts > 0) return 0.2;
	const sure = looks.texts === 0 ? 0.4 : looks.keys > 0 && looks.textKeys === looks.keys ? 0.85 : 0.7;
	return looks.isCut ? sure * 0.7 : sure;
}
