import type { Check, ErrorCode } from '../contract/base/errors.ts';

/** The operation that failed. */
export type Verb = 'connect to' | 'listen on' | 'bind to' | 'send to' | 'read from' | 'write to' | 'remove';

/** The failed operation, in words. */
export interface Asked {
	readonly verb: Verb;
	/** The address, the name or the path, as a person reads it: `127.0.0.1:80`. */
	readonly target: string;
	/** Of a network socket. */
	readonly port?: number | undefined;
	/** Of a Unix socket. */
	readonly path?: string | undefined;
}

/** What an error of the system means for a person. */
export interface Meaning {
	readonly code: ErrorCode;
	sentence(asked: Asked): string;
	/** What to check next. */
	hint(asked: Asked): string;
	/** What Wirebench can check, the most useful first. */
	readonly checks: readonly Check[];
}

type Words = string | ((asked: Asked) => string);

const said = (words: Words) => (typeof words === 'string' ? () => words : words);

export function meaning(code: ErrorCode, sentence: Words, hint: Words, ...checks: Check[]): Meaning {
	return { code, sentence: said(sentence), hint: said(hint), checks };
}

/** The operation binds a socket to an address or a path. */
export function isMaking({ verb }: Pick<Asked, 'verb'>): boolean {
	return verb === 'listen on' || verb === 'bind to';
}

/** The operation opens a connection or sends data. */
export function isOutward({ verb }: Asked): boolean {
	return !isMaking({ verb }) && verb !== 'remove';
}
