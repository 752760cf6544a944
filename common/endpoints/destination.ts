import type { EndpointKind } from './shared/kinds.ts';
import type { Destination, Place } from './shared/place.ts';
import { type ConfigOf, ENDPOINTS } from './table.ts';

const definitions: { readonly [K in EndpointKind]: { readonly destination?: Destination<ConfigOf<K>> } } = ENDPOINTS;

/** Where an endpoint sends to: a client's server, a socket's remote, a proxy's target; undefined for none. */
export function destinationOf<K extends EndpointKind>(config: ConfigOf<K>): Place | undefined {
	return definitions[config.kind].destination?.of(config);
}

/** The config with another destination; unchanged where its kind has none, or none of this form. */
export function toward<K extends EndpointKind>(config: ConfigOf<K>, place: Place): ConfigOf<K> {
	return definitions[config.kind].destination?.toward(config, place) ?? config;
}
