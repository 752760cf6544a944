import { constants } from 'node:os';
import { getSystemErrorMap } from 'node:util';
import { type ErrorDetails, WirebenchError } from '../../../common/contract/base/errors.ts';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import { type Asked, meaningOf, saidBy } from '../../../common/errno/index.ts';
import { brokenTls } from './broken-tls.ts';
import { LINUX_ERRNO } from './linux-errno.ts';

/** The failed operation: the verb and the address, in words and in parts. */
export interface Attempt extends Asked {
	readonly address?: string;
}

/** getaddrinfo's numbers (netdb.h of glibc and of macOS; Winsock's). Node's own numbers are known to no other program. */
const NAME_NUMBERS: Readonly<Partial<Record<NodeJS.Platform, Readonly<Record<string, number>>>>> = {
	linux: { ENOTFOUND: -2, EAI_AGAIN: -3, EAI_FAIL: -4, EAI_NODATA: -5, EAI_FAMILY: -6, EAI_MEMORY: -10 },
	darwin: { ENOTFOUND: 8, EAI_AGAIN: 2, EAI_FAIL: 4, EAI_NODATA: 7, EAI_FAMILY: 5, EAI_MEMORY: 6 },
	win32: { ENOTFOUND: 11001, EAI_AGAIN: 11002, EAI_FAIL: 11003, EAI_NODATA: 11004, EAI_FAMILY: 10047, EAI_MEMORY: 8 },
};

/** libuv's numbers for errors that the platform lacks start here. */
const INVENTED = 3000;
/** Some names, such as ESHUTDOWN, are only in libuv's list. */
const LIBUV_NUMBERS: ReadonlyMap<string, number> = new Map(
	[...getSystemErrorMap()].flatMap(([number, [name]]) => (-number < INVENTED ? [[name, -number]] : [])),
);

/** Missing in both lists. */
const LINUX_NUMBERS: ReadonlyMap<string, number> = new Map(
	process.platform === 'linux' ? Object.entries(LINUX_ERRNO).map(([number, name]) => [name, Number(number)]) : [],
);

/** Node's text in place of an error name that libuv does not know. */
const NAMELESS = /^(UNKNOWN|Unknown system error -\d+)$/;

/** The system's name of an error, also where libuv has none. */
function nameOf({ code, errno }: { readonly code: string; readonly errno?: number | undefined }): string {
	if (process.platform !== 'linux' || errno === undefined || !NAMELESS.test(code)) return code;
	return LINUX_ERRNO[Math.abs(errno)] ?? code;
}

/** The platform's number of an errno name, as `connect_ex` returns it; on Windows that of Winsock, for name errors getaddrinfo's. */
export function errnoNumber(name: string): number | undefined {
	const numbers: Readonly<Record<string, number>> = constants.errno;
	const winsock = process.platform === 'win32' ? numbers[`WSA${name}`] : undefined;
	return (
		winsock ??
		numbers[name] ??
		LIBUV_NUMBERS.get(name) ??
		LINUX_NUMBERS.get(name) ??
		NAME_NUMBERS[process.platform]?.[name]
	);
}

function isErrnoException(error: unknown): error is NodeJS.ErrnoException & { code: string } {
	return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

/** Of several addresses that were tried, the most informative failure: a refusal before a missing route. */
function mostTelling(error: unknown): unknown {
	if (!(error instanceof AggregateError)) return error;
	const failures: readonly unknown[] = error.errors;
	return failures.find((one) => isErrnoException(one) && one.code === 'ECONNREFUSED') ?? failures[0] ?? error;
}

/** Converts an error of Node or the system to the contract's: with its name, number, a sentence and what to check. */
export function toWirebenchError(thrown: unknown, attempt: Attempt): WirebenchError {
	const error = mostTelling(thrown);
	if (error instanceof WirebenchError) return error;
	const target = attempt.target;
	const tls = error instanceof Error ? brokenTls(error, target) : undefined;
	if (tls !== undefined) return tls;
	if (!isErrnoException(error)) {
		const reason = messageOf(error);
		return new WirebenchError('internal', `Could not ${attempt.verb} ${target}: ${reason}.`);
	}
	const errno = nameOf(error);
	const meaning = meaningOf(errno);
	const number = errnoNumber(errno);
	const details: ErrorDetails = {
		errno,
		...place(attempt),
		...(number === undefined ? {} : { errnoNumber: number }),
		...(error.syscall === undefined ? {} : { syscall: error.syscall }),
		...(meaning === undefined ? {} : { hint: meaning.hint(attempt), says: saidBy(meaning, attempt) }),
		...(meaning === undefined || meaning.checks.length === 0 ? {} : { checks: [...meaning.checks] }),
	};
	const sentence = meaning?.sentence(attempt) ?? `Could not ${attempt.verb} ${target}: ${error.message}.`;
	return new WirebenchError(meaning?.code ?? 'internal', sentence, details);
}

function place({ address, port, path }: Attempt): ErrorDetails {
	if (path !== undefined) return { address: path };
	return { ...(address === undefined ? {} : { address }), ...(port === undefined ? {} : { port }) };
}

/** An error as the text of an event: `ECONNREFUSED (111): Nothing listens on …`. */
export function errorText(error: WirebenchError): string {
	return `${errnoPrefix(error)}${error.message}`;
}

/** What stands before the sentence of an error: `ECONNREFUSED (111): `; nothing where the system has no name for it. */
export function errnoPrefix({ details: { errno, errnoNumber: number } }: WirebenchError): string {
	if (errno === undefined) return '';
	return `${errno}${number === undefined ? '' : ` (${number})`}: `;
}
