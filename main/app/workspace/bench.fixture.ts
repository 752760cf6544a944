import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { WorkspaceState } from '../../../common/contract/calls/workspace.ts';
import { clientOf, Latest } from '../client.fixture.ts';
import type { AppOptions } from '../create-app.ts';
import { createApp } from '../index.ts';
import { TEST_HOST as host } from '../test-host.fixture.ts';

/** The untitled workspace of a data folder. */
export const fileIn = (folder: string) => join(folder, 'workspace.wirebench.json');
export const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
export const stored = (folder: string) => readJson(fileIn(folder));
export const server = { kind: 'tcp-server', name: 'server', port: 0 } as const;

/** A Wirebench on a data folder, with a client that follows the workspace. It is closed after the test. */
export async function startBench(dataFolder: string, options: Partial<AppOptions> = {}) {
	const app = await createApp({ dataFolder, host, ...options });
	const client = clientOf(app);
	const latest = new Latest<WorkspaceState>();
	client.subscribe('workspace', {}, { onSnapshot: latest.take, onDelta: latest.take });
	const until = latest.until.bind(latest);
	const close = async (): Promise<void> => {
		client.close();
		await app.close();
	};
	onTestFinished(close);
	const saved = () => until((now) => now.saved);
	const problem = async () => (await until((now) => now.problem !== undefined)).problem;
	const names = () => app.engine.endpoints().map(({ config, status }) => `${config.name} ${status}`);
	const create = async (config: Parameters<typeof client.call<'endpointCreate'>>[1]['config']) =>
		(await client.call('endpointCreate', { config })).id;
	return { app, client, until, saved, problem, names, create, close };
}
