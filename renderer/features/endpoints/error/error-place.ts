import type { ErrorInfo } from '../../../../common/contract/base/errors.ts';
import type { EndpointState } from '../../../../common/contract/calls/workbench.ts';
import { traitsOf } from '../../../../common/endpoints/index.ts';

/** A host and a port. */
export interface Place {
	readonly protocol: 'tcp' | 'udp';
	readonly host: string;
	readonly port: number;
}

/** The failed address: the error's, or, where a client's own port was taken, that one. */
export function placeOf({ config }: EndpointState, { code, details }: ErrorInfo): Place | undefined {
	const protocol = traitsOf(config.kind).protocol === 'udp' ? 'udp' : 'tcp';
	if (code === 'address-in-use' && 'localPort' in config && config.localPort > 0) {
		return { protocol, host: config.localHost ?? '0.0.0.0', port: config.localPort };
	}
	const { address: host, port } = details;
	return host === undefined || port === undefined || port === 0 ? undefined : { protocol, host, port };
}
