import { checksumOf, checksumOrder } from '../../payload/index.ts';
import { CHECKSUMS } from '../../payload/names.ts';
import { type Finding, sureOf } from './finding.ts';

type Checksum = Extract<Finding, { kind: 'checksum' }>;

/** Where the bytes under a checksum begin at most. */
const MOST_FROM = 16;

/** What is tried by chance: algorithms, orders and ranges, in bits. */
const TRIED = 8;

/** Checksums in front of `behind` bytes at the end, over what is before them, the surest first. */
export function checksums(messages: readonly Uint8Array[], behind: number): Checksum[] {
	const shortest = Math.min(...messages.map(({ length }) => length));
	const found = CHECKSUMS.flatMap((algorithm): Checksum[] => {
		if (algorithm === 'none') return [];
		const bytes = checksumOf(new Uint8Array(), algorithm).length;
		const natural = checksumOrder(algorithm);
		const froms = Array.from(
			{ length: Math.max(0, Math.min(MOST_FROM, shortest - behind - bytes)) },
			(_, from) => from,
		);
		return froms.flatMap((from) => {
			const isNatural = holds(messages, { algorithm, bytes, from, behind, isReversed: false });
			const isReversed =
				bytes > 1 && !isNatural && holds(messages, { algorithm, bytes, from, behind, isReversed: true });
			if (!isNatural && !isReversed) return [];
			const different = new Set(messages.map((message) => message.subarray(-behind - bytes).join())).size;
			const order = isNatural ? natural : natural === 'be' ? 'le' : 'be';
			const sure = different < 2 ? 0 : sureOf(Math.max(0, 8 * bytes * different - TRIED));
			return sure === 0 ? [] : [{ kind: 'checksum', algorithm, bytes, order, from, behind, sure }];
		});
	});
	return found.toSorted((one, other) => other.sure - one.sure || one.from - other.from);
}

interface Candidate {
	readonly algorithm: Checksum['algorithm'];
	readonly bytes: number;
	readonly from: number;
	readonly behind: number;
	readonly isReversed: boolean;
}

function holds(messages: readonly Uint8Array[], { algorithm, bytes, from, behind, isReversed }: Candidate): boolean {
	return messages.every((message) => {
		const at = message.length - behind - bytes;
		const sum = checksumOf(message.subarray(from, at), algorithm);
		return sum.every((byte, i) => message[at + (isReversed ? bytes - 1 - i : i)] === byte);
	});
}
