import type { ReactNode } from 'react';
import type { StreamForm } from '../../../common/conversation/index.ts';
import { concat } from '../../../common/payload/codec/concat.ts';
import { charsetNamed, formatBytes, toHex } from '../../../common/payload/index.ts';
import type { CharsetName } from '../../../common/payload/schema.ts';
import { asciiChar, hexByte } from '../../bytes/hex.ts';
import { Pieces } from '../../bytes/Pieces.tsx';
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
	/** Of the text. Default: UTF-8. */
	readonly charset?: CharsetName | undefined;
	/** The start of the first character, from an earlier chunk. */
	readonly before?: Uint8Array | undefined;
	/** Bytes at the end that the next chunk may complete. */
	readonly tail?: number | undefined;
}

/** The bytes of one line. */
export function LineBytes({ bytes, form, width, spans, charset: name = 'utf-8', before, tail = 0 }: LineBytesProps) {
	const charset = charsetNamed(name);
	const whole = (part: Uint8Array, from: number) => {
		const cut = part.subarray(0, Math.max(0, bytes.length - tail - from));
		return from === 0 && before !== undefined ? concat([before, cut]) : cut;
	};
	const drawn = (draw: (part: Uint8Array, from: number) => ReactNode) =>
		spans.map(({ from, to, kind }) => (
			<span key={from} className={kind === 'plain' ? undefined : `talk-${kind}`}>
				{draw(bytes.subarray(from, to), from)}
			</span>
		));
	if (form === 'text')
		return (
			<span className="talk-text">
				{drawn((part, from) => (
					<Pieces pieces={visibleText(whole(part, from), { charset })} />
				))}
				<Tail bytes={bytes} count={tail} />
			</span>
		);
	if (form === 'escaped')
		return (
			<span className="talk-text">
				{drawn((part, from) => formatBytes(whole(part, from), 'escaped', charset))}
				<Tail bytes={bytes} count={tail} />
			</span>
		);
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

/** The start of a character at the end of a chunk: it is drawn whole with the next one. */
function Tail({ bytes, count }: { readonly bytes: Uint8Array; readonly count: number }) {
	if (count === 0) return null;
	const title = `A character starts here (${toHex(bytes.subarray(-count), ' ')}); it is shown with the chunk that ends it.`;
	return (
		<span className="bytes-control" title={title}>
			…
		</span>
	);
}
