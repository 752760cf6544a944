import { useEffect, useState } from 'react';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';

/** The system's code at the start of an event's text, as in `EPIPE (32): …`. */
const ERRNO = /\b(E[A-Z][A-Z0-9_]+) \(-?\d+\): /;

/** What to check after a system error; nothing for other events. The texts are loaded on first use. */
export function ErrorHint({
	row,
}: {
	readonly row: Pick<CaptureRow, 'kind' | 'direction' | 'text' | 'connection' | 'endpointKind'>;
}) {
	const { kind, direction, text, connection, endpointKind } = row;
	const errno = kind === 'error' || kind === 'reset' ? ERRNO.exec(text)?.[1] : undefined;
	const [hint, setHint] = useState<string>();
	useEffect(() => {
		setHint(undefined);
		if (errno === undefined) return;
		let wanted = true;
		void import('../../../common/errno/index.ts').then(({ askedIn, meaningOf }) => {
			if (wanted) setHint(meaningOf(errno)?.hint(askedIn({ endpointKind, connection, direction })));
		});
		return () => {
			wanted = false;
		};
	}, [errno, direction, connection, endpointKind]);
	return hint === undefined ? null : <p className="event-explained">{hint}</p>;
}
