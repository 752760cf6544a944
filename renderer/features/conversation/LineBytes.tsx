import type { ReactNode } from 'react';
import type { StreamForm } from '../../../common/conversation/index.ts';
import { concat } from '../../../common/payload/codec/concat.ts';
import { charsetNamed, formatBytes, toHex } from '../../../common/payload/index.ts';
import type { CharsetName } from '../../../common/payload/schema.ts';
import { asciiChar, hexByte } from '../../bytes/hex.ts';
import { type Lit, type LitPart, litParts, litWithin } from '../../bytes/lit.ts';
import { Pieces } from '../../bytes/Pieces.tsx';
import { visibleText } from '../../bytes/visible-text.ts';
import { useWords } from '../../words/index.ts';

export interface LineBytesProps {
	readonly bytes: Uint8Array;
	readonly form: StreamForm;
	/** Bytes of a full line of hex. */
	readonly width: number;
	/** What is lit up, with offsets from the first byte. */
	readonly lit: Lit;
	/** The line from its first to its last byte, with the delimiters of a message as places. Default: none. */
	readonly borders?: readonly LitPart[];
	/** Of the text. Default: UTF-8. */
	readonly charset?: CharsetName | undefined;
	/** The start of the first character, from an earlier chunk. */
	readonly before?: Uint8Array | undefined;
	/** Bytes at the end that the next chunk may complete. */
	readonly tail?: number | undefined;
}

/** A part of a line that is drawn as a whole, and its first byte. */
type Draw = (part: Uint8Array, from: number, lit: Lit) => ReactNode;

/** The bytes of one line. */
export function LineBytes(props: LineBytesProps) {
	const { bytes, form, width, lit, borders = litParts([], bytes.length), charset: name = 'utf-8', tail = 0 } = props;
	const { before } = props;
	const charset = charsetNamed(name);
	const carried = (from: number) => (from === 0 ? (before?.length ?? 0) : 0);
	const whole = (part: Uint8Array, from: number) => {
		const cut = part.subarray(0, Math.max(0, bytes.length - tail - from));
		return from === 0 && before !== undefined ? concat([before, cut]) : cut;
	};
	const drawn = (draw: Draw) =>
		borders.map(({ from, to, place }) => (
			<span key={from} className={place === undefined ? undefined : 'talk-border'}>
				{draw(bytes.subarray(from, to), from, litWithin(lit, from, to))}
			</span>
		));
	/** The same, split at the places that are lit up. */
	const split = (draw: (part: Uint8Array, from: number) => string) =>
		drawn((part, start, { places, at }) =>
			litParts(places, part.length).map(({ from, to, place }) => {
				const text = draw(part.subarray(from, to), start + from);
				if (place === undefined) return text;
				return (
					<mark key={from} className="bytes-lit" data-current={place === at ? '' : undefined}>
						{text}
					</mark>
				);
			}),
		);
	if (form === 'text')
		return (
			<span className="talk-text">
				{drawn((part, from, { places, at }) => {
					// A character that an earlier chunk begins belongs to the first byte of this one.
					const shift = carried(from);
					const shown = places.map((place) => ({
						from: place.from <= 0 ? 0 : place.from + shift,
						to: place.to + shift,
					}));
					return <Pieces pieces={visibleText(whole(part, from), { charset, lit: shown })} current={at} />;
				})}
				<Tail bytes={bytes} count={tail} />
			</span>
		);
	if (form === 'escaped')
		return (
			<span className="talk-text">
				{split((part, from) => formatBytes(whole(part, from), 'escaped', charset))}
				<Tail bytes={bytes} count={tail} />
			</span>
		);
	return (
		<>
			<span className="talk-hex" style={{ width: `${width * 3 + 1}ch` }}>
				{drawn((part, start, { places, at }) =>
					litParts(places, part.length).map(({ from, to, place }) => {
						const hex = Array.from(part.subarray(from, to), (byte, i) => gap(start + from + i, width) + hexByte(byte));
						const text = hex.join('');
						if (place === undefined) return text;
						const space = gap(start + from, width);
						return (
							<span key={from}>
								{space}
								<mark className="bytes-lit" data-current={place === at ? '' : undefined}>
									{text.slice(space.length)}
								</mark>
							</span>
						);
					}),
				)}
			</span>
			<span className="talk-ascii">{split((part) => Array.from(part, asciiChar).join(''))}</span>
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
	const words = useWords().conversation;
	if (count === 0) return null;
	const title = words.tail(toHex(bytes.subarray(-count), ' '));
	return (
		<span className="bytes-control" title={title}>
			…
		</span>
	);
}
