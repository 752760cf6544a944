import type { Filter } from './ast.ts';

/** Whether it tests marks and notes, which can change; all other properties of an event are fixed. */
export function asksForMarks(filter: Filter): boolean {
	if (filter.type === 'and' || filter.type === 'or') return filter.items.some(asksForMarks);
	if (filter.type === 'not') return asksForMarks(filter.item);
	return filter.type === 'mark' || filter.type === 'note';
}
