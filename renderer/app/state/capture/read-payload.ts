import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import { session } from '../host/session.ts';
import { viewed } from './viewed.ts';

/** Reads bytes of a row's payload from an offset on; fewer at its end. Rejects as `captureBytes` does. */
export function payloadQuery(
	{ n }: Pick<CaptureRow, 'n'>,
	capture = viewed(),
): (offset: number, length: number) => Promise<Uint8Array> {
	return async (offset, length) => (await session.call('captureBytes', { ...capture, n, offset, length })).bytes;
}

/**
 * The payload of a row of the viewed capture, its first `most` bytes, read in bounded pieces; what the row has already
 * is not read again. Rejects as `captureBytes` does, and with the signal's reason when it is aborted.
 */
export async function readPayload(
	row: Pick<CaptureRow, 'n' | 'length' | 'preview' | 'previewAt'>,
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
