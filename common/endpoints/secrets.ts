import type { EndpointConfig } from './config.ts';
import { exposed } from './shared/exposed.ts';
import { ENDPOINTS } from './table.ts';

/** A config as it may stand in a file that is handed on: without what its kind declares secret. */
export function withoutSecrets(config: EndpointConfig): unknown {
	return exposed(config, ENDPOINTS[config.kind].texts);
}
