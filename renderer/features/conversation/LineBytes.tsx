import type { ReactNode } from 'react';
import type { StreamForm } from '../../../common/conversation/index.ts';
import { formatBytes } from '../../../common/payload/index.ts';
import { asciiChar, hexByte } from '../../bytes/hex.ts';
import { visibleText } from '../../bytes/visible-text.ts';

/** A part of a line with its own style. */
export interface Span {
	readonly from: number;
	readonly to: number;
	readonly kind: 'plain' | 'hit' | 'border';
}

export interface LineBytesProps {
	readonly bytes: Uint8Array;
	readonly form: StreamForm;
	/** Bytes of a full line of hex. */
	readonly width: number;
	/** The line from its first to its last byte. */
	readonly spans: readonly Span[];
}

/** The bytes of one line. */
export function LineBytes({ bytes, form, width, spans }: LineBytesProps) {
	const drawn = (draw: (part: Uint8Array, from: number) => ReactNode) =>
		spans.map(({ from, to, kind }) => (
			<span key={from} className={kind === 'plain' ? undefined : `talk-${kind}`}>
				{draw(bytes.subarray(from, to), from)}
			</span>
		));
	if (form === 'text')
		return (
			<span className="talk-text">
				{drawn((part) => (
					<Text bytes={part} />
				))}
			</span>
		);
	if (form === 'escaped') return <span className="talk-text">{drawn((part) => formatBytes(part, 'escaped'))}</span>;
	return (
		<>
			<span className="talk-hex" style={{ width: `${width * 3 + 1}ch` }}>
				{drawn((part, from) => Array.from(part, (byte, i) => gap(from + i, width) + hexByte(byte)).join(''))}
			</span>
			<span className="talk-ascii">{drawn((part) => Array.from(part, asciiChar).join(''))}</span>
		</>
	);
}

/** The separator before byte `i` of a line: a wider gap in the middle. */
function gap(i: number, width: number): string {
	if (i === 0) return '';
	return i === width / 2 && width > 4 ? '  ' : ' ';
}

function Text({ bytes }: { readonly bytes: Uint8Array }) {
	return visibleText(bytes).map((piece, i) =>
		piece.kind === 'text' ? (
			piece.text
		) : (
			// biome-ignore lint/suspicious/noArrayIndexKey: pieces of one line never move
			<span key={i} className={`bytes-${piece.kind}`}>
				{piece.text}
			</span>
		),
	);
}
