import type { Filter } from './ast.ts';

/** Whether it depends on marks and notes, which change: all else of an event stays as it was. */
export function asksForMarks(filter: Filter): boolean {
	if (filter.type === 'and' || filter.type === 'or') return filter.items.some(asksForMarks);
	if (filter.type === 'not') return asksForMarks(filter.item);
	return filter.type === 'mark' || filter.type === 'note';
}
