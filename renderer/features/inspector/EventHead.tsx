import { Diff } from 'lucide-react';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import { compareConnection } from '../../app/state/capture/compare/compare-connections.ts';
import { showReads } from '../../app/state/capture/reveal.ts';
import { viewed } from '../../app/state/capture/viewed.ts';
import { fullTime } from '../../bytes/event-time.ts';
import { visibleString } from '../../bytes/visible-text.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useEventText } from '../../words/errors.ts';
import { useWords } from '../../words/index.ts';

/** The identity of the event. */
export function EventHead({ row }: { readonly row: CaptureRow }) {
	const { inspector: words, events, log } = useWords();
	const { listed } = log;
	const said = useEventText(row);
	return (
		<div className="event-head">
			<div className="event-head-line">
				<strong>{row.message === undefined ? words.event(row.n + 1) : listed.message(row.message.number)}</strong>
				<span className="event-time">{fullTime(row.time, 9)}</span>
			</div>
			<div className="event-head-line">
				<span className={row.kind === 'error' || row.kind === 'reset' ? 'event-trouble' : ''}>
					{events.kinds[row.kind]}
				</span>
				{row.direction === 'none' ? null : (
					<span className={`event-${row.direction}`}>{words.directions[row.direction]}</span>
				)}
				<span className="event-endpoint">{row.endpoint}</span>
				{row.connection === 0 ? null : (
					<span className="event-connection">
						#{row.connection}
						<IconButton
							label={words.compareConnection(row.connection)}
							size="s"
							onClick={() => compareConnection(viewed().capture, row.connection)}
						>
							<Diff size={12} />
						</IconButton>
					</span>
				)}
				{row.kind === 'data' ? <span>{words.length(row.length)}</span> : null}
				{row.message === undefined ? null : (
					<button type="button" className="event-reads" title={listed.asReads} onClick={() => showReads(row)}>
						{listed.inReads(row.message.reads, row.message.first + 1, row.n + 1)}
					</button>
				)}
			</div>
			{row.message?.complete === false ? <div className="event-text">{listed.cut}</div> : null}
			{row.message?.fault === true ? <div className="event-text event-trouble">{listed.fault}</div> : null}
			{said === '' ? null : <div className="event-text">{visibleString(said)}</div>}
		</div>
	);
}
