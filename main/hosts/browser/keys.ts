import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * The secrets of one run. The start token is in the printed address, and the bearer of programs; the session key is in
 * the path of pages. Neither can be computed from the other.
 */
export interface Keys {
	readonly token: string;
	readonly session: string;
	isToken(given: string): boolean;
	isSession(given: string): boolean;
	/** A token that opens a page once, within a minute: for places where others can read it, such as a program's arguments. */
	issueOnce(): string;
	/** Whether a token of `issueOnce` is still valid. It is used up only when `may` agrees. */
	spendOnce(given: string, may: () => boolean): boolean;
}

/** Validity of a one-time token, in milliseconds. */
const ONCE_MS = 60_000;

export function newKeys(onceMs = ONCE_MS): Keys {
	const token = newSecret();
	const session = newSecret();
	/** Each with its expiry time of `performance.now`. */
	const once = new Map<string, number>();
	return {
		token,
		session,
		isToken: (given) => same(given, token),
		isSession: (given) => same(given, session),
		issueOnce: () => {
			const issued = newSecret();
			once.set(issued, performance.now() + onceMs);
			return issued;
		},
		spendOnce: (given, may) => {
			for (const [issued, end] of once) if (end <= performance.now()) once.delete(issued);
			const found = [...once.keys()].filter((issued) => same(given, issued)).at(0);
			return found !== undefined && may() && once.delete(found);
		},
	};
}

/** 32 random bytes as base64url, 43 characters. */
function newSecret(): string {
	return randomBytes(32).toString('base64url');
}

/** Compares in constant time. */
function same(given: string, secret: string): boolean {
	// Digests, because the comparison requires equal lengths.
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(given), digest(secret));
}
