import { useEffect, useState } from 'react';
import { MOST_DETAIL } from '../../../common/diff/index.ts';
import { session } from '../../app/state/host/session.ts';
import type { ComparedMessage } from '../../app/state/window/compared.ts';

/** The bytes of two messages, as far as they are compared. */
export interface LoadedMessages {
	readonly a: Uint8Array;
	readonly b: Uint8Array;
}

async function bytesOf({ capture, row }: ComparedMessage): Promise<Uint8Array> {
	const of = capture === undefined ? {} : { capture };
	if (row.length === 0) return new Uint8Array(0);
	return (await session.call('captureBytes', { ...of, n: row.n, offset: 0, length: MOST_DETAIL })).bytes;
}

/** Reads two messages; undefined until both are there. */
export function useMessages(
	a: ComparedMessage,
	b: ComparedMessage,
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
