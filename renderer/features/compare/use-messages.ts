import { useEffect, useState } from 'react';
import { MOST_DETAIL, messageBytes } from '../../../common/diff/index.ts';
import { payloadQuery } from '../../app/state/capture/read-payload.ts';
import { captureParam } from '../../app/state/capture/viewed.ts';
import { session } from '../../app/state/host/session.ts';
import type { ComparedMessage } from '../../app/state/window/compared.ts';

/** The bytes of two messages, as far as they are compared. */
export interface LoadedMessages {
	readonly a: Uint8Array;
	readonly b: Uint8Array;
}

async function bytesOf(message: ComparedMessage | undefined): Promise<Uint8Array> {
	if (message === undefined || message.row.length === 0) return new Uint8Array(0);
	const { capture, messages, row, part } = message;
	const of = { ...captureParam(capture), ...(messages === undefined ? {} : { messages }) };
	if (part !== undefined && row.direction !== 'none') {
		const place = { n: row.n, offset: part.offset, length: row.length };
		const connection = { ...captureParam(capture), connection: row.connection, side: row.direction };
		return messageBytes({ streamBytes: (input) => session.call('streamBytes', input) }, connection, place, MOST_DETAIL);
	}
	return payloadQuery(row, of)(0, MOST_DETAIL);
}

/** Reads two messages; undefined until both are there. A message that a side lacks has no bytes. */
export function useMessages(
	a: ComparedMessage | undefined,
	b: ComparedMessage | undefined,
): { readonly loaded: LoadedMessages | undefined; readonly error: Error | undefined } {
	const [state, setState] = useState<{ loaded?: LoadedMessages; error?: Error }>({});
	useEffect(() => {
		let stale = false;
		setState({});
		Promise.all([bytesOf(a), bytesOf(b)]).then(
			([one, other]) => {
				if (!stale) setState({ loaded: { a: one, b: other } });
			},
			(error: unknown) => {
				if (!stale) setState({ error: error instanceof Error ? error : new Error(String(error)) });
			},
		);
		return () => {
			stale = true;
		};
	}, [a, b]);
	return { loaded: state.loaded, error: state.error };
}
