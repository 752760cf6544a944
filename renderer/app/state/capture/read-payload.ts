import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import { session } from '../host/session.ts';
import { viewed } from './viewed.ts';

/**
 * The payload of an event of the viewed capture, its first `most` bytes, read in bounded pieces; what the row has already
 * is not read again. Rejects as `captureBytes` does, and with the signal's reason when it is aborted.
 */
export async function readPayload(
	{ n, length, preview, previewAt = 0 }: Pick<CaptureRow, 'n' | 'length' | 'preview' | 'previewAt'>,
	most = length,
	signal?: AbortSignal,
): Promise<Uint8Array> {
	const wanted = Math.min(length, most);
	if (previewAt === 0 && preview.length >= wanted) return preview.subarray(0, wanted);
	const capture = viewed();
	const joined = new Uint8Array(wanted);
	for (let at = 0; at < wanted; ) {
		signal?.throwIfAborted();
		const piece = Math.min(LIMITS.bytesPerQuery, wanted - at);
		const { bytes } = await session.call('captureBytes', { ...capture, n, offset: at, length: piece });
		if (bytes.length === 0) throw new Error(`Event ${n + 1} has fewer bytes than it says.`);
		joined.set(bytes, at);
		at += bytes.length;
	}
	return joined;
}
