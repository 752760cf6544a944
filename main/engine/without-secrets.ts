import type { EndpointConfig } from '../../common/contract/endpoint.ts';

/** A config as it may stand in a file that is handed on: without passwords. */
export function withoutSecrets(config: EndpointConfig): EndpointConfig {
	if (config.kind !== 'tcp-client' || config.via === undefined) return config;
	return { ...config, via: { ...config.via, password: '' } };
}
