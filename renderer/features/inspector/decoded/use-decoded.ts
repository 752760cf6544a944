import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import {
	type Context,
	type Decoder,
	decodeAs,
	decoderOf,
	type Field,
	type Guess,
	guessOf,
} from '../../../../common/decode/index.ts';
import { portsOf } from '../../../../common/decode/ports.ts';
import type { ByteSource } from '../../../app/shared/hex/byte-source.ts';
import { capturedConnection } from '../../../app/state/capture/selected-connection.ts';

/** Bytes of a message that are decoded in the window. */
export const MOST_BYTES = 1 << 20;

/** The decoded bytes of an event. */
export interface DecodedEvent {
	/** What they look like; undefined where nothing fits. */
	readonly guess: Guess | undefined;
	/** What they are decoded as, the chosen protocol or the guess, and their fields. */
	readonly decoded: { readonly decoder: Decoder; readonly fields: readonly Field[] } | undefined;
	readonly length: number;
}

/** What is known of the event: its transport at once, the ports of its connection once the host has found it. */
function useContext(row: CaptureRow): Context {
	const { connection } = row;
	const [ports, setPorts] = useState<readonly number[]>([]);
	useEffect(() => {
		let wanted = true;
		capturedConnection(connection).then(
			(found) => {
				if (wanted && found !== undefined) setPorts(portsOf(found));
			},
			// Ports are a hint: without them the guess is by the bytes alone.
			(error: unknown) => console.warn(error),
		);
		return () => {
			wanted = false;
		};
	}, [connection]);
	const transport = row.datagram === true ? 'datagram' : 'stream';
	return useMemo(() => ({ transport, ports }), [transport, ports]);
}

/**
 * Decodes the bytes of an event as the chosen protocol, else as what they look like; undefined while they are loaded.
 * @param structures decoders beside the built-in ones
 */
export function useDecoded(
	row: CaptureRow,
	source: ByteSource,
	chosen: string | undefined,
	structures: readonly Decoder[],
): DecodedEvent | undefined {
	const version = useSyncExternalStore(source.subscribe, source.version);
	const length = Math.min(source.total, MOST_BYTES);
	useEffect(() => source.want(0, length, source.total), [source, length]);
	const context = useContext(row);
	// biome-ignore lint/correctness/useExhaustiveDependencies: `version` grows when bytes arrive
	return useMemo(() => {
		const bytes = source.bytes(0, length);
		if (bytes === undefined) return undefined;
		const guess = guessOf(bytes, [context], structures);
		const known = chosen === undefined ? undefined : decoderOf(chosen, structures);
		const decoder = known ?? guess?.decoder;
		return { guess, decoded: decoder && { decoder, fields: decodeAs(decoder, bytes, context) }, length };
	}, [source, length, version, context, chosen, structures]);
}
