import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import type { CaptureStatus } from '../../common/contract/calls/capture.ts';
import { type CallInput, type Contract, contract } from '../../common/contract/index.ts';
import { createRpcClient } from '../../common/rpc/client.ts';
import type { RpcClient } from '../../common/rpc/types.ts';
import { connectWebSocket } from '../../common/rpc/websocket-like.ts';
import { LIMIT_MS, root, watched } from './process.ts';
import { profileArguments } from './profile.ts';

type Config = CallInput<'endpointCreate'>['config'];

/** The browser host in its own process, and a client that uses the contract like its page. */
export interface RunningHost {
	readonly pid: number;
	/** For a browser. */
	readonly url: string;
	readonly client: RpcClient<typeof contract>;
	/** Starts an endpoint; returns its port. */
	endpoint(config: Config): Promise<number>;
	/** Resolves with the first matching status of the live capture. */
	status(wanted: (status: CaptureStatus) => boolean): Promise<CaptureStatus>;
	/** Ends it; throws when it failed. */
	stop(): Promise<void>;
}

export async function startHost(scratch: string, capture?: string): Promise<RunningHost> {
	const data = mkdtempSync(join(scratch, 'data-'));
	const where = capture === undefined ? [] : ['--capture', capture];
	const serve = ['serve', '--port', '0', '--no-open', '--data', data, ...where];
	const args = [...profileArguments(), join(root, 'dist/main/cli.js'), ...serve];
	const child = watched(spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] }));
	const exited = once(child, 'exit');
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
		client,
		async endpoint(config) {
			const { id } = await client.call('endpointCreate', { config });
			const { local } = await client.call('endpointStart', { id });
			if (local === undefined) throw new Error('The endpoint has no address.');
			return local.port;
		},
		status: (wanted) =>
			new Promise((resolve, reject) => {
				const look = (status: CaptureStatus): void => {
					if (!wanted(status)) return;
					stop();
					resolve(status);
				};
				const stop = client.subscribe('captureStatus', {}, { onSnapshot: look, onDelta: look, onError: reject });
			}),
		async stop() {
			client.close();
			child.kill('SIGTERM');
			const [code] = await exited;
			if (code !== 0) throw new Error(`The browser host ended with code ${code}.`);
		},
	};
}
