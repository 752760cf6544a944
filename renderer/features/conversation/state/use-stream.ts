import { useEffect, useState } from 'react';
import type { StreamLayout, StreamState } from '../../../../common/contract/calls/stream.ts';
import { captureParam, useViewed } from '../../../app/state/capture/viewed.ts';
import { session } from '../../../app/state/host/session.ts';
import { LineSource } from './line-source.ts';
import { soughtNow } from './lit.ts';

export interface Stream {
	readonly layout: StreamLayout;
	readonly source: LineSource;
	/** Absent until the host has reported it. */
	readonly state: StreamState | undefined;
	readonly error: Error | undefined;
}

/** Subscribes to a connection's layout while it is shown. Another layout starts over, and so does another charset of its endpoint (`recoded`). */
export function useStream(layout: StreamLayout | undefined, recoded: number): Stream | undefined {
	const key = layout === undefined ? '' : JSON.stringify(layout);
	const capture = useViewed((viewed) => viewed.capture);
	const [stream, setStream] = useState<Stream>();
	// biome-ignore lint/correctness/useExhaustiveDependencies: `key` identifies the layout; the host reads text in the charset of today
	useEffect(() => {
		if (layout === undefined) {
			setStream(undefined);
			return;
		}
		const of = captureParam(capture);
		const begin = (state: StreamState | undefined, error?: Error): Stream => ({
			layout,
			source: new LineSource(
				(from, count, sought) =>
					session.call('streamLines', { ...of, layout, from, count, ...(sought === undefined ? {} : { sought }) }),
				soughtNow,
			),
			state,
			error,
		});
		return session.subscribe(
			'stream',
			{ ...of, layout },
			{
				// A new snapshot after the connection was lost: earlier counts are invalid.
				onSnapshot: (state) => setStream(begin(state)),
				onDelta: (state) => setStream((before) => (before === undefined ? begin(state) : { ...before, state })),
				onError: (error) => setStream(begin(undefined, error)),
			},
		);
	}, [key, capture, recoded]);
	return stream;
}
