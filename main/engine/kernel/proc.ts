import type { KernelFacts } from '../../../common/kernel/facts.ts';
import { withoutZone } from '../../../common/payload/index.ts';
import { procSockets } from '../port-owner/linux.ts';
import type { ProcSocket } from '../port-owner/proc-net.ts';
import { kernelNote } from '../sentences/kernel.ts';
import { type Reading, unread } from './reading.ts';
import type { Target } from './target.ts';
import { linuxState } from './tcp-info.ts';

const LISTEN = '0A';

/** What /proc/net has of a TCP or UDP socket. */
export async function readProc({ kind, local, remote }: Target): Promise<Reading> {
	const protocol = kind === 'datagram' ? 'udp' : 'tcp';
	const address = withoutZone(local.address);
	const found = (await procSockets(protocol, local.port)).find((one) => {
		if (one.address !== address || one.port !== local.port) return false;
		if (kind === 'listener') return one.state === LISTEN;
		if (kind === 'datagram' || remote === undefined) return true;
		return one.remote.address === withoutZone(remote.address) && one.remote.port === remote.port;
	});
	if (found === undefined) return unread(kernelNote('kernelSocketGone'));
	if (kind === 'datagram') {
		return { sources: ['proc'], facts: { receiveBufferUsed: found.queued.received, drops: found.drops }, notes: [] };
	}
	const state = linuxState(Number.parseInt(found.state, 16));
	const isListener = kind === 'listener';
	return {
		sources: ['proc'],
		...(state && { state }),
		facts: isListener ? { acceptQueue: found.queued.received } : streamFacts(found),
		notes: isListener ? [kernelNote('kernelNoListenLimit')] : [],
	};
}

function streamFacts({ queued, retransmits, tcp }: ProcSocket): KernelFacts {
	const queues = { sendQueue: queued.sent, receiveQueue: queued.received, retransmits };
	if (tcp === undefined) return queues;
	const { rtoMs, cwnd, ssthresh } = tcp;
	return { ...queues, rto: rtoMs * 1000, cwnd, ...(ssthresh < 0 ? {} : { ssthresh }) };
}
