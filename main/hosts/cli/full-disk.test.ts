import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { event, listeningPort, testFolder, wirebench } from './cli.fixture.ts';
import { EXIT } from './exit.ts';

const mayMount = process.platform === 'linux' && process.getuid?.() === 0;

it.skipIf(!mayMount)(
	'ends at SIGINT on a full disk, and says what is not complete (root only: mounts a tmpfs)',
	async () => {
		const disk = testFolder();
		expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]).status).toBe(0);
		try {
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
		} finally {
			rmSync(join(disk, 'ballast'), { force: true });
			spawnSync('umount', ['-l', disk]);
		}
	},
);
