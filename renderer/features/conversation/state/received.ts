import { useMemo, useSyncExternalStore } from 'react';
import { concat } from '../../../../common/payload/codec/concat.ts';
import { GUESSED_BYTES } from '../../../../common/payload/schema.ts';
import type { Stream } from './use-stream.ts';

/** Lines from the end that are looked at. */
const LINES = 128;

/** The last received bytes of a conversation among its lines that have been read, in order. */
export function useReceived({ source, state }: Stream): Uint8Array {
	const version = useSyncExternalStore(source.subscribe, source.version);
	const total = state?.lines ?? 0;
	// biome-ignore lint/correctness/useExhaustiveDependencies: `version` grows when lines arrive
	return useMemo(() => {
		const parts: Uint8Array[] = [];
		let length = 0;
		for (let at = total - 1; at >= Math.max(0, total - LINES) && length < GUESSED_BYTES; at--) {
			const line = source.line(at);
			if (line === undefined || !('bytes' in line) || line.direction !== 'in') continue;
			parts.unshift(line.bytes);
			length += line.bytes.length;
		}
		return concat(parts);
	}, [source, total, version]);
}
