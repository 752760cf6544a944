/** The value of the hexadecimal digit at `at`; -1 where there is none. */
export function digitAt(text: string, at: number): number {
	const code = text.charCodeAt(at);
	if (code >= 0x30 && code <= 0x39) return code - 0x30;
	const letter = code | 0x20;
	return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/** The offset after a C comment that begins at `at`: `at` where there is none, -1 where its end is missing. */
export function afterComment(text: string, at: number): number {
	if (text.startsWith('/*', at)) {
		const end = text.indexOf('*/', at + 2);
		return end < 0 ? -1 : end + 2;
	}
	if (!text.startsWith('//', at)) return at;
	const end = text.indexOf('\n', at);
	return end < 0 ? text.length : end;
}
