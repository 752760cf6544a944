import type { VisiblePiece } from './visible-text.ts';

export interface PiecesProps {
	readonly pieces: readonly VisiblePiece[];
	/** The lit place that is the current one. */
	readonly current?: number | undefined;
}

/** Visible text, with lit places marked. */
export function Pieces({ pieces, current }: PiecesProps) {
	return pieces.map(({ kind, text, lit }, i) => {
		if (kind === 'text' && lit === undefined) return text;
		const className = kind === 'text' ? undefined : `bytes-${kind}`;
		return lit === undefined ? (
			// biome-ignore lint/suspicious/noArrayIndexKey: always rendered as a whole
			<span key={i} className={className}>
				{text}
			</span>
		) : (
			// biome-ignore lint/suspicious/noArrayIndexKey: always rendered as a whole
			<mark key={i} className="bytes-lit" data-current={lit === current ? '' : undefined}>
				{text}
			</mark>
		);
	});
}
