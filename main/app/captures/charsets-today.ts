import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import type { EndpointConfig } from '../../../common/endpoints/index.ts';
import { charsetOf } from '../../../common/payload/index.ts';
import type { CharsetName } from '../../../common/payload/schema.ts';
import type { ReadProtocols } from '../../capture/types.ts';

/** The charsets that endpoints have now, by name, for those whose name no other has: the live capture is read in them. */
export function charsetsToday(endpoints: readonly EndpointState[]): Record<string, CharsetName> {
	return Object.fromEntries(named(endpoints).map(({ name, ...config }) => [name, charsetOf(config)]));
}

/** The protocols that a person has chosen for endpoints, by name in the same way: every capture is decoded as these. */
export function protocolsToday(endpoints: readonly EndpointState[]): ReadProtocols {
	return Object.fromEntries(
		named(endpoints).flatMap(({ name, decodeAs }) => (decodeAs === undefined ? [] : [[name, decodeAs]])),
	);
}

/** The configs of endpoints whose name no other has. */
function named(endpoints: readonly EndpointState[]): EndpointConfig[] {
	const byName = Map.groupBy(endpoints, ({ config }) => config.name);
	return [...byName.values()].flatMap(([one, ...others]) =>
		one === undefined || others.length > 0 ? [] : [one.config],
	);
}
