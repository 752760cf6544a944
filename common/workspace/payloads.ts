import { LIMITS } from '../contract/base/limits.ts';
import type { SavedPayload } from '../payload/saved.ts';
import { isAt, type NamedPlace, withNamed, withoutNamed } from './named.ts';

const PAYLOAD = { noun: 'Payload', most: LIMITS.savedPayloads } as const;

/** As `withNamed`; another payload with the shortcut of this one loses it. */
export function withPayload(
	payloads: readonly SavedPayload[],
	payload: SavedPayload,
	replaces?: NamedPlace,
): SavedPayload[] {
	return withNamed(payloads, payload, replaces, PAYLOAD).map((other) => {
		if (isAt(other, payload) || payload.shortcut === undefined || other.shortcut !== payload.shortcut) return other;
		const { shortcut: _given, ...rest } = other;
		return rest;
	});
}

/** The payloads without one. Fails with `not-found`. */
export function withoutPayload(payloads: readonly SavedPayload[], gone: NamedPlace): SavedPayload[] {
	return withoutNamed(payloads, gone, PAYLOAD);
}
