// biome-ignore-all lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by keyboard

import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { charsetNamed } from '../../../common/payload/index.ts';
import { CHARSETS, type CharsetName } from '../../../common/payload/schema.ts';
import { UseCharset } from '../../app/shared/charset/UseCharset.tsx';
import type { ByteSource } from '../../app/shared/hex/byte-source.ts';
import { isMenuKey, type MenuPlace, menuPlace, placeOf } from '../../app/state/window/context-menu.ts';
import { type Lit, litWithin } from '../../bytes/lit.ts';
import { Pieces } from '../../bytes/Pieces.tsx';
import { type ByteRange, bytesOfShown, visibleText } from '../../bytes/visible-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select } from '../../ui/Select.tsx';
import { useWords } from '../../words/index.ts';
import { useInspector } from './store.ts';
import { WINDOW_BYTES, windowBytes, windowCount, windowRange } from './text-window.ts';

interface TextViewProps {
	readonly endpoint: string;
	readonly source: ByteSource;
	readonly charset: CharsetName;
	/** The charset of the event's endpoint. */
	readonly own: CharsetName;
	readonly lit: Lit;
	/** Opens the menu of the selected text; undefined: of all bytes. */
	readonly onMenu: (place: MenuPlace, selected: ByteRange | undefined) => void;
}

/** The selected part of an element's text, in UTF-16 units from its start; undefined for none. */
function selectedWithin(element: Element): ByteRange | undefined {
	const selection = document.getSelection();
	if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
	const range = selection.getRangeAt(0);
	if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return undefined;
	const before = document.createRange();
	before.setStart(element, 0);
	before.setEnd(range.startContainer, range.startOffset);
	const from = before.toString().length;
	return { from, to: from + range.toString().length };
}

/** A payload decoded with a charset, with invisible characters shown. Long ones are shown in windows. */
export function TextView({ endpoint, source, charset, own, lit, onMenu }: TextViewProps) {
	const { charsets, inspector: words } = useWords();
	const version = useSyncExternalStore(source.subscribe, source.version);
	const wrap = useInspector((inspector) => inspector.wrap);
	const [index, setIndex] = useState(0);
	const { from, end } = windowRange(index, source.total);
	useEffect(() => source.want(from, end, source.total), [source, from, end]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: `version` grows when bytes arrive
	const shown = useMemo(() => {
		const fetched = source.bytes(from, end);
		if (fetched === undefined) return undefined;
		const named = charsetNamed(charset);
		const bytes = windowBytes(index, fetched, named);
		const start = from + bytes.byteOffset - fetched.byteOffset;
		const { places, at } = litWithin(lit, start, start + bytes.length);
		const options = { lines: true, charset: named, lit: places };
		return { pieces: visibleText(bytes, options), at, bytes, start, options };
	}, [source, index, from, end, version, charset, lit]);
	const body = useRef<HTMLElement>(null);
	const current = lit.places[lit.at]?.from;
	useEffect(() => {
		if (current !== undefined) setIndex(Math.floor(current / WINDOW_BYTES));
	}, [current]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the current place may be in the new text
	useEffect(() => {
		body.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' });
	}, [shown]);
	/** The bytes of the selected text. */
	const selected = (): ByteRange | undefined => {
		const text = body.current === null ? undefined : selectedWithin(body.current);
		if (text === undefined || shown === undefined) return undefined;
		const range = bytesOfShown(shown.bytes, shown.options, text.from, text.to);
		return range && { from: range.from + shown.start, to: range.to + shown.start };
	};
	const onContextMenu = (event: MouseEvent) => {
		event.preventDefault();
		onMenu(menuPlace(event), selected());
	};
	const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
		if (!isMenuKey(event)) return;
		event.preventDefault();
		onMenu(placeOf(event.currentTarget), selected());
	};
	const count = windowCount(source.total);
	const start = index * WINDOW_BYTES;
	return (
		<div className="text-view">
			<div className="text-tools">
				<Select
					label={words.charset}
					hideLabel
					className="text-charset"
					value={charset}
					choices={CHARSETS.map((value) => ({ value, label: charsets[value] }))}
					onChange={(chosen) =>
						useInspector.setState({ chosen: chosen === own ? undefined : { endpoint, charset: chosen } })
					}
				/>
				{charset === own ? null : (
					<UseCharset
						endpoint={endpoint}
						charset={charset}
						onUse={() => useInspector.setState({ chosen: undefined })}
					/>
				)}
				<Checkbox label={words.wrap} checked={wrap} onChange={(checked) => useInspector.setState({ wrap: checked })} />
				{count === 1 ? null : (
					<>
						<span className="text-place">
							{words.shownBytes(start, Math.min(start + WINDOW_BYTES, source.total) - 1)}
						</span>
						<Button disabled={index === 0} onClick={() => setIndex(index - 1)}>
							{words.before}
						</Button>
						<Button disabled={index === count - 1} onClick={() => setIndex(index + 1)}>
							{words.next}
						</Button>
					</>
				)}
			</div>
			<section
				ref={body}
				className={wrap ? 'text-body text-wrap' : 'text-body'}
				tabIndex={0}
				data-pane-focus=""
				onContextMenu={onContextMenu}
				onKeyDown={onKeyDown}
				aria-label={words.text}
			>
				{shown === undefined ? '…' : <Pieces pieces={shown.pieces} current={shown.at} />}
			</section>
		</div>
	);
}
