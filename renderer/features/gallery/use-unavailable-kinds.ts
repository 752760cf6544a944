import { useEffect, useState } from 'react';
import type { EndpointKind } from '../../../common/endpoints/index.ts';
import { session } from '../../app/state/host/session.ts';

const NONE: ReadonlyMap<EndpointKind, string> = new Map();

/** The kinds that the host's machine does not support, with the reason; empty until the host has answered. */
export function useUnavailableKinds(): ReadonlyMap<EndpointKind, string> {
	const [kinds, setKinds] = useState(NONE);
	useEffect(() => {
		let shown = true;
		session.call('unavailableKinds', {}).then(
			(answer) => shown && setKinds(new Map(answer.kinds.map(({ kind, reason }) => [kind, reason]))),
			// Starting one reports the reason anyway.
			() => shown && setKinds(NONE),
		);
		return () => {
			shown = false;
		};
	}, []);
	return kinds;
}
