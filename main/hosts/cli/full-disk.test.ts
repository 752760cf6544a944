import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mountMissing, smallDisks } from '../../capture/disk.fixture.ts';
import { EXIT } from './terminal/exit-codes.ts';
import { event, listeningPort, wirebench } from './testing/cli.fixture.ts';

const newDisk = smallDisks();
const why = mountMissing === undefined ? '' : `: ${mountMissing}`;

it.skipIf(mountMissing !== undefined)(
	`ends at SIGINT on a full disk, and says what is not complete${why}`,
	async () => {
		const disk = newDisk(2 << 20);
		writeFileSync(join(disk, 'ballast'), new Uint8Array(1 << 20));
		const listen = wirebench(['listen', 'tcp://127.0.0.1:0', '--json', '--capture', join(disk, 'capture')]);
		const socket = net.connect(await listeningPort(listen), '127.0.0.1');
		await once(socket, 'connect');
		socket.end(new Uint8Array(3 << 20));
		await event(listen, 'close');
		socket.destroy();
		listen.child.kill('SIGINT');
		expect(await listen.exit()).toBe(EXIT.failed);
		expect(listen.stderr()).toContain('The capture is not complete: The disk that holds the capture is full.');
	},
);

it.skipIf(mountMissing !== undefined)(
	`says while it runs that the disk is full and what to do, and that the capture is written again${why}`,
	async () => {
		const disk = newDisk(2 << 20);
		const ballast = join(disk, 'ballast');
		writeFileSync(ballast, new Uint8Array(1 << 20));
		const listen = wirebench(['listen', 'tcp://127.0.0.1:0', '--json', '--quiet', '--capture', join(disk, 'capture')]);
		const socket = net.connect(await listeningPort(listen), '127.0.0.1');
		await once(socket, 'connect');
		socket.end(new Uint8Array(1_500_000));
		const { message } = await event(listen, 'error', { errno: 'ENOSPC' });
		expect(message).toMatch(/^The disk that holds the capture is full\. Free some space .*by itself\.$/);
		rmSync(ballast);
		await event(listen, 'note', { message: 'The capture is written again.' });
		listen.child.kill('SIGINT');
		expect(await listen.exit()).toBe(EXIT.done);
		socket.destroy();
	},
);
