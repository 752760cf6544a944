import { z } from 'zod';
import { INPUT_SENTENCES } from '../contract/base/input-sentences.ts';
import { LIMITS } from '../contract/base/limits.ts';

/** A filter under a name. */
const savedFilterSchema = z.object({
	name: z.string().trim().min(1, INPUT_SENTENCES.name).max(LIMITS.nameChars),
	text: z.string().trim().min(1, INPUT_SENTENCES.filterText).max(LIMITS.filterChars),
});
export type SavedFilter = z.infer<typeof savedFilterSchema>;

/** In the order of their names. */
export const savedFiltersSchema = z.array(savedFilterSchema).max(LIMITS.savedFilters);

/**
 * The filters with others of another place, none of which is lost: one whose name is taken by another text gets a number.
 * At most `LIMITS.savedFilters` are left.
 */
export function withFilters(filters: readonly SavedFilter[], others: readonly SavedFilter[]): SavedFilter[] {
	const all = [...filters];
	for (const { name, text } of others) {
		const same = all.some((one) => one.text === text && one.name === name);
		if (!same) all.push({ name: freeName(name, all), text });
	}
	return all.toSorted((a, b) => a.name.localeCompare(b.name)).slice(0, LIMITS.savedFilters);
}

function freeName(name: string, taken: readonly SavedFilter[]): string {
	for (let n = 1; ; n++) {
		const tried = n === 1 ? name : `${name} ${n}`;
		if (!taken.some((one) => one.name === tried)) return tried;
	}
}
