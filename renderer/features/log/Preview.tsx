import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import type { LogPreview } from '../../../common/contract/calls/settings.ts';
import { charsetNamed, toHex } from '../../../common/payload/index.ts';
import type { CharsetName } from '../../../common/payload/schema.ts';
import { visibleString, visibleText } from '../../bytes/visible-text.ts';

interface PreviewProps {
	readonly row: CaptureRow;
	readonly as: LogPreview;
	/** Bytes shown in front of the text where it shows both. */
	readonly hexBytes: number;
	/** What happened stands in front where no column shows it. */
	readonly namesKind: boolean;
	/** Of its endpoint's text. */
	readonly charset: CharsetName;
}

/** The first bytes of a payload as visible text, hex or both, or the event's text. */
export function Preview({ row, as, hexBytes, namesKind, charset }: PreviewProps) {
	if (row.kind !== 'data') {
		return (
			<span className="log-text">
				{namesKind ? `${row.kind} ` : ''}
				{visibleString(row.text)}
			</span>
		);
	}
	if (row.length === 0) return <span className="log-text">empty</span>;
	const partial = row.length > row.preview.length;
	const ellipsis = partial ? <span className="log-text">…</span> : null;
	if (as === 'hex') {
		return (
			<>
				{toHex(row.preview, ' ')}
				{ellipsis}
			</>
		);
	}
	return (
		<>
			{as === 'text' ? null : (
				<span className="log-hex" style={{ width: `${hexBytes * 3 + 1}ch` }}>
					{toHex(row.preview.subarray(0, hexBytes), ' ')}
					{row.length > hexBytes ? '…' : ''}
				</span>
			)}
			{visibleText(row.preview, { partial, charset: charsetNamed(charset) }).map((piece, i) =>
				piece.kind === 'text' ? (
					piece.text
				) : (
					// biome-ignore lint/suspicious/noArrayIndexKey: pieces of one row never move
					<span key={i} className={`bytes-${piece.kind}`}>
						{piece.text}
					</span>
				),
			)}
			{ellipsis}
		</>
	);
}
