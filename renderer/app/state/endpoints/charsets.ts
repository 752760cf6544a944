import { useMemo } from 'react';
import { charsetOf } from '../../../../common/payload/index.ts';
import type { CharsetName } from '../../../../common/payload/schema.ts';
import { useWorkbench, type Workbench } from './workbench.ts';

/** The charsets other than UTF-8, by the endpoint's name: what the capture knows of it. */
function charsetsOf({ endpoints }: Pick<Workbench, 'endpoints'>): [name: string, charset: CharsetName][] {
	return [...endpoints.values()].flatMap(({ config }): [string, CharsetName][] => {
		const charset = charsetOf(config);
		return charset === 'utf-8' ? [] : [[config.name, charset]];
	});
}

/** The same, with its identity kept while they stay the same: endpoints change with every rate. */
export function useCharsets(): ReadonlyMap<string, CharsetName> {
	const key = useWorkbench((workbench) => JSON.stringify(charsetsOf(workbench)));
	// biome-ignore lint/correctness/useExhaustiveDependencies: the key has what the map has
	return useMemo(() => new Map(charsetsOf(useWorkbench.getState())), [key]);
}

/** The charset of an endpoint's text now; UTF-8 of one that is not known. */
export function charsetNow(endpoint: string): CharsetName {
	return new Map(charsetsOf(useWorkbench.getState())).get(endpoint) ?? 'utf-8';
}
