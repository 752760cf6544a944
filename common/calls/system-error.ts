/** The system's code and its number in the text of an event, as in `ECONNRESET (104): …`. */
const ERRNO = /\b(E[A-Z][A-Z0-9_]+) \((-?\d+)\)/;

/** A code without a number is one of a name lookup, or of another system. */
const NAMED = /^(?:After [\d.]+ ms: )?(E[A-Z][A-Z0-9_]+)\b/;

export interface SystemError {
	readonly errno?: string;
	readonly errnoNumber?: number;
}

/** The system's error that an event reports; nothing for one that is of Wirebench itself. */
export function systemError(text: string): SystemError {
	const [, errno, number] = ERRNO.exec(text) ?? [];
	if (errno !== undefined && number !== undefined) return { errno, errnoNumber: Number(number) };
	const [, named] = NAMED.exec(text) ?? [];
	return named === undefined ? {} : { errno: named };
}
