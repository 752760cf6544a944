// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by keyboard
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { charsetNamed } from '../../../common/payload/index.ts';
import { CHARSETS, type CharsetName } from '../../../common/payload/schema.ts';
import { formatCount } from '../../app/shared/format.ts';
import { CHARSET_NAMES } from '../../bytes/charsets.ts';
import { visibleText } from '../../bytes/visible-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select } from '../../ui/Select.tsx';
import type { ByteSource } from './byte-source.ts';
import { useInspector } from './store.ts';
import { WINDOW_BYTES, windowBytes, windowCount, windowRange } from './text-window.ts';

const CHARSET_CHOICES = CHARSETS.map((value) => ({ value, label: CHARSET_NAMES[value] }));

const shownText = (bytes: Uint8Array, charset: CharsetName) =>
	visibleText(bytes, { lines: true, charset: charsetNamed(charset) });

/** A payload decoded with a charset, with invisible characters shown. Long ones are shown in windows. */
export function TextView({ source }: { readonly source: ByteSource }) {
	const version = useSyncExternalStore(source.subscribe, source.version);
	const wrap = useInspector((inspector) => inspector.wrap);
	const charset = useInspector((inspector) => inspector.charset);
	const [index, setIndex] = useState(0);
	const { from, end } = windowRange(index, source.total);
	useEffect(() => source.want(from, end, source.total), [source, from, end]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: `version` grows when bytes arrive
	const pieces = useMemo(() => {
		const fetched = source.bytes(from, end);
		return fetched === undefined ? undefined : shownText(windowBytes(index, fetched, charsetNamed(charset)), charset);
	}, [source, index, from, end, version, charset]);
	const count = windowCount(source.total);
	const start = index * WINDOW_BYTES;
	return (
		<div className="text-view">
			<div className="text-tools">
				<Select
					label="Charset"
					hideLabel
					className="text-charset"
					value={charset}
					choices={CHARSET_CHOICES}
					onChange={(chosen) => useInspector.setState({ charset: chosen })}
				/>
				<Checkbox label="Wrap lines" checked={wrap} onChange={(checked) => useInspector.setState({ wrap: checked })} />
				{count === 1 ? null : (
					<>
						<span className="text-place">
							bytes {formatCount(start)} to {formatCount(Math.min(start + WINDOW_BYTES, source.total) - 1)}
						</span>
						<Button disabled={index === 0} onClick={() => setIndex(index - 1)}>
							Before
						</Button>
						<Button disabled={index === count - 1} onClick={() => setIndex(index + 1)}>
							Next
						</Button>
					</>
				)}
			</div>
			<section className={wrap ? 'text-body text-wrap' : 'text-body'} tabIndex={0} data-pane-focus="" aria-label="Text">
				{pieces?.map((piece, i) =>
					piece.kind === 'text' ? (
						piece.text
					) : (
						// biome-ignore lint/suspicious/noArrayIndexKey: always rendered as a whole
						<span key={i} className={`bytes-${piece.kind}`}>
							{piece.text}
						</span>
					),
				) ?? '…'}
			</section>
		</div>
	);
}
