import { expect, test } from 'vitest';
import type { StreamState } from '../../common/contract/calls/stream.ts';
import { endpointConfigSchema } from '../../common/endpoints/index.ts';
import { openCapture } from './index.ts';
import { temporaryFolders } from './recording.fixture.ts';

const newFolder = temporaryFolders();

test('both halves of a proxied connection reference each other, and are laid out as one dialogue', async () => {
	const capture = await openCapture({ folder: newFolder() });
	try {
		const config = endpointConfigSchema.parse({
			kind: 'tcp-proxy',
			name: 'proxy',
			port: 9100,
			target: { host: '127.0.0.1', port: 9000 },
		});
		const endpoint = capture.addEndpoint({ id: 'e1', name: 'proxy', kind: 'tcp-proxy', config });
		const at = (port: number) => ({ address: '127.0.0.1', port });
		const common = { endpoint, protocol: 'tcp', mirrored: false } as const;
		capture.open({ ...common, id: 1, role: 'accepted', local: at(9100), remote: at(50_001) });
		capture.open({ ...common, id: 3, role: 'accepted', local: at(9100), remote: at(50_002) });
		capture.open({ ...common, id: 2, role: 'opened', local: at(50_003), remote: at(9000) });
		const say = (connection: number, direction: 'in' | 'out', text: string) =>
			capture.data(connection, direction, Buffer.from(text), false);
		say(1, 'in', 'question');
		say(3, 'in', 'another');
		say(2, 'out', 'changed');
		say(2, 'in', 'answer');
		say(1, 'out', 'answer');
		await capture.flush();

		const layout = { type: 'dialogue', connection: 1, with: 2, side: 'both', form: 'text', width: 40 } as const;
		const state = await new Promise<StreamState>((resolve) => {
			const done = (now: StreamState) => now.events === 6 && now.scanned === now.stored && resolve(now);
			done(capture.follow('stream', { layout }, done).snapshot);
		});
		const { lines } = await capture.call('streamLines', { layout, from: 0, count: state.lines });
		const reported = lines.map((line) =>
			line.type === 'body' ? Buffer.from(line.bytes).toString() : `#${line.connection} ${line.direction}`,
		);
		expect(reported).toEqual([
			...['#1 in', '#2 out'],
			...['#1 in', 'question', '#2 out', 'changed', '#2 in', 'answer', '#1 out', 'answer'],
		]);

		await new Promise<void>((resolve) => {
			const done = ({ scanned }: { scanned: number }) => scanned === 8 && resolve();
			done(capture.follow('connections', {}, done).snapshot);
		});
		const { connections } = await capture.call('captureConnections', { text: '', from: 0, count: 10 });
		expect(connections.map(({ id, pair }) => [id, pair])).toEqual([
			[1, 2],
			[3, undefined],
			[2, 1],
		]);
	} finally {
		await capture.close();
	}
});
