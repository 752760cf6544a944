import { execFileSync } from 'node:child_process';

/** The line of iproute2's `ss` about one TCP socket of an address and a port, with its details, read without a turn of the event loop. */
function ss(...args: readonly string[]): string {
	return execFileSync('ss', ['-tinmOH', ...args], { encoding: 'utf8' }).trim();
}

const numberIn = (line: string, name: RegExp): number | undefined => {
	const found = name.exec(line)?.[1];
	return found === undefined ? undefined : Number(found);
};

/** What `ss -tinm` shows of the connection between two ports, in the units of KERNEL_FACTS. */
export function ssConnection(local: number, remote: number): Readonly<Record<string, number | string | undefined>> {
	const line = ss('state', 'connected', 'sport', '=', `:${local}`, 'dport', '=', `:${remote}`);
	const [state, received, sent] = line.split(/\s+/);
	// skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0)
	const memory = /skmem:\(r(\d+),rb(\d+),t\d+,tb(\d+),f\d+,w(\d+)/.exec(line) ?? [];
	const ms = (name: RegExp) => {
		const value = numberIn(line, name);
		return value === undefined ? undefined : Math.round(value * 1000);
	};
	return {
		state,
		receiveQueue: Number(received),
		sendQueue: Number(sent),
		receiveBufferUsed: Number(memory[1]),
		receiveBuffer: Number(memory[2]),
		sendBuffer: Number(memory[3]),
		sendBufferUsed: Number(memory[4]),
		rtt: ms(/ rtt:([\d.]+)/),
		rttVar: ms(/ rtt:[\d.]+\/([\d.]+)/),
		minRtt: ms(/ minrtt:([\d.]+)/),
		rto: ms(/ rto:([\d.]+)/),
		mss: numberIn(line, / mss:(\d+)/),
		pathMtu: numberIn(line, / pmtu:(\d+)/),
		cwnd: numberIn(line, / cwnd:(\d+)/),
		ssthresh: numberIn(line, / ssthresh:(\d+)/),
		unsent: numberIn(line, / notsent:(\d+)/),
		inFlight: numberIn(line, / unacked:(\d+)/),
		retransmitted: numberIn(line, / retrans:\d+\/(\d+)/),
		sendWindow: numberIn(line, / snd_wnd:(\d+)/),
		receiveWindow: numberIn(line, / rcv_wnd:(\d+)/),
		segmentsOut: numberIn(line, / segs_out:(\d+)/),
		segmentsIn: numberIn(line, / segs_in:(\d+)/),
		congestion: / (cubic|reno|bbr)/.exec(line)?.[1],
	};
}

/** What `ss -ltn` shows of a listener: the queue and its limit. */
export function ssListener(port: number): { readonly acceptQueue: number; readonly acceptLimit: number } {
	const [, queue, limit] = ss('-l', 'sport', '=', `:${port}`).split(/\s+/);
	return { acceptQueue: Number(queue), acceptLimit: Number(limit) };
}
