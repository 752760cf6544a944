import type { Filter } from './ast.ts';

/** The terms of a filter that look into content and are not negated: what a match is seen by. */
export function soughtTerms(filter: Filter): Filter[] {
	switch (filter.type) {
		case 'and':
		case 'or':
			return filter.items.flatMap(soughtTerms);
		case 'word':
		case 'text':
		case 'hex':
		case 'regex':
			return [filter];
		default:
			return [];
	}
}
