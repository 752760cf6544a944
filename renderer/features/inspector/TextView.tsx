// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a scrolling text has to be reachable by keyboard
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { formatCount } from '../../app/format.ts';
import { visibleText } from '../../bytes/visible-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import type { ByteSource } from './byte-source.ts';
import { useInspector } from './store.ts';
import { WINDOW_BYTES, windowBytes, windowCount, windowRange } from './text-window.ts';

/** A payload read as UTF-8, with everything visible that is not text. Long ones are shown piece by piece. */
export function TextView({ source }: { readonly source: ByteSource }) {
	const version = useSyncExternalStore(source.subscribe, source.version);
	const wrap = useInspector((inspector) => inspector.wrap);
	const [index, setIndex] = useState(0);
	const { from, end } = windowRange(index, source.total);
	useEffect(() => source.want(from, end), [source, from, end]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: `version` says that bytes have come
	const pieces = useMemo(() => {
		const fetched = source.bytes(from, end);
		return fetched === undefined ? undefined : visibleText(windowBytes(index, fetched), { lines: true });
	}, [source, index, from, end, version]);
	const count = windowCount(source.total);
	return (
		<div className="text-view">
			<div className="text-tools">
				<Checkbox label="Wrap lines" checked={wrap} onChange={(checked) => useInspector.setState({ wrap: checked })} />
				{count === 1 ? null : (
					<>
						<span className="text-place">
							bytes {formatCount(from)} to {formatCount(Math.min(from + WINDOW_BYTES, source.total) - 1)}
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
						// biome-ignore lint/suspicious/noArrayIndexKey: drawn anew as a whole
						<span key={i} className={`bytes-${piece.kind}`}>
							{piece.text}
						</span>
					),
				) ?? '…'}
			</section>
		</div>
	);
}
