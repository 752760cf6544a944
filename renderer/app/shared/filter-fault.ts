import { FilterError, parseFilter } from '../../../common/filter/index.ts';

/** The fault of a filter text; undefined for a valid or blank one. */
export function faultOf(text: string): FilterError | undefined {
	if (text.trim() === '') return undefined;
	try {
		parseFilter(text);
		return undefined;
	} catch (error) {
		if (error instanceof FilterError) return error;
		throw error;
	}
}
