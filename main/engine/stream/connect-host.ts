import { connect, isIP, type Socket } from 'node:net';
import type { ConnectAttempt } from '../../../common/contract/base/errors.ts';
import type { Sentence } from '../../../common/contract/base/sentence.ts';
import type { Connecting } from '../../../common/contract/calls/workbench.ts';
import type { TcpClientConfig } from '../../../common/endpoints/index.ts';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import { eventTexts } from '../../../common/words/en/sentences/events.ts';
import { addressesOf } from '../addresses/addresses-of.ts';
import { numericAddress } from '../addresses/numeric-address.ts';
import { type Attempt, errorText, toWirebenchError } from '../errors/errno.ts';
import { stopped } from '../errors/stopped.ts';
import { explainLocalPort } from '../port-owner/explain.ts';

type Target = Pick<
	TcpClientConfig,
	'host' | 'port' | 'family' | 'localHost' | 'localPort' | 'noDelay' | 'connectTimeoutMs'
>;

/** Receives texts for notes, and the sentences that they contain. */
export type Tell = (text: string, says?: Sentence) => void;

/** Receives the call in which a program would wait from now on. */
export type Waits = (call: Connecting['call'], to: string) => void;

/**
 * Connects to the first address of a host that answers, in the order of the system's resolver. For a name, `tell`
 * receives its addresses and the result of each. Fails with the most informative error, and every attempt in its
 * details; with `wrong-state` when it is cancelled.
 */
export async function connectHost(target: Target, signal: AbortSignal, tell: Tell, waits?: Waits): Promise<Socket> {
	const { host, port, localHost } = target;
	const begin = performance.now();
	const named = isIP(host) === 0;
	if (named) waits?.('getaddrinfo', host);
	const addresses = await resolve(target, signal);
	if (named) tell(eventTexts.resolved({ host, addresses: addresses.join(', '), ms: since(begin) }));
	const localAddress = localHost === undefined ? undefined : numericAddress(localHost);
	const failures: unknown[] = [];
	const attempts: ConnectAttempt[] = [];
	for (const address of addresses) {
		const start = performance.now();
		const ms = () => since(start);
		waits?.('connect', formatSocketAddress({ address, port }));
		try {
			const socket = await connectOnce({ ...target, localAddress }, address, signal);
			if (named) tell(eventTexts.answered({ place: formatSocketAddress({ address, port }), ms: ms() }));
			return socket;
		} catch (thrown) {
			if (signal.aborted) throw stopped();
			const error = toWirebenchError(thrown, attemptAt(address, port));
			const { errno } = error.details;
			failures.push(thrown);
			attempts.push({ address, ms: ms(), ...(errno === undefined ? {} : { errno }) });
			if (addresses.length > 1) tell(eventTexts.failedAfter({ ms: ms(), why: errorText(error) }), error.details.says);
		}
	}
	const failure = toWirebenchError(new AggregateError(failures), attemptAt(host, port)).with({ attempts });
	throw await explainLocalPort(failure, target, formatSocketAddress({ address: host, port }));
}

async function resolve({ host, port, family }: Target, signal: AbortSignal): Promise<string[]> {
	try {
		const addresses = await addressesOf(host, family);
		if (!signal.aborted) return addresses;
	} catch (thrown) {
		if (!signal.aborted) throw toWirebenchError(thrown, attemptAt(host, port));
	}
	throw stopped();
}

function since(start: number): number {
	return Math.round((performance.now() - start) * 10) / 10;
}

interface Once extends Target {
	readonly localAddress: string | undefined;
}

function connectOnce(target: Once, address: string, signal: AbortSignal): Promise<Socket> {
	const { port, localAddress, localPort, noDelay, connectTimeoutMs } = target;
	const socket = connect({
		host: address,
		port,
		noDelay,
		allowHalfOpen: true,
		...(localAddress === undefined ? {} : { localAddress }),
		...(localPort === 0 ? {} : { localPort }),
	});
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => socket.destroy(timedOut()), connectTimeoutMs);
		const abort = () => socket.destroy();
		signal.addEventListener('abort', abort, { once: true });
		const done = () => {
			clearTimeout(timer);
			signal.removeEventListener('abort', abort);
			socket.off('error', failed);
			socket.off('close', closed);
		};
		let error: Error = stopped();
		const failed = (thrown: Error) => {
			error = thrown;
		};
		const closed = () => {
			done();
			reject(error);
		};
		socket.on('error', failed);
		socket.once('close', closed);
		socket.once('connect', () => {
			done();
			resolve(socket);
		});
	});
}

function attemptAt(address: string, port: number): Attempt {
	return { verb: 'connect to', address, port, target: formatSocketAddress({ address, port }) };
}

/** The error that the system returns when a connection attempt times out; our timeout is shorter. */
function timedOut(): NodeJS.ErrnoException {
	return Object.assign(new Error('connect timed out'), { code: 'ETIMEDOUT', syscall: 'connect' });
}
