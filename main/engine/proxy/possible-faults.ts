import {
	PROXY_DIRECTIONS,
	type ProxyFaults,
	TCP_ONLY_FAULTS,
	UDP_ONLY_FAULTS,
} from '../../../common/contract/config/proxy.ts';
import { type EndpointKind, isDatagram } from '../../../common/endpoints/index.ts';
import { engineError } from '../sentences/engine-error.ts';

/** Throws `bad-input` for faults that a kind of proxy cannot have. */
export function assertPossible(kind: EndpointKind, faults: ProxyFaults | undefined): void {
	if (faults === undefined) return;
	const datagrams = isDatagram(kind);
	const impossible = datagrams ? TCP_ONLY_FAULTS : UDP_ONLY_FAULTS;
	for (const direction of PROXY_DIRECTIONS) {
		for (const fault of impossible) {
			if (faults[direction][fault] === undefined) continue;
			const path = `faults.${direction}.${fault}`;
			throw engineError('bad-input', datagrams ? 'faultForStreams' : 'faultForDatagrams', { fault }, { path });
		}
	}
}
