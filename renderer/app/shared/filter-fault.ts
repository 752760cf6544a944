import { FilterError, parseFilter } from '../../../common/filter/index.ts';

/** What is wrong with a filter as it is written: nothing, for a blank one too. */
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
