import { constants } from 'node:os';
import { type ErrorCode, type ErrorDetails, WirebenchError } from '../../common/contract/errors.ts';

/** What we asked of the system when it failed: the verb and the address in words. */
export interface Attempt {
	readonly verb: 'connect to' | 'listen on' | 'bind to' | 'send to' | 'read from' | 'write to' | 'remove';
	readonly address?: string;
	readonly port?: number;
	/** Of a Unix socket, instead of address and port. */
	readonly path?: string | undefined;
	/** As a person reads it: `127.0.0.1:80`. */
	readonly target: string;
}

interface Meaning {
	readonly code: ErrorCode;
	readonly sentence: (target: string) => string;
	readonly hint?: string;
}

const noName: Meaning = {
	code: 'name-not-found',
	sentence: (target) => `The name of ${target} has no address.`,
	hint: 'Check the spelling, or write the address in numbers.',
};
const noRoute: Meaning = {
	code: 'unreachable',
	sentence: (target) => `There is no way to ${target}.`,
	hint: 'Check the network connection, the address and the firewall.',
};
const noRights: Meaning = {
	code: 'not-permitted',
	sentence: (target) => `The system does not permit this on ${target}.`,
	hint: 'Use a port from 1024 on, check the firewall, or run with more rights.',
};
const noFiles: Meaning = {
	code: 'unavailable',
	sentence: () => 'The system has no more sockets for this process.',
	hint: 'Close some connections, or raise the limit of open files (ulimit -n).',
};
const noMemory: Meaning = {
	code: 'unavailable',
	sentence: () => 'The system has no buffer space left.',
	hint: 'Wait a moment, send less at once, or close some connections.',
};
const reset: Meaning = {
	code: 'reset',
	sentence: (target) => `${target} reset the connection.`,
	hint: 'The program at the other end crashed, closed without reading all, or refused what came.',
};
const gone: Meaning = {
	code: 'closed',
	sentence: (target) => `${target} no longer reads: the connection is closed.`,
	hint: 'Open a new connection.',
};

/** What the system's error codes mean for a person. A code that is not here is reported as it is. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
	ECONNREFUSED: {
		code: 'refused',
		sentence: (target) => `Nothing listens on ${target}: it refused.`,
		hint: 'Check that the server is running there, and that address and port are right.',
	},
	ETIMEDOUT: {
		code: 'timeout',
		sentence: (target) => `${target} did not answer in time.`,
		hint: 'Check the address, and whether a firewall drops the packets on the way.',
	},
	EHOSTUNREACH: noRoute,
	ENETUNREACH: noRoute,
	EHOSTDOWN: noRoute,
	ENETDOWN: noRoute,
	ENOTFOUND: noName,
	EAI_AGAIN: { ...noName, hint: 'The name server did not answer: check the network connection.' },
	EAI_NODATA: noName,
	EAI_NONAME: noName,
	EADDRINUSE: {
		code: 'address-in-use',
		sentence: (target) => `${target} is in use.`,
		hint: 'Use another port, or stop the program that holds it.',
	},
	EADDRNOTAVAIL: {
		code: 'address-not-available',
		sentence: (target) => `${target} is not an address of this machine.`,
		hint: 'Use 127.0.0.1 for this machine alone, or 0.0.0.0 for all its addresses.',
	},
	EAFNOSUPPORT: {
		code: 'address-not-available',
		sentence: (target) => `This machine or socket does not speak the kind of address of ${target}.`,
		hint: 'Use an IPv4 address for an IPv4 socket, an IPv6 address for an IPv6 socket.',
	},
	EACCES: noRights,
	EPERM: noRights,
	ECONNRESET: reset,
	ECONNABORTED: reset,
	EPIPE: gone,
	ENOTCONN: gone,
	ESHUTDOWN: gone,
	ENOENT: {
		code: 'not-found',
		sentence: (target) => `There is no ${target}, or no folder for it.`,
		hint: 'Check the path, and start the server first.',
	},
	ENOTSOCK: { code: 'bad-input', sentence: (target) => `${target} is not a socket.`, hint: 'Check the path.' },
	ENAMETOOLONG: {
		code: 'bad-input',
		sentence: (target) => `The path ${target} is too long for a socket.`,
		hint: 'Use a shorter one, as in /tmp.',
	},
	EMSGSIZE: {
		code: 'too-large',
		sentence: (target) => `The datagram is too large to be sent to ${target}.`,
		hint: 'A UDP datagram carries at most 65,507 bytes over IPv4, and less on some ways.',
	},
	EINVAL: {
		code: 'unreachable',
		sentence: (target) => `The system does not send from this local address to ${target}.`,
		hint: 'A socket bound to 127.0.0.1 reaches this machine alone: bind it to 0.0.0.0.',
	},
	EMFILE: noFiles,
	ENFILE: noFiles,
	ENOBUFS: noMemory,
	ENOMEM: noMemory,
};

/** The platform's positive number of an errno name, as `connect_ex` returns it; on Windows that of Winsock. */
export function errnoNumber(name: string): number | undefined {
	const numbers: Readonly<Record<string, number>> = constants.errno;
	return (process.platform === 'win32' ? numbers[`WSA${name}`] : undefined) ?? numbers[name];
}

function isErrnoException(error: unknown): error is NodeJS.ErrnoException & { code: string } {
	return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

/** Of several addresses that were tried, the one whose failure says most: a refusal before a missing route. */
function mostTelling(error: unknown): unknown {
	if (!(error instanceof AggregateError)) return error;
	const failures: readonly unknown[] = error.errors;
	return failures.find((one) => isErrnoException(one) && one.code === 'ECONNREFUSED') ?? failures[0] ?? error;
}

/** What Node or the system threw, as an error of the contract: with its name, number, a sentence and what to check. */
export function toWirebenchError(thrown: unknown, attempt: Attempt): WirebenchError {
	const error = mostTelling(thrown);
	if (error instanceof WirebenchError) return error;
	const target = attempt.target;
	if (!isErrnoException(error)) {
		const reason = error instanceof Error ? error.message : String(error);
		return new WirebenchError('internal', `Could not ${attempt.verb} ${target}: ${reason}.`);
	}
	const meaning = MEANINGS[error.code];
	const number = errnoNumber(error.code);
	const details: ErrorDetails = {
		errno: error.code,
		...place(attempt),
		...(number === undefined ? {} : { errnoNumber: number }),
		...(error.syscall === undefined ? {} : { syscall: error.syscall }),
		...(meaning?.hint === undefined ? {} : { hint: meaning.hint }),
	};
	const sentence = meaning?.sentence(target) ?? `Could not ${attempt.verb} ${target}: ${error.message}.`;
	return new WirebenchError(meaning?.code ?? 'internal', sentence, details);
}

function place({ address, port, path }: Attempt): ErrorDetails {
	if (path !== undefined) return { address: path };
	return { ...(address === undefined ? {} : { address }), ...(port === undefined ? {} : { port }) };
}

/** An error as the text of an event: `ECONNREFUSED (111): Nothing listens on …`. */
export function errorText(error: WirebenchError): string {
	const { errno, errnoNumber: number } = error.details;
	if (errno === undefined) return error.message;
	return `${errno}${number === undefined ? '' : ` (${number})`}: ${error.message}`;
}
