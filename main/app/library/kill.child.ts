import { createSocket } from 'node:dgram';
import { clientOf } from '../client.fixture.ts';
import { createApp } from '../index.ts';

/** Starts, clears, deletes and restores captures under traffic until it is killed; prints a line for each step. */
const capabilities = { menu: false, revealFile: false, openDialog: false, upload: false, saveDialog: false };
const host = { host: 'browser', version: '1.2.3', platform: 'linux', capabilities } as const;
const app = await createApp({ dataFolder: process.argv[2] ?? '', host });
const client = clientOf(app);
const config = { kind: 'udp' as const, name: 'udp', host: '127.0.0.1', port: 0, responder: { rules: [] } };
const { id } = await client.call('endpointCreate', { config });
const { local } = await client.call('endpointStart', { id });
const socket = createSocket('udp4');
const pump = () => {
	for (let i = 0; i < 5; i++) socket.send(Buffer.alloc(500, i), local?.port ?? 0, '127.0.0.1');
	setTimeout(pump, 2);
};
pump();
const step = (what: string) => process.stdout.write(`${what}\n`);
for (;;) {
	const { folder } = app.capture;
	await client.call('captureNew', {});
	step('new');
	await client.call('captureClear', {});
	step('clear');
	const { undo } = await client.call('captureDelete', { folders: [folder] });
	step('delete');
	if (undo !== undefined && Math.random() < 0.5) await client.call('captureUndelete', { undo });
	step('undo');
}
