import { createHash } from 'node:crypto';
import type { Ranges } from '../../../../common/diff/index.ts';

/** 53 bits of the SHA-256 of all bytes that are not ignored: two messages with the same are taken for equal. */
export function fingerprint(bytes: Uint8Array, ignored: Ranges): number {
	const hash = createHash('sha256');
	let from = 0;
	for (const { start, end } of ignored) {
		hash.update(bytes.subarray(from, start));
		from = end;
	}
	const digest = hash.update(bytes.subarray(from)).digest();
	return digest.readUIntBE(0, 6) * 32 + ((digest[6] ?? 0) & 31);
}
