import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import { visibleString, visibleText } from '../../bytes/visible-text.ts';

/** The first bytes of a payload as visible text, or the event's text. */
export function Preview({ row }: { readonly row: CaptureRow }) {
	if (row.kind !== 'data') return <span className="log-text">{visibleString(row.text)}</span>;
	if (row.length === 0) return <span className="log-text">empty</span>;
	const partial = row.length > row.preview.length;
	return (
		<>
			{visibleText(row.preview, { partial }).map((piece, i) =>
				piece.kind === 'text' ? (
					piece.text
				) : (
					// biome-ignore lint/suspicious/noArrayIndexKey: pieces of one row never move
					<span key={i} className={`bytes-${piece.kind}`}>
						{piece.text}
					</span>
				),
			)}
			{partial ? <span className="log-text">…</span> : null}
		</>
	);
}
