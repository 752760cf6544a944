/** Length of the UTF-8 sequence that a lead byte announces; 1 for any other byte. */
function promised(lead: number): number {
	if (lead >= 0xc2 && lead <= 0xdf) return 2;
	if (lead >= 0xe0 && lead <= 0xef) return 3;
	if (lead >= 0xf0 && lead <= 0xf4) return 4;
	return 1;
}

/** True for a byte that can only occur inside a sequence (10xxxxxx). */
export function isContinuation(byte: number): boolean {
	return (byte & 0xc0) === 0x80;
}

/** The bytes without an incomplete sequence at their end. */
export function withoutCut(bytes: Uint8Array): Uint8Array {
	for (let back = 1; back <= Math.min(3, bytes.length); back++) {
		const byte = bytes[bytes.length - back] ?? 0;
		if (isContinuation(byte)) continue;
		return promised(byte) > back ? bytes.subarray(0, bytes.length - back) : bytes;
	}
	return bytes;
}
