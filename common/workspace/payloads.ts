import { WirebenchError } from '../contract/base/errors.ts';
import { LIMITS } from '../contract/base/limits.ts';
import type { SavedPayload } from '../payload/saved.ts';

/** The name and the folder of a payload, which are its identity. */
export type PayloadPlace = Pick<SavedPayload, 'name' | 'folder'>;

export function isPayload(one: PayloadPlace, other: PayloadPlace): boolean {
	return one.name === other.name && one.folder === other.folder;
}

/**
 * The payloads with one more, or with a changed one in place of `replaces`; another with its shortcut loses it. Fails with
 * `wrong-state` where another has its name or there are too many, and with `not-found` where there is none to replace.
 */
export function withPayload(
	payloads: readonly SavedPayload[],
	payload: SavedPayload,
	replaces?: PayloadPlace,
): SavedPayload[] {
	const at = replaces === undefined ? payloads.length : placeOf(payloads, replaces);
	if (payloads.some((other, place) => place !== at && isPayload(other, payload))) {
		throw new WirebenchError('wrong-state', `There is a payload ${payload.name} already.`, {
			hint: 'Choose another name, or replace it.',
		});
	}
	if (at >= LIMITS.savedPayloads) {
		throw new WirebenchError('wrong-state', `A workspace has at most ${LIMITS.savedPayloads} payloads.`);
	}
	const others = payloads.map((other) => {
		if (payload.shortcut === undefined || other.shortcut !== payload.shortcut) return other;
		const { shortcut: _given, ...rest } = other;
		return rest;
	});
	return [...others.slice(0, at), payload, ...others.slice(at + 1)];
}

/** The payloads without one. Fails with `not-found`. */
export function withoutPayload(payloads: readonly SavedPayload[], gone: PayloadPlace): SavedPayload[] {
	return payloads.toSpliced(placeOf(payloads, gone), 1);
}

function placeOf(payloads: readonly SavedPayload[], wanted: PayloadPlace): number {
	const at = payloads.findIndex((one) => isPayload(one, wanted));
	if (at >= 0) return at;
	throw new WirebenchError('not-found', `There is no payload ${wanted.name} any more.`);
}
