import type { EnvironmentUse } from '../../../common/contract/base/errors.ts';
import { environmentSays } from '../../../common/words/environment-says.ts';
import type { Said } from '../../../common/words/sentence/said.ts';
import { startSays } from '../sentences/start-says.ts';

/** One line for the person who has started a file, which may then use them: names and destinations, no values. None without a use. */
export function environmentNotes(file: string, uses: readonly EnvironmentUse[]): Said[] {
	const all = uses.map(({ variable, by, to }) =>
		startSays('environmentUse', { variable, by: environmentSays(by), to: environmentSays(to) }),
	);
	if (all.length === 0) return [];
	const list = all.reduceRight((rest, first) => startSays('environmentUses', { first, rest }));
	return [startSays('usesEnvironment', { file, uses: list })];
}
