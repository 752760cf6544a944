import { charsetNamed } from '../../../common/payload/index.ts';
import type { CharsetName } from '../../../common/payload/schema.ts';
import { type ByteSelection, selectedRange } from '../../app/shared/hex/byte-selection.ts';
import type { ByteSource } from '../../app/shared/hex/byte-source.ts';
import { Pieces } from '../../bytes/Pieces.tsx';
import { byteValues } from '../../bytes/values.ts';
import { visibleText } from '../../bytes/visible-text.ts';
import { useWords } from '../../words/index.ts';

/** Maximum bytes of a selection that are decoded as text. */
const TEXT_BYTES = 64;

/** The selection, and the values of the bytes at its start. */
export function ValueLine({
	source,
	selection,
	charset,
}: {
	readonly source: ByteSource;
	readonly selection: ByteSelection | undefined;
	readonly charset: CharsetName;
}) {
	const words = useWords().inspector;
	if (selection === undefined) {
		return (
			<div className="values">
				<span className="values-what" role="status">
					{words.howToSelect(source.total)}
				</span>
			</div>
		);
	}
	const { from, end } = selectedRange(selection);
	const length = end - from;
	const bytes = source.bytes(from, Math.min(end, from + TEXT_BYTES)) ?? new Uint8Array(0);
	const text = visibleText(bytes, { partial: length > bytes.length, charset: charsetNamed(charset) });
	return (
		<div className="values">
			<span className="values-what" role="status">
				{words.selectedAt(length, `0x${from.toString(16).padStart(2, '0')}`)}
			</span>
			<dl>
				{byteValues(bytes.subarray(0, 8)).map(({ label, value }) => (
					<div key={label}>
						<dt>{label}</dt>
						<dd>{value}</dd>
					</div>
				))}
				<div className="values-text">
					<dt>{charset}</dt>
					<dd>
						“
						<Pieces pieces={text} />
						{length > bytes.length ? '…' : ''}”
					</dd>
				</div>
			</dl>
		</div>
	);
}
