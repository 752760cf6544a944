import { Diff } from 'lucide-react';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import { formatCount } from '../../app/shared/format.ts';
import { compareConnection } from '../../app/state/capture/compare-connections.ts';
import { viewed } from '../../app/state/capture/viewed.ts';
import { fullTime } from '../../bytes/event-time.ts';
import { visibleString } from '../../bytes/visible-text.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useEventText } from '../../words/errors.ts';

const DIRECTIONS = { in: '← in', out: '→ out', none: '' } as const;

/** The identity of the event. */
export function EventHead({ row }: { readonly row: CaptureRow }) {
	const said = useEventText(row);
	return (
		<div className="event-head">
			<div className="event-head-line">
				<strong>Event {formatCount(row.n + 1)}</strong>
				<span className="event-time">{fullTime(row.time, 9)}</span>
			</div>
			<div className="event-head-line">
				<span className={row.kind === 'error' || row.kind === 'reset' ? 'event-trouble' : ''}>{row.kind}</span>
				{row.direction === 'none' ? null : (
					<span className={`event-${row.direction}`}>{DIRECTIONS[row.direction]}</span>
				)}
				<span className="event-endpoint">{row.endpoint}</span>
				{row.connection === 0 ? null : (
					<span className="event-connection">
						#{row.connection}
						<IconButton
							label={`Compare connection #${row.connection} with another`}
							size="s"
							onClick={() => compareConnection(viewed().capture, row.connection)}
						>
							<Diff size={12} />
						</IconButton>
					</span>
				)}
				{row.kind === 'data' ? (
					<span>
						{formatCount(row.length)} {row.length === 1 ? 'byte' : 'bytes'}
					</span>
				) : null}
			</div>
			{said === '' ? null : <div className="event-text">{visibleString(said)}</div>}
		</div>
	);
}
