import type { EndpointConfig } from './config.ts';
import type { EndpointKind } from './shared/kinds.ts';
import type { Place } from './shared/place.ts';
import { type ConfigOf, type Definitions, ENDPOINTS } from './table.ts';

const definitions: Definitions = ENDPOINTS;

/** Where an endpoint sends to: a client's server, a socket's remote, a proxy's target; undefined for none. */
export function destinationOf<K extends EndpointKind>(config: ConfigOf<K>): Place | undefined {
	return definitions[config.kind].destination?.of(config);
}

/** The config with another destination; as it was where its kind has none, or none of this form. */
export function toward<K extends EndpointKind>(config: ConfigOf<K>, place: Place): EndpointConfig {
	return definitions[config.kind].destination?.toward(config, place) ?? config;
}
