import type { LogTime } from '../../../../common/contract/calls/settings.ts';
import type { Words } from '../../../../common/words/en.ts';
import { fieldOfColumn, isFieldColumn } from '../../../app/state/window/field-columns.ts';
import type { ColumnName } from './columns.ts';

/** The name of a column, and what it shows: a decoded field by the end of its own. */
export function columnTexts(
	name: ColumnName,
	{ columns, times, fieldColumn }: Words['log'],
	time: LogTime = 'absolute',
): { readonly label: string; readonly title: string } {
	if (isFieldColumn(name)) {
		const field = fieldOfColumn(name);
		return { label: field, title: fieldColumn(field) };
	}
	return name === 'time' && time !== 'absolute' ? times[time] : columns[name];
}
