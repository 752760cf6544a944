import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import type { LogPreview } from '../../../common/contract/calls/settings.ts';
import { charsetNamed, toHex } from '../../../common/payload/index.ts';
import type { CharsetName } from '../../../common/payload/schema.ts';
import type { Words } from '../../../common/words/en.ts';
import { litParts } from '../../bytes/lit.ts';
import { Pieces } from '../../bytes/Pieces.tsx';
import { type ByteRange, visibleText } from '../../bytes/visible-text.ts';
import { eventText } from '../../words/errors.ts';

interface PreviewProps {
	readonly row: CaptureRow;
	readonly as: LogPreview;
	/** Bytes shown in front of the text where it shows both. */
	readonly hexBytes: number;
	/** What happened stands in front where no column shows it. */
	readonly namesKind: boolean;
	/** The row renders this again when the language changes. */
	readonly words: Words;
	readonly charset: CharsetName;
}

const encoder = new TextEncoder();

/** Some bytes of a payload as visible text, hex or both, or the event's text; what was found is marked. */
export function Preview({ row, as, hexBytes, namesKind, words: { log, events }, charset }: PreviewProps) {
	const { preview, previewAt = 0, places = [] } = row;
	if (row.kind !== 'data') {
		return (
			<span className="log-text">
				{namesKind ? `${events.kinds[row.kind]} ` : ''}
				<Pieces pieces={visibleText(encoder.encode(eventText(row)), { lit: places })} />
			</span>
		);
	}
	if (row.length === 0) return <span className="log-text">{log.emptyPayload}</span>;
	const partial = row.length > previewAt + preview.length;
	const lit = places.map(({ from, to }) => ({ from: from - previewAt, to: to - previewAt }));
	const before = previewAt === 0 ? null : <span className="log-text">…</span>;
	const after = partial ? <span className="log-text">…</span> : null;
	if (as === 'hex') {
		return (
			<>
				{before}
				<Hex bytes={preview} lit={lit} />
				{after}
			</>
		);
	}
	return (
		<>
			{as === 'text' ? null : (
				<span className="log-hex" style={{ width: `${hexBytes * 3 + 1}ch` }}>
					<Hex bytes={preview.subarray(0, hexBytes)} lit={lit} />
					{row.length > previewAt + hexBytes ? '…' : ''}
				</span>
			)}
			{before}
			<Pieces pieces={visibleText(preview, { partial, lit, charset: charsetNamed(charset) })} />
			{after}
		</>
	);
}

/** Bytes as hex with a space between; lit places are marked. */
function Hex({ bytes, lit }: { readonly bytes: Uint8Array; readonly lit: readonly ByteRange[] }) {
	return litParts(lit, bytes.length).map(({ from, to, place }) => {
		const hex = toHex(bytes.subarray(from, to), ' ');
		const gap = from === 0 ? '' : ' ';
		return place !== undefined ? (
			<span key={from}>
				{gap}
				<mark className="bytes-lit">{hex}</mark>
			</span>
		) : (
			gap + hex
		);
	});
}
