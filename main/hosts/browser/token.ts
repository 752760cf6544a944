import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret for one run: 32 random bytes as base64url, 43 characters. */
export function newToken(): string {
	return randomBytes(32).toString('base64url');
}

/** Compares in a time that tells nothing of where, or by how much, the two differ. */
export function sameToken(given: string, token: string): boolean {
	// Digests, because the comparison wants equal lengths.
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(given), digest(token));
}
