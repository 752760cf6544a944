import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import { charsetOf } from '../../../common/payload/index.ts';
import type { CharsetName } from '../../../common/payload/schema.ts';

/** The charsets that endpoints have now, by name, for those whose name no other has: the live capture is read in them. */
export function charsetsToday(endpoints: readonly EndpointState[]): Record<string, CharsetName> {
	const names = endpoints.map(({ config }) => config.name);
	const known = endpoints.filter(({ config: { name } }) => names.indexOf(name) === names.lastIndexOf(name));
	return Object.fromEntries(known.map(({ config }) => [config.name, charsetOf(config)]));
}
