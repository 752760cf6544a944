import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import type { LogTime } from '../../../../common/contract/calls/settings.ts';
import { formatCount } from '../../../app/shared/format.ts';
import { fieldsText, isFieldColumn } from '../../../app/state/window/field-columns.ts';
import { deltaText, sinceText, timeOfDay } from '../../../bytes/event-time.ts';
import { words } from '../../../words/index.ts';
import type { ColumnName } from '../columns/columns.ts';

export interface CellTextFacts {
	readonly row: CaptureRow;
	/** Time of the previous row, ns; absent for the first one, or until it is loaded. */
	readonly before: bigint | undefined;
	/** Wall clock of the capture's first event, ns; absent until it is known. */
	readonly begin: bigint | undefined;
	/** What the time column shows. */
	readonly time: LogTime;
}

/** The text of a cell, but for directions and previews, which are more than text. */
export function cellText(
	name: Exclude<ColumnName, 'direction' | 'preview'>,
	{ row, before, begin, time }: CellTextFacts,
): string {
	if (isFieldColumn(name)) return fieldsText(row, name);
	switch (name) {
		case 'number':
			return formatCount((row.item ?? row.n) + 1);
		case 'time':
			if (time === 'relative' && begin !== undefined) return sinceText(row.time - begin);
			return time === 'delta' ? since(row, before) : timeOfDay(row.time);
		case 'delta':
			return since(row, before);
		case 'endpoint':
			return row.endpoint;
		case 'connection':
			return row.connection === 0 ? '' : `#${row.connection}`;
		case 'kind':
			return words().events.kinds[row.kind];
		case 'length':
			return row.kind === 'data' ? formatCount(row.length) : '';
		case 'message':
			return row.message === undefined ? '' : formatCount(row.message.number);
		case 'reads':
			return row.message === undefined ? '' : formatCount(row.message.reads);
		case 'duration':
			return row.message === undefined ? '' : sinceText(row.time - row.message.begin);
	}
}

function since(row: CaptureRow, before: bigint | undefined): string {
	return before === undefined ? '' : deltaText(row.time - before);
}
