import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import { session } from '../host/session.ts';
import { listed } from './listing.ts';
import { viewed } from './viewed.ts';

/** Where the bytes of a row are: those of a message in the list of messages that it is in, others in the capture. */
export type PayloadPlace = ReturnType<typeof listed>;

/** Where the bytes of a row of the log are. */
export function payloadPlace({ message }: Pick<CaptureRow, 'message'>): PayloadPlace {
	return message === undefined ? viewed() : listed();
}

/** Reads bytes of a row's payload from an offset on; fewer at its end. Rejects as `captureBytes` does. */
export function payloadQuery(
	row: Pick<CaptureRow, 'n' | 'item' | 'message'>,
	place = payloadPlace(row),
): (offset: number, length: number) => Promise<Uint8Array> {
	const n = place.messages === undefined ? row.n : (row.item ?? row.n);
	return async (offset, length) => (await session.call('captureBytes', { ...place, n, offset, length })).bytes;
}

/**
 * The payload of a row of the viewed capture, its first `most` bytes, read in bounded pieces; what the row has already
 * is not read again. Rejects as `captureBytes` does, and with the signal's reason when it is aborted.
 */
export async function readPayload(
	row: Pick<CaptureRow, 'n' | 'item' | 'message' | 'length' | 'preview' | 'previewAt'>,
	most = row.length,
	signal?: AbortSignal,
): Promise<Uint8Array> {
	const { n, length, preview, previewAt = 0 } = row;
	const wanted = Math.min(length, most);
	if (previewAt === 0 && preview.length >= wanted) return preview.subarray(0, wanted);
	const query = payloadQuery(row);
	const joined = new Uint8Array(wanted);
	for (let at = 0; at < wanted; ) {
		signal?.throwIfAborted();
		const piece = Math.min(LIMITS.bytesPerQuery, wanted - at);
		const bytes = await query(at, piece);
		if (bytes.length === 0) throw new Error(`Event ${n + 1} has fewer bytes than it says.`);
		joined.set(bytes, at);
		at += bytes.length;
	}
	return joined;
}
