import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { CaptureLibrary, StoredCapture } from '../../../common/contract/calls/library.ts';
import { clientOf, Latest } from '../client.fixture.ts';
import { temporaryFolder } from '../folder.fixture.ts';
import { createApp } from '../index.ts';
import { TEST_HOST as host } from '../test-host.fixture.ts';

/** The last opened is closed first, after the test. */
export function closeLater(close: () => unknown): void {
	onTestFinished(async () => {
		await close();
	});
}

/** An application with a TCP echo server, a connected client of it, and a mirror of its list of captures. */
export async function start(options: { dataFolder?: string; captureFolder?: string } = {}) {
	const dataFolder = options.dataFolder ?? temporaryFolder();
	const faults: unknown[] = [];
	const app = await createApp({ dataFolder, ...options, host, onInternalError: (error) => faults.push(error) });
	closeLater(async () => {
		await app.close();
		expect(faults).toEqual([]);
	});
	const client = clientOf(app);
	closeLater(() => client.close());
	const latest = new Latest<CaptureLibrary>();
	client.subscribe('captureLibrary', {}, { onSnapshot: latest.take, onDelta: latest.take });
	/** Resolves with the first complete list that satisfies the condition. */
	const until = (satisfied: (library: CaptureLibrary) => boolean) =>
		latest.until((library) => !library.looking && satisfied(library));
	return { app, client, dataFolder, captures: join(dataFolder, 'captures'), until };
}

type Started = Awaited<ReturnType<typeof start>>;

export async function echo({ client }: Started): Promise<Socket> {
	const { id } = await client.call('endpointCreate', {
		config: {
			kind: 'tcp-server',
			name: 'echo',
			host: '127.0.0.1',
			port: 0,
			responder: { rules: [{ match: { type: 'any' }, reply: { format: 'text', text: '{{data}}' } }] },
		},
	});
	const { local } = await client.call('endpointStart', { id });
	const socket = connect(local?.port ?? 0, '127.0.0.1');
	closeLater(() => socket.destroy());
	await once(socket, 'connect');
	return socket;
}

/** Sends, and resolves when as much has been echoed. */
export async function say(socket: Socket, text: string): Promise<void> {
	socket.write(text);
	let left = text.length;
	while (left > 0) {
		const [bytes] = await once(socket, 'data');
		if (Buffer.isBuffer(bytes)) left -= bytes.length;
	}
}

export const stateOf = (library: CaptureLibrary) => library.captures.map(({ state }) => state);
export const find = (library: CaptureLibrary, folder: string): StoredCapture | undefined =>
	library.captures.find((one) => one.folder === folder);
