import type { EndpointConfig } from './config.ts';
import { type ChangePath, withPaths } from './shared/paths.ts';
import { ENDPOINTS } from './table.ts';

/** A config with all of its paths changed: those of files and of Unix sockets, relative and absolute ones. */
export function mapPaths<Config extends EndpointConfig>(config: Config, change: ChangePath): Config {
	return withPaths(config, ENDPOINTS[config.kind].texts, change);
}
