import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { figureOf } from '../../../common/contract/calls/figures/statistic-cells.ts';
import type {
	StatisticFigures,
	StatisticRow,
	StatisticsState,
} from '../../../common/contract/calls/figures/statistics.ts';
import type { StatisticColumn } from '../../../common/statistics/columns.ts';
import { listEntry } from '../../app/state/capture/menu/list-entry.ts';
import { useDialogWords } from '../../words/dialogs.ts';
import { useWords } from '../../words/index.ts';
import { sortBy, useStatistics } from './store.ts';
import { COLUMNS, conditionOf, endsOf, nameOf, textOf } from './texts.ts';

/** The rows in their order, and the total. A name lists its events in the log. */
export function StatisticsTable({ state }: { readonly state: StatisticsState }) {
	const { statistics: text } = useDialogWords();
	const [at, setAt] = useState(0);
	const { total, rows } = state;
	const all = total.bytesIn + total.bytesOut;
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by arrow keys too
		<section className="statistics-scroll" aria-label={text.views.table} tabIndex={0}>
			<table className="statistics-table">
				<thead>
					<tr>
						{(['name', ...COLUMNS] as const).map((column) => (
							<ColumnHead key={column} column={column} />
						))}
					</tr>
				</thead>
				<tbody onKeyDown={(event) => moveFocus(event)}>
					{rows.map((row, i) => (
						<Row
							key={keyOf(row)}
							row={row}
							all={all}
							isCurrent={i === Math.min(at, rows.length - 1)}
							onFocus={() => setAt(i)}
						/>
					))}
				</tbody>
				<tfoot>
					<Line head={text.total} figures={total} all={all} />
				</tfoot>
			</table>
		</section>
	);
}

function ColumnHead({ column }: { readonly column: StatisticColumn }) {
	const { columns } = useDialogWords().statistics;
	const { sort, descending } = useStatistics();
	const isSorted = sort === column;
	const { name, about } = columns[column];
	const Mark = descending ? ArrowDown : ArrowUp;
	return (
		<th scope="col" aria-sort={isSorted ? (descending ? 'descending' : 'ascending') : 'none'}>
			<button type="button" title={about} onClick={() => sortBy(column)}>
				{isSorted ? <Mark size={11} aria-hidden="true" /> : null}
				{name}
			</button>
		</th>
	);
}

interface RowProps {
	readonly row: StatisticRow;
	readonly all: number;
	/** Tab reaches its name. */
	readonly isCurrent: boolean;
	readonly onFocus: () => void;
}

function Row({ row: { subject, figures }, all, isCurrent, onFocus }: RowProps) {
	const { statistics: text } = useDialogWords();
	const words = useWords();
	const name = nameOf(subject, text, words);
	const condition = conditionOf(subject);
	const ends = endsOf(subject);
	const show = () => {
		if (condition !== undefined) listEntry(condition).onSelect();
	};
	const isPart = subject.by === 'protocol' && subject.protocol !== undefined;
	const head = (
		<>
			{condition === undefined ? (
				<span className={isPart ? 'statistics-part' : undefined}>{name}</span>
			) : (
				<button
					type="button"
					className="statistics-name"
					tabIndex={isCurrent ? 0 : -1}
					title={text.listHint(name)}
					onFocus={onFocus}
					onClick={show}
				>
					{name}
				</button>
			)}
			{ends === '' ? null : <span className="statistics-ends">{ends}</span>}
		</>
	);
	return <Line head={head} figures={figures} all={all} />;
}

interface LineProps {
	readonly head: ReactNode;
	readonly figures: StatisticFigures;
	readonly all: number;
}

function Line({ head, figures, all }: LineProps) {
	return (
		<tr>
			<th scope="row">{head}</th>
			{COLUMNS.map((column) => (
				<td key={column} className={`statistics-${column}`}>
					{column === 'bytes' ? (
						<meter aria-hidden="true" min={0} max={1} value={figureOf(figures, column, all) ?? 0} />
					) : null}
					{textOf(figures, column, all)}
				</td>
			))}
		</tr>
	);
}

/** Arrow keys, Home and End go from name to name. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
	const names = [...event.currentTarget.querySelectorAll<HTMLElement>('.statistics-name')];
	const at = names.findIndex((name) => name.matches(':focus'));
	if (at < 0) return;
	const places: Readonly<Record<string, number>> = {
		ArrowUp: at - 1,
		ArrowDown: at + 1,
		Home: 0,
		End: names.length - 1,
	};
	const next = names[places[event.key] ?? -1];
	if (next === undefined) return;
	next.focus();
	event.preventDefault();
}

function keyOf({ subject }: StatisticRow): string {
	return Object.values(subject).join(' ');
}
