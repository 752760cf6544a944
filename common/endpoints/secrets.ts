import type { EndpointConfig } from './config.ts';
import { exposed } from './shared/exposed.ts';
import { ENDPOINTS } from './table.ts';

/** A config that is safe to write to a file: without the fields that its kind declares secret. */
export function withoutSecrets(config: EndpointConfig): unknown {
	return exposed(config, ENDPOINTS[config.kind].texts);
}
