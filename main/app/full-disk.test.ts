import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CaptureStatus } from '../../common/contract/calls/capture.ts';
import { mountMissing, smallDisks } from '../capture/disk.fixture.ts';
import { clientOf, Latest } from './client.fixture.ts';
import { noFaults } from './faults.fixture.ts';
import { temporaryFolder } from './folder.fixture.ts';
import { createApp } from './index.ts';
import { TEST_HOST as host } from './test-host.fixture.ts';

const onInternalError = noFaults();

const newDisk = smallDisks();
const TCP_BYTES = 80 << 20;

/** A Wirebench whose capture is on a disk with 4 MiB left, and its page. */
async function onSmallDisk() {
	const disk = newDisk(160 << 20);
	writeFileSync(join(disk, 'ballast'), new Uint8Array(156 << 20));
	const app = await createApp({
		dataFolder: temporaryFolder(),
		captureFolder: join(disk, 'capture'),
		host,
		onInternalError,
	});
	const client = clientOf(app);
	const latest = new Latest<CaptureStatus>();
	const take = (next: CaptureStatus): void => {
		expect(next.stored + next.dropped).toBeLessThanOrEqual(next.received);
		latest.take(next);
	};
	client.subscribe('captureStatus', {}, { onSnapshot: take, onDelta: take });
	const until = latest.until.bind(latest);
	const start = async (kind: 'tcp-server' | 'udp'): Promise<number> => {
		const { id } = await client.call('endpointCreate', { config: { kind, name: kind, port: 0 } });
		return (await client.call('endpointStart', { id })).local?.port ?? 0;
	};
	return { disk, app, client, until, start };
}

test.skipIf(mountMissing !== undefined)(
	`on a full disk pages are notified, TCP peers are paused, lost datagrams are counted, and it continues${mountMissing ? `: ${mountMissing}` : ''}`,
	async () => {
		const { disk, app, client, until, start } = await onSmallDisk();
		const [tcpPort, udpPort] = [await start('tcp-server'), await start('udp')];

		const peer = connect(tcpPort, '127.0.0.1');
		await once(peer, 'connect');
		peer.end(Buffer.alloc(TCP_BYTES, 'x'));
		const { error } = await until((status) => status.error !== undefined);
		expect(error).toMatchObject({ code: 'disk', message: 'The disk that holds the capture is full.' });
		expect(error?.details.hint).toContain('Free some space');

		// More than the ring can hold: datagrams without room are counted.
		const sender = createSocket('udp4');
		const datagram = new Uint8Array(60_000);
		while (app.capture.counters().dropped < 10) {
			await new Promise((resolve) => sender.send(datagram, udpPort, '127.0.0.1', resolve));
			await new Promise(setImmediate);
		}
		sender.close();
		const { dropped } = app.capture.counters();
		expect(app.capture.saturated).toBe(true);
		expect(app.capture.counters().bytesIn).toBeLessThan(TCP_BYTES);

		rmSync(join(disk, 'ballast'));
		await until(({ error }) => error === undefined);
		if (!peer.closed) await once(peer.resume(), 'close');
		await app.capture.flush();
		const { received, stored, dropped: all } = app.capture.counters();
		expect(received).toBe(stored + all);
		expect(all).toBeGreaterThanOrEqual(dropped);
		let tcp = 0;
		let notes = 0;
		for (let from = 0; from < stored; from += 500) {
			for (const row of await app.capture.rows(from, 500)) {
				if (row.endpoint === 'tcp-server' && row.kind === 'data') tcp += row.length;
				if (row.endpoint === 'udp' && row.text.startsWith('Lost before this point')) notes++;
			}
		}
		expect(tcp).toBe(TCP_BYTES);
		expect(notes).toBeGreaterThan(0);
		client.close();
		await app.close();
	},
);

test.skipIf(mountMissing !== undefined)(
	`where a person says so, TCP goes on while the disk is full, and what is lost is counted${mountMissing ? `: ${mountMissing}` : ''}`,
	async () => {
		const { app, client, until, start } = await onSmallDisk();
		const peer = connect(await start('tcp-server'), '127.0.0.1');
		await once(peer, 'connect');
		peer.end(Buffer.alloc(TCP_BYTES, 'x'));
		await until(({ error }) => error !== undefined);
		await client.call('settingsUpdate', { whenDiskFails: 'go-on' });
		if (!peer.closed) await once(peer.resume(), 'close');
		expect(app.capture.counters()).toMatchObject({ bytesIn: TCP_BYTES, dropped: expect.any(Number) });
		expect(app.capture.counters().dropped).toBeGreaterThan(0);
		client.close();
		await expect(app.close()).rejects.toMatchObject({ code: 'disk' });
	},
);
