import { describeFraming } from '../../../common/framing/index.ts';
import { formatCount } from '../../app/shared/format.ts';
import { bytesText } from './DialogueRow.tsx';
import type { Stream } from './state/use-stream.ts';

/** The size of the conversation, and the progress of the host. */
export function StreamStatus({ stream }: { readonly stream: Stream }) {
	const { state, layout } = stream;
	if (state === undefined) return null;
	const { events, bytes, scanned, stored, limited, messages = 0, framing } = state;
	const share = stored === 0 ? 100 : Math.floor((scanned / stored) * 100);
	return (
		<div className="talk-status">
			<span>
				{formatCount(events)} {events === 1 ? 'event' : 'events'}, {bytesText(bytes)}
				{layout.type === 'dialogue' ? '' : `, ${formatCount(messages)} ${messages === 1 ? 'message' : 'messages'}`}
			</span>
			{framing === undefined ? null : <span>Framing: {describeFraming(framing)}</span>}
			{scanned < stored && !limited ? (
				<span role="status">
					Reading the capture… <progress value={share} max={100} aria-label="Read so far" /> {share} %
				</span>
			) : null}
			{limited ? <span role="status">Only its first {formatCount(events)} events are shown.</span> : null}
		</div>
	);
}
