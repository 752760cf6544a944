const DIGITS = '0123456789abcdef';

/** The value of the hexadecimal digit at `at`; -1 where there is none. */
export function digitAt(text: string, at: number): number {
	return at >= 0 && at < text.length ? DIGITS.indexOf(text.charAt(at).toLowerCase()) : -1;
}

/** The offset behind a comment of C that begins at `at`: `at` where there is none, -1 where its end is missing. */
export function afterComment(text: string, at: number): number {
	if (text.startsWith('/*', at)) {
		const end = text.indexOf('*/', at + 2);
		return end < 0 ? -1 : end + 2;
	}
	if (!text.startsWith('//', at)) return at;
	const end = text.indexOf('\n', at);
	return end < 0 ? text.length : end;
}
