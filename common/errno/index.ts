import { asking } from './asking.ts';
import { elsewhere } from './elsewhere.ts';
import { limits } from './limits.ts';
import { elsewhereMeaning, type Meaning } from './meaning.ts';
import { names } from './names.ts';
import { opening } from './opening.ts';
import { traffic } from './traffic.ts';

export { askedIn } from './failed-event.ts';
export { type Asked, type Meaning, saidBy, type Verb } from './meaning.ts';

/** Two names for the same error. */
const SAME: Readonly<Record<string, string>> = { EWOULDBLOCK: 'EAGAIN' };

/** Winsock's codes are POSIX's with a prefix, and some of its own, which are listed without it. */
function plain(errno: string): string {
	const name = /^WSA_?(.+)$/.exec(errno)?.[1] ?? errno;
	return SAME[name] ?? name;
}

const TABLE: ReadonlyMap<string, Meaning> = new Map(
	[opening, traffic, limits, asking, names].flatMap((part) => Object.entries(part)),
);
const ELSEWHERE: ReadonlyMap<string, string> = new Map(Object.entries(elsewhere));

/** The subject of an error that sockets do not report; undefined for one that they report, or an unknown one. */
export function otherSubject(errno: string): string | undefined {
	return ELSEWHERE.get(plain(errno));
}

/**
 * The meaning of a system error: its sentence, what to check next, and what Wirebench can check. An error that sockets
 * do not report still gets a sentence that names it. Undefined for an unknown code.
 * @param errno as Node gives it: `ECONNREFUSED`, `EAI_AGAIN`, `WSAECONNREFUSED`
 */
export function meaningOf(errno: string): Meaning | undefined {
	const known = TABLE.get(plain(errno));
	if (known !== undefined) return known;
	const subject = otherSubject(errno);
	if (subject === undefined) return undefined;
	return elsewhereMeaning(errno, subject);
}
