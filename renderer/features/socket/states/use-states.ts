import { useEffect, useState } from 'react';
import type { StatesState } from '../../../../common/contract/calls/socket-calls.ts';
import { captureParam, useViewed } from '../../../app/state/capture/viewed.ts';
import { session } from '../../../app/state/host/session.ts';

export interface ShownStates {
	readonly connection: number;
	readonly state: StatesState | undefined;
	readonly error: Error | undefined;
}

/** Subscribes to the states of a connection. */
export function useStates(connection: number | undefined): ShownStates | undefined {
	const capture = useViewed((viewed) => viewed.capture);
	const [shown, setShown] = useState<ShownStates>();
	useEffect(() => {
		if (connection === undefined) {
			setShown(undefined);
			return;
		}
		const show = (state: StatesState | undefined, error?: Error) => setShown({ connection, state, error });
		return session.subscribe(
			'captureStates',
			{ ...captureParam(capture), connection },
			{ onSnapshot: show, onDelta: show, onError: (error) => show(undefined, error) },
		);
	}, [connection, capture]);
	return shown;
}
