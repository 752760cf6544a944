import type { ZodError } from 'zod';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import { faultSentence } from './faults-draft.ts';
import { SCRIPT_RANGES } from './script-draft.ts';

/** Faults by the path in the config, as in `responder.rules[2].match.pattern`. */
export type FormErrors = ReadonlyMap<string, string>;

/** The faults of a schema by path, below `root` where that is given. */
export function schemaErrors(error: ZodError, root?: string): Map<string, string> {
	const errors = new Map<string, string>();
	for (const issue of error.issues) {
		const path = pathText(root === undefined ? issue.path : [root, ...issue.path]);
		if (!errors.has(path)) errors.set(path, sentenceFor(path) ?? issue.message);
	}
	return errors;
}

/** The first error at a path or below it. */
export function errorAt(errors: FormErrors, path: string): string | undefined {
	for (const [at, message] of errors) {
		if (isAtOrBelow(at, path)) return message;
	}
	return undefined;
}

/** Whether a path equals another one or is inside it: `rules[2].reply` is below `rules`. */
export function isAtOrBelow(path: string, above: string): boolean {
	return path === above || path.startsWith(`${above}.`) || path.startsWith(`${above}[`);
}

/** `['responder', 'rules', 2, 'match']` as `responder.rules[2].match`. */
function pathText(path: readonly PropertyKey[]): string {
	return path
		.map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at === 0 ? '' : '.'}${String(key)}`))
		.join('');
}

const RANGES: Readonly<Record<string, string>> = {
	backlog: 'A whole number from 1 to 65535.',
	connectTimeoutMs: `A whole number of milliseconds from 1 to ${LIMITS.delayMs}.`,
	idleTimeoutMs: `A whole number of milliseconds from 1 to ${LIMITS.delayMs}.`,
	keepAliveMs: 'Whole seconds, as milliseconds from 1000 to 32767000.',
	receiveBuffer: `A whole number of bytes from 1 to ${2 ** 30}.`,
	sendBuffer: `A whole number of bytes from 1 to ${2 ** 30}.`,
	ttl: 'A whole number from 1 to 255.',
	multicastTtl: 'A whole number from 0 to 255.',
	delayMs: `A whole number of milliseconds from 0 to ${LIMITS.delayMs}.`,
	firstMs: `A whole number of milliseconds from 1 to ${LIMITS.delayMs}.`,
	maxMs: `A whole number of milliseconds from 1 to ${LIMITS.delayMs}.`,
	attempts: 'A whole number from 0 to 1000000.',
	length: `A whole number of bytes from 1 to ${LIMITS.frameMessageBytes}.`,
	offset: `A whole number of bytes from 0 to ${LIMITS.frameHeadBytes}.`,
	adjustment: `A whole number from -${LIMITS.frameMessageBytes} to ${LIMITS.frameMessageBytes}.`,
	handshakeTimeoutMs: `A whole number of milliseconds from 1 to ${LIMITS.delayMs}.`,
	...SCRIPT_RANGES,
	seed: 'A whole number from 0 to 4294967295.',
	idleMs: `A whole number of milliseconds from 1 to ${LIMITS.delayMs}.`,
	timeoutMs: `A whole number of milliseconds from 1 to ${LIMITS.delayMs}.`,
	repeats: 'A whole number from 0 to 1000.',
	ms: `A whole number of milliseconds from 1 to ${LIMITS.delayMs}.`,
};

/** Our own sentence for a number whose schema has only a general one. */
function sentenceFor(path: string): string | undefined {
	return faultSentence(path) ?? RANGES[path.slice(path.lastIndexOf('.') + 1)];
}
