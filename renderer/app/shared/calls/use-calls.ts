import { useEffect, useState } from 'react';
import type { CallList, CallsState } from '../../../../common/contract/calls/socket-calls.ts';
import { captureParam, useViewed } from '../../state/capture/viewed.ts';
import { session } from '../../state/host/session.ts';
import { CallSource } from './call-source.ts';

/** A list of calls, while it is shown. */
export interface Calls {
	readonly list: CallList;
	readonly source: CallSource;
	/** Absent until the host has reported it. */
	readonly state: CallsState | undefined;
	readonly error: Error | undefined;
}

/** Subscribes to a list of calls of the viewed capture. The one before stays until another has arrived. */
export function useCalls(list: CallList | undefined): Calls | undefined {
	const key = list === undefined ? '' : JSON.stringify(list);
	const capture = useViewed((viewed) => viewed.capture);
	const [calls, setCalls] = useState<Calls>();
	// biome-ignore lint/correctness/useExhaustiveDependencies: `key` identifies the list
	useEffect(() => {
		if (list === undefined) {
			setCalls(undefined);
			return;
		}
		const of = captureParam(capture);
		const begin = (state: CallsState | undefined, error?: Error): Calls => ({
			list,
			source: new CallSource(async (from, count) => {
				return (await session.call('callLines', { ...of, ...list, from, count })).calls;
			}),
			state,
			error,
		});
		return session.subscribe(
			'captureCalls',
			{ ...of, ...list },
			{
				onSnapshot: (state) => setCalls(begin(state)),
				onDelta: (state) => setCalls((before) => (before === undefined ? begin(state) : { ...before, state })),
				onError: (error) => setCalls(begin(undefined, error)),
			},
		);
	}, [key, capture]);
	return calls;
}
