// biome-ignore-all lint/a11y/useSemanticElements: rows of a table cannot be selected
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and references its rows with aria-activedescendant
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef } from 'react';
import type { StoredCapture } from '../../../common/contract/calls/library.ts';
import { formatBytes, formatCount } from '../../app/shared/format.ts';
import { useDialogWords } from '../../words/dialogs.ts';
import { openStored } from './open.ts';
import { type Order, pressed, SORT_KEYS } from './order.ts';
import { choose, chooseAll, type ListSelection, type Manner, rowAfterKey } from './selection.ts';
import { deleteCaptures } from './store.ts';
import { dateTime, span } from './words.ts';

/** Rows that Page Up and Page Down move by. */
const PAGE = 10;

export interface CaptureTableProps {
	readonly captures: readonly StoredCapture[];
	readonly order: Order;
	readonly onOrder: (order: Order) => void;
	readonly selection: ListSelection;
	readonly onSelection: (selection: ListSelection) => void;
}

function mannerOf({ shiftKey, ctrlKey, metaKey }: MouseEvent | KeyboardEvent): Manner {
	if (shiftKey) return 'range';
	return ctrlKey || metaKey ? 'toggle' : 'one';
}

/** The captures as rows: at most some hundreds, so all of them are in the page. */
export function CaptureTable({ captures, order, onOrder, selection, onSelection }: CaptureTableProps) {
	const id = useId();
	const text = useDialogWords().captures;
	const grid = useRef<HTMLDivElement>(null);
	const names = captures.map(({ folder }) => folder);
	const at = selection.at === undefined ? -1 : names.indexOf(selection.at);

	useEffect(() => {
		grid.current?.querySelector(`[data-row="${at}"]`)?.scrollIntoView({ block: 'nearest' });
	}, [at]);

	const onKeyDown = (event: KeyboardEvent) => {
		const { key } = event;
		const current = captures[at];
		const next = rowAfterKey(names, selection.at, key, PAGE);
		if (next !== undefined) onSelection(choose(names, selection, next, event.shiftKey ? 'range' : 'one'));
		else if (key === ' ' && current) onSelection(choose(names, selection, current.folder, 'toggle'));
		else if (key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) onSelection(chooseAll(names, selection));
		else if (key === 'Enter' && current) openStored(current);
		else if (key === 'Delete') {
			void deleteCaptures(captures.filter((one) => selection.chosen.has(one.folder)));
		} else return;
		event.preventDefault();
	};

	return (
		<div
			role="grid"
			ref={grid}
			className="captures-table"
			aria-label={text.title}
			aria-multiselectable="true"
			aria-rowcount={captures.length + 1}
			tabIndex={0}
			{...(at < 0 ? {} : { 'aria-activedescendant': `${id}-${at}` })}
			onKeyDown={onKeyDown}
		>
			<div role="row" className="captures-row captures-head">
				{SORT_KEYS.map((key) => (
					<span
						key={key}
						role="columnheader"
						className={`captures-${key}`}
						aria-sort={order.by === key ? (order.down ? 'descending' : 'ascending') : 'none'}
					>
						<button type="button" onClick={() => onOrder(pressed(order, key))}>
							{text.columns[key]}
							{order.by === key ? <SortMark down={order.down} /> : null}
						</button>
					</span>
				))}
			</div>
			{captures.map((capture, i) => (
				// biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys
				<div
					key={capture.folder}
					role="row"
					id={`${id}-${i}`}
					data-row={i}
					className={i === at ? 'captures-row captures-at' : 'captures-row'}
					aria-selected={selection.chosen.has(capture.folder)}
					title={capture.folder}
					onClick={(event) => onSelection(choose(names, selection, capture.folder, mannerOf(event)))}
					onDoubleClick={() => openStored(capture)}
				>
					<span role="gridcell" className="captures-time">
						{dateTime(capture.from) || text.nothing} <small>{span(capture)}</small>
					</span>
					<span role="gridcell" className="captures-events">
						{formatCount(capture.events)}
					</span>
					<span role="gridcell" className="captures-size">
						{formatBytes(capture.size)}
					</span>
					<span role="gridcell" className="captures-endpoints">
						{capture.endpoints.join(', ')}
					</span>
					<span
						role="gridcell"
						className={`captures-state captures-state-${capture.state}`}
						title={capture.problem ?? text.hints[capture.state]}
					>
						{text.states[capture.state]}
					</span>
				</div>
			))}
		</div>
	);
}

function SortMark({ down }: { readonly down: boolean }) {
	const Icon = down ? ArrowDown : ArrowUp;
	return <Icon size={11} aria-hidden="true" />;
}
