import { type RefObject, useMemo } from 'react';
import { create } from 'zustand';
import type { LogPreview, LogTable, LogTime } from '../../../../common/contract/calls/settings.ts';
import { useListing } from '../../../app/state/capture/listing.ts';
import { updateSettings, useSettings } from '../../../app/state/window/settings.ts';
import { useWidth } from '../../../virtual/use-width.ts';
import { type Column, type ColumnName, columnsOf, withColumn } from './columns.ts';
import { type Layout, layOut } from './layout.ts';

/** px of a row where the view is not measured yet. */
const UNMEASURED = 1000;
/** px of a character where it is not. */
const USUAL_CHARACTER = 7.2;

/** The column that is being dragged to another width, px: it is remembered when the drag ends. */
export const useResized = create<{ readonly name: ColumnName | undefined; readonly width: number }>()(() => ({
	name: undefined,
	width: 0,
}));

/** How the rows look; keeps its identity while it stays the same. */
export interface RowLook {
	readonly layout: Layout;
	readonly time: LogTime;
	readonly preview: LogPreview;
}

/** The columns that fit into the log, and what they show. */
export function useRowLook(grid: RefObject<HTMLElement | null>): RowLook {
	const table = useSettings((settings) => settings.logTable);
	const fonts = useSettings((settings) => settings.fonts);
	const { width, character } = useWidth(grid, 'var(--font-mono)', fonts);
	const resized = useResized();
	const ofMessages = useListing(({ as }) => as === 'messages');
	return useMemo(() => {
		const available = width === 0 ? UNMEASURED : width;
		const stored = columnsOf(table.columns);
		const columns = resized.name === undefined ? stored : withColumn(stored, resized.name, { width: resized.width });
		const layout = layOut(columns, available, character === 0 ? USUAL_CHARACTER : character, ofMessages);
		return { layout, time: table.time, preview: table.preview };
	}, [table, resized, width, character, ofMessages]);
}

/** The columns as a person wants them, hidden ones and those of messages too. */
export function presentColumns(): readonly Column[] {
	return columnsOf(useSettings.getState().logTable.columns);
}

/** Changes how the log looks, and remembers it. */
export function changeTable(change: Partial<LogTable>): void {
	updateSettings({ logTable: { ...useSettings.getState().logTable, ...change } });
}

export function setColumns(columns: readonly Column[]): void {
	changeTable({ columns: columns.map((column) => ({ ...column })) });
}
