import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { WebSocket } from 'ws';
import type { CaptureStatus } from '../../common/contract/calls/capture.ts';
import { type CallInput, type Contract, contract } from '../../common/contract/index.ts';
import { createRpcClient } from '../../common/rpc/client.ts';
import type { RpcClient } from '../../common/rpc/types.ts';
import { connectWebSocket } from '../../common/rpc/websocket-like.ts';
import { LIMIT_MS, root, watched } from './process.ts';
import { profiledEnvironment } from './profile.ts';
import { seen } from './seen.ts';

type Config = CallInput<'endpointCreate'>['config'];

/** The browser host in its own process, and a client that uses the contract like its page. */
export interface RunningHost {
	readonly pid: number;
	/** For a browser. */
	readonly url: string;
	/** Of its inspector, where it was wanted. */
	readonly inspector: string | undefined;
	readonly client: RpcClient<typeof contract>;
	/** Starts an endpoint; returns its port. */
	endpoint(config: Config): Promise<number>;
	/** Resolves with the first matching status of the live capture. */
	status(wanted: (status: CaptureStatus) => boolean): Promise<CaptureStatus>;
	/** Ends it; throws when it failed. */
	stop(): Promise<void>;
}

/** Node's lines about its inspector. */
const INSPECTOR = /^(Debugger|For help, see)/;

/** The address of the inspector, once its line appears on stderr; other lines are passed on. */
function inspectorOf(stderr: Readable): Promise<string | undefined> {
	const address = Promise.withResolvers<string | undefined>();
	createInterface({ input: stderr })
		.on('line', (line) => {
			const [, url] = /^Debugger listening on (ws:\S+)/.exec(line) ?? [];
			if (url !== undefined) address.resolve(url);
			else if (!INSPECTOR.test(line)) process.stderr.write(`${line}\n`);
		})
		.once('close', () => address.resolve(undefined));
	return address.promise;
}

/** `inspected`: its threads can be looked into. */
export async function startHost(scratch: string, capture?: string, inspected = false): Promise<RunningHost> {
	const data = mkdtempSync(join(scratch, 'data-'));
	const where = capture === undefined ? [] : ['--capture', capture];
	const serve = ['serve', '--port', '0', '--no-open', '--data', data, ...where];
	const node = inspected ? ['--inspect=127.0.0.1:0'] : [];
	const args = [...node, join(root, 'dist/main/cli.js'), ...serve];
	const child = watched(
		spawn(process.execPath, args, { env: profiledEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] }),
	);
	const exited = once(child, 'exit');
	const inspector = inspectorOf(child.stderr);
	const lines = createInterface({ input: child.stdout });
	const [line]: unknown[] = await once(lines, 'line', { signal: AbortSignal.timeout(LIMIT_MS) });
	const { url } = JSON.parse(String(line));
	const address = new URL(url);
	const headers = { authorization: `Bearer ${address.searchParams.get('token')}` };
	const client = createRpcClient(contract satisfies Contract, () =>
		connectWebSocket(new WebSocket(`ws://${address.host}/rpc`, { headers })),
	);
	if (child.pid === undefined) throw new Error('The browser host did not start.');
	return {
		pid: child.pid,
		url,
		inspector: inspected ? await inspector : undefined,
		client,
		async endpoint(config) {
			const { id } = await client.call('endpointCreate', { config });
			const { local } = await client.call('endpointStart', { id });
			if (local === undefined) throw new Error('The endpoint has no address.');
			return local.port;
		},
		status: (wanted) =>
			seen(
				(look, onError) => client.subscribe('captureStatus', {}, { onSnapshot: look, onDelta: look, onError }),
				wanted,
			),
		async stop() {
			client.close();
			child.kill('SIGTERM');
			const [code] = await exited;
			if (code !== 0) throw new Error(`The browser host ended with code ${code}.`);
		},
	};
}
