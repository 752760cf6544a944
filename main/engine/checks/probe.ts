import { createSocket } from 'node:dgram';
import { connect, isIPv6 } from 'node:net';
import type { ProbedAddress, ProbeState } from '../../../common/contract/calls/system/checks.ts';
import type { TcpClientConfig } from '../../../common/endpoints/index.ts';
import { errnoNumber } from '../errors/errno.ts';
import { findAddresses } from './find-addresses.ts';

export interface ProbeRequest {
	readonly protocol: 'tcp' | 'udp';
	readonly host: string;
	readonly port: number;
	readonly family: TcpClientConfig['family'];
	readonly timeoutMs: number;
}

/** The result of an attempt; `errno` is the system's. */
interface Outcome {
	readonly state: ProbeState;
	readonly errno?: string;
}

const CLOSED: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ECONNRESET']);

function failed(error: Error): Outcome {
	const errno = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
	if (errno === undefined) throw error;
	if (CLOSED.has(errno)) return { state: 'closed', errno };
	return { state: errno === 'ETIMEDOUT' ? 'filtered' : 'unreachable', errno };
}

/** Connects and closes at once. */
function tryTcp(address: string, port: number, timeoutMs: number): Promise<Outcome> {
	const socket = connect({ host: address, port });
	return new Promise((resolve) => {
		const timer = setTimeout(() => done({ state: 'filtered' }), timeoutMs);
		const done = (outcome: Outcome): void => {
			clearTimeout(timer);
			socket.destroy();
			resolve(outcome);
		};
		socket.once('connect', () => done({ state: 'open' }));
		socket.once('error', (error) => done(failed(error)));
	});
}

/** Sends an empty datagram from a connected socket: only connected ones receive refusals. */
function tryUdp(address: string, port: number, timeoutMs: number): Promise<Outcome> {
	const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
	return new Promise((resolve) => {
		const timer = setTimeout(() => done({ state: 'filtered' }), timeoutMs);
		let over = false;
		const done = (outcome: Outcome): void => {
			if (over) return;
			over = true;
			clearTimeout(timer);
			socket.close();
			resolve(outcome);
		};
		socket.once('message', () => done({ state: 'open' }));
		socket.once('error', (error) => done(failed(error)));
		socket.connect(port, address, (error?: Error) => {
			if (error) done(failed(error));
			else
				socket.send('', (unsent) => {
					if (unsent) done(failed(unsent));
				});
		});
	});
}

/** Tries every address of a host concurrently. Fails with a WirebenchError when its name has none. */
export async function probePort({ protocol, host, port, family, timeoutMs }: ProbeRequest): Promise<ProbedAddress[]> {
	const addresses = await findAddresses(host, family);
	const attempt = protocol === 'tcp' ? tryTcp : tryUdp;
	return Promise.all(
		addresses.map(async (address) => {
			const start = performance.now();
			const { state, errno } = await attempt(address, port, timeoutMs);
			const ms = Math.round((performance.now() - start) * 10) / 10;
			const number = errno === undefined ? undefined : errnoNumber(errno);
			return {
				address,
				state,
				ms,
				...(errno === undefined ? {} : { errno }),
				...(number === undefined ? {} : { errnoNumber: number }),
			};
		}),
	);
}
