import { useMemo, useSyncExternalStore } from 'react';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import { type CharsetName, GUESSED_BYTES } from '../../../common/payload/schema.ts';
import { CharsetOffer } from '../../app/shared/charset/CharsetOffer.tsx';
import type { ByteSource } from '../../app/shared/hex/byte-source.ts';

interface ReceivedCharsetProps {
	readonly row: CaptureRow;
	readonly own: CharsetName;
	readonly source: ByteSource;
}

/** Offers the charset that a received payload is plainly in. */
export function ReceivedCharset({ row, own, source }: ReceivedCharsetProps) {
	const version = useSyncExternalStore(source.subscribe, source.version);
	// biome-ignore lint/correctness/useExhaustiveDependencies: `version` grows when bytes arrive
	const received = useMemo(
		() => (row.direction === 'in' ? source.bytes(0, GUESSED_BYTES) : undefined),
		[row.direction, source, version],
	);
	return <CharsetOffer endpoint={row.endpoint} own={own} received={received} />;
}
