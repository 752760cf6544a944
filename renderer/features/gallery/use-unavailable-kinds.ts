import { useEffect, useState } from 'react';
import type { EndpointKind } from '../../../common/endpoints/index.ts';
import { session } from '../../app/state/host/session.ts';

const NONE: ReadonlyMap<EndpointKind, string> = new Map();

/** The kinds that the host's machine cannot have, with the reason; none until the host has said so. */
export function useUnavailableKinds(): ReadonlyMap<EndpointKind, string> {
	const [kinds, setKinds] = useState(NONE);
	useEffect(() => {
		let shown = true;
		session.call('unavailableKinds', {}).then(
			(answer) => shown && setKinds(new Map(answer.kinds.map(({ kind, reason }) => [kind, reason]))),
			// Whoever starts one is told the reason then.
			() => shown && setKinds(NONE),
		);
		return () => {
			shown = false;
		};
	}, []);
	return kinds;
}
