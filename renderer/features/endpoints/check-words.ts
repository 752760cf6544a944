import type { ProbedAddress, ProbeState } from '../../../common/contract/calls/checks.ts';

const TCP: Readonly<Record<ProbeState, string>> = {
	open: 'is open: something listens there',
	closed: 'is closed: the machine is there, but nothing listens',
	filtered: 'gave no answer: a firewall drops what is sent, or the machine is off',
	unreachable: 'cannot be reached',
};
const UDP: Readonly<Record<ProbeState, string>> = {
	...TCP,
	filtered: 'gave no answer: what listens is silent, or a firewall drops what is sent',
};

/** The result of a probe, after the address: `is closed: … (ECONNREFUSED, 0.3 ms)`. */
export function probeText({ state, ms, errno }: ProbedAddress, protocol: 'tcp' | 'udp'): string {
	const words = (protocol === 'tcp' ? TCP : UDP)[state];
	return `${words} (${errno === undefined ? '' : `${errno}, `}${ms} ms)`;
}
