import { once } from 'node:events';
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { identityPair } from '../tls/identity.ts';
import { resetSocket } from '../tls/index.ts';
import { type Check, type Outcome, ok, unsupported } from './check.ts';
import { CheckFailure } from './speech.ts';
import {
	authority,
	completedHandshake,
	dial,
	type Listening,
	passes,
	receive,
	withNodeServer,
	withServer,
} from './tls-loopback.ts';

/** Bytes; many records of TLS, of which each has at most 16 KiB. */
const LARGE = 1 << 20;

const large: Check = {
	id: 'tls.stream.large',
	title: ({ words }) => words.streams.large(`${LARGE >> 20} MiB`),
	run: () =>
		completedHandshake({}, {}, async ({ client, server }) => {
			const text = 'wirebench'.repeat(LARGE / 8).slice(0, LARGE);
			await Promise.all([passes(client, server, text), passes(server, client, text)]);
			return ok();
		}),
};

const halfClose: Check = {
	id: 'tls.stream.half-close',
	title: ({ words }) => words.streams.halfClose,
	run: () =>
		completedHandshake({}, {}, async ({ client, server }) => {
			const ended = once(server, 'end');
			server.resume();
			client.end();
			await ended;
			await passes(server, client, 'after the end');
			return ok();
		}),
};

const reset: Check = {
	id: 'tls.stream.reset',
	title: ({ words }) => words.streams.reset,
	run: () =>
		completedHandshake({}, {}, async ({ client, server }) => {
			await passes(client, server, 'ping');
			const broken = once(client, 'error');
			client.resume();
			resetSocket(server);
			const [error] = await broken;
			const code: unknown = error instanceof Error && 'code' in error ? error.code : error;
			if (code !== 'ECONNRESET') throw new CheckFailure(({ words }) => words.streams.got(String(code)));
			return ok();
		}),
};

/** A client of Node's own, as other programs are, which the server of the engine has accepted. */
async function nodeClient({ port, next }: Listening, options: ConnectionOptions): Promise<TLSSocket> {
	const client = connect({
		...{ port, host: '127.0.0.1', servername: 'localhost', ca: await authority.certificate() },
		...options,
	});
	// Without a listener a later error would end the process.
	client.on('error', () => undefined);
	await once(client, 'secureConnect');
	const server = await next();
	if (server instanceof WirebenchError) throw server;
	server.on('error', () => undefined).write('hello');
	return client;
}

/** A client that connects again with the session of its first connection. */
function resumes(version: 'TLSv1.2' | 'TLSv1.3'): Check {
	return {
		id: `tls.session.${version}`,
		title: ({ words }) => words.streams.session(version.replace('v', ' ')),
		run: () =>
			withServer({}, async (listening) => {
				const options = { minVersion: version, maxVersion: version };
				const first = await nodeClient(listening, options);
				const session = version === 'TLSv1.3' ? once(first, 'session').then(([ticket]) => ticket) : first.getSession();
				await receive(first, 1);
				const ticket: unknown = await session;
				first.destroy();
				if (!Buffer.isBuffer(ticket)) return unsupported(({ words }) => words.streams.noSession);
				const second = await nodeClient(listening, { ...options, session: ticket });
				const reused = second.isSessionReused();
				second.destroy();
				return reused ? ok() : unsupported(({ words }) => words.streams.noSession);
			}),
	};
}

const renegotiation: Check = {
	id: 'tls.renegotiation',
	title: ({ words }) => words.streams.renegotiation,
	run: () =>
		withServer({}, async (listening) => {
			const client = await nodeClient(listening, { maxVersion: 'TLSv1.2' });
			await receive(client, 1);
			const outcome = await new Promise<Outcome>((resolve) => {
				const no = (error: Error): void =>
					resolve(unsupported(({ words }) => words.streams.noRenegotiation(error.message)));
				client.once('error', no);
				client.renegotiate({}, (error) => (error === null ? resolve(ok()) : no(error)));
			});
			client.destroy();
			return outcome;
		}),
};

const keyLog: Check = {
	id: 'tls.key-log',
	title: ({ words }) => words.streams.keyLog,
	run: async () => {
		const pair = await identityPair(
			{ from: 'made', names: [], flaw: 'none' },
			authority,
			['localhost'],
			'tls.identity',
		);
		const lines = await withNodeServer(pair, async (port, server) => {
			let count = 0;
			server.on('keylog', () => {
				count += 1;
			});
			const accepted = once(server, 'secureConnection');
			const client = await dial(port, {});
			await accepted;
			if (client instanceof WirebenchError) throw client;
			client.destroy();
			return count;
		});
		if (lines > 0) return ok();
		return unsupported(({ words }) => words.streams.noKeyLog);
	},
};

/** What happens on a connection after its handshake, and between two of them. */
export const streams: readonly Check[] = [
	large,
	halfClose,
	reset,
	resumes('TLSv1.2'),
	resumes('TLSv1.3'),
	renegotiation,
	keyLog,
];
