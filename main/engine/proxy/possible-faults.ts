import { WirebenchError } from '../../../common/contract/base/errors.ts';
import {
	PROXY_DIRECTIONS,
	type ProxyFaults,
	TCP_ONLY_FAULTS,
	UDP_ONLY_FAULTS,
} from '../../../common/contract/config/proxy.ts';
import { type EndpointKind, isDatagram } from '../../../common/endpoints/index.ts';

/** Throws `bad-input` for faults that a kind of proxy cannot have. */
export function assertPossible(kind: EndpointKind, faults: ProxyFaults | undefined): void {
	if (faults === undefined) return;
	const [impossible, what] = isDatagram(kind) ? [TCP_ONLY_FAULTS, 'streams'] : [UDP_ONLY_FAULTS, 'datagrams'];
	for (const direction of PROXY_DIRECTIONS) {
		for (const fault of impossible) {
			if (faults[direction][fault] === undefined) continue;
			throw new WirebenchError('bad-input', `The fault ${fault} is for ${what}.`, {
				path: `faults.${direction}.${fault}`,
			});
		}
	}
}
