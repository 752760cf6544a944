import { framingText } from '../../app/shared/framing-text.ts';
import { useWords } from '../../words/index.ts';
import type { Stream } from './state/use-stream.ts';

/** The size of the conversation, and the progress of the host. */
export function StreamStatus({ stream }: { readonly stream: Stream }) {
	const { conversation: words, framing: framings } = useWords();
	const { state, layout } = stream;
	if (state === undefined) return null;
	const { events, bytes, scanned, stored, limited, messages = 0, framing } = state;
	const share = stored === 0 ? 100 : Math.floor((scanned / stored) * 100);
	return (
		<div className="talk-status">
			<span>{layout.type === 'dialogue' ? words.size(events, bytes) : words.cutSize(events, bytes, messages)}</span>
			{framing === undefined ? null : <span>{words.framing(framingText(framing, framings))}</span>}
			{scanned < stored && !limited ? (
				<span role="status">
					{words.reading} <progress value={share} max={100} aria-label={words.readSoFar} /> {share} %
				</span>
			) : null}
			{limited ? <span role="status">{words.limited(events)}</span> : null}
		</div>
	);
}
