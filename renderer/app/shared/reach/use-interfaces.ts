import { useEffect, useState } from 'react';
import type { NetworkInterface } from '../../../../common/contract/calls/system/interfaces.ts';
import { session } from '../../state/host/session.ts';

/** The interfaces of the host's machine, requested once for each `key`; undefined without one, until they are known, and where they cannot be had. */
export function useInterfaces(key: string | undefined): readonly NetworkInterface[] | undefined {
	const [found, setFound] = useState<readonly NetworkInterface[]>();
	useEffect(() => {
		if (key === undefined) return;
		let wanted = true;
		session.call('networkInterfaces', {}).then(
			({ interfaces }) => wanted && setFound(interfaces),
			// What needs them is left out: it would be wrong.
			() => wanted && setFound(undefined),
		);
		return () => {
			wanted = false;
		};
	}, [key]);
	return found;
}
