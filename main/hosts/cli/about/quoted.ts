/** A word for a POSIX shell, zsh or bash. */
export function quoted(text: string): string {
	return `'${text.replaceAll("'", "'\\''")}'`;
}
