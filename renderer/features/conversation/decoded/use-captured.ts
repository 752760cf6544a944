import { useEffect, useState } from 'react';
import type { Context } from '../../../../common/decode/index.ts';
import { portsOf } from '../../../../common/decode/ports.ts';
import { capturedConnection } from '../../../app/state/capture/selected-connection.ts';

/** What a connection's messages are decoded in, and the name of its endpoint. */
export interface Captured {
	readonly endpoint: string;
	readonly context: Context;
}

/** The latest connections: both halves of a proxied one, and one before. */
const MOST = 4;
const known = new Map<string, Promise<Captured | undefined>>();

function captured(capture: string | undefined, connection: number): Promise<Captured | undefined> {
	const key = `${capture ?? ''} ${connection}`;
	const found = known.get(key);
	if (found !== undefined) return found;
	const reading = capturedConnection(connection).then((one): Captured | undefined => {
		// It may be listed later.
		if (one === undefined) known.delete(key);
		return (
			one && {
				endpoint: one.endpoint,
				context: { transport: one.protocol === 'udp' ? 'datagram' : 'stream', ports: portsOf(one) },
			}
		);
	});
	reading.catch(() => known.delete(key));
	known.set(key, reading);
	for (const oldest of known.keys()) {
		if (known.size <= MOST) break;
		known.delete(oldest);
	}
	return reading;
}

/** A connection of the viewed capture; undefined while it is read, and where it cannot be. */
export function useCaptured(capture: string | undefined, connection: number): Captured | undefined {
	const [found, setFound] = useState<Captured>();
	useEffect(() => {
		let wanted = true;
		captured(capture, connection).then(
			(next) => {
				if (wanted) setFound(next);
			},
			// The conversation reports what cannot be read.
			() => undefined,
		);
		return () => {
			wanted = false;
		};
	}, [capture, connection]);
	return found;
}
