import type { ProbedAddress } from '../../../../common/contract/calls/system/checks.ts';
import { words } from '../../../words/index.ts';

/** The result of a probe, after the address: `is closed: … (ECONNREFUSED, 0.3 ms)`. */
export function probeText({ state, ms, errno }: ProbedAddress, protocol: 'tcp' | 'udp'): string {
	const { probe, probed, probedErrno } = words().endpointErrors;
	const what = state === 'filtered' && protocol === 'udp' ? probe.silent : probe[state];
	return errno === undefined ? probed(what, ms) : probedErrno(what, errno, ms);
}
