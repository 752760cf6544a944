/** A word of a shell's command line. */
export function wordOf(text: string): string {
	return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** The command that prints bytes (POSIX.1-2017, printf): octal escapes, and percent signs doubled. */
export function printfOf(bytes: Uint8Array): string {
	const SHORT: Readonly<Record<number, string>> = { 9: '\\t', 10: '\\n', 13: '\\r', 37: '%%', 92: '\\\\' };
	let text = '';
	for (const byte of bytes) {
		const isPlain = byte >= 0x20 && byte < 0x7f;
		text += SHORT[byte] ?? (isPlain ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`);
	}
	return `printf ${text.startsWith('-') ? '-- ' : ''}${wordOf(text)}`;
}
