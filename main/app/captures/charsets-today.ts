import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import { charsetOf } from '../../../common/payload/index.ts';
import type { CharsetName } from '../../../common/payload/schema.ts';

/** The charsets that endpoints have now, by name, for those whose name no other has: the live capture is read in them. */
export function charsetsToday(endpoints: readonly EndpointState[]): Record<string, CharsetName> {
	const byName = Map.groupBy(endpoints, ({ config }) => config.name);
	const known = [...byName].flatMap(([name, [one, ...others]]) =>
		one === undefined || others.length > 0 ? [] : [[name, charsetOf(one.config)] as const],
	);
	return Object.fromEntries(known);
}
