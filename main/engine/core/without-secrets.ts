import { withoutTlsSecrets } from '../../../common/contract/config/tls.ts';
import type { EndpointConfig } from '../../../common/endpoints/index.ts';

/** A config as it may stand in a file that is handed on: without passwords and keys. */
export function withoutSecrets(config: EndpointConfig): EndpointConfig {
	switch (config.kind) {
		case 'tcp-server':
			return config.tls === undefined ? config : { ...config, tls: withoutTlsSecrets(config.tls) };
		case 'tcp-client':
			return {
				...config,
				...(config.via === undefined ? {} : { via: { ...config.via, password: '' } }),
				...(config.tls === undefined ? {} : { tls: withoutTlsSecrets(config.tls) }),
			};
		case 'tcp-proxy':
			return {
				...config,
				...(config.tls === undefined ? {} : { tls: withoutTlsSecrets(config.tls) }),
				...(config.targetTls === undefined ? {} : { targetTls: withoutTlsSecrets(config.targetTls) }),
			};
		default:
			return config;
	}
}
