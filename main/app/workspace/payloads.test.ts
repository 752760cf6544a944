import { expect, test } from 'vitest';
import { messageToFillSchema } from '../../../common/contract/calls/sending.ts';
import { noFaults } from '../faults.fixture.ts';
import { temporaryFolder } from '../folder.fixture.ts';
import { server, startBench, stored } from './bench.fixture.ts';

const onInternalError = noFaults();
const start = (folder: string) => startBench(folder, { onInternalError });
const hello = { name: 'hello', format: 'text', text: 'hello {{var who}} {{counter}}', shortcut: 1 } as const;

test('payloads, variables and colour rules are in the file, survive a restart, and every change of them can be undone', async () => {
	const folder = temporaryFolder();
	const first = await start(folder);
	await first.client.call('payloadSave', { payload: hello });
	await first.client.call('payloadSave', { payload: { ...hello, name: 'read', folder: 'modbus', template: false } });
	await first.client.call('variablesSet', { variables: { who: 'Ann' } });
	const colours = [{ filter: 'kind:error', colour: 'red' as const }];
	await first.client.call('coloursSet', { colours });
	await first.saved();
	const { shortcut: _taken, ...rest } = hello;
	const second = { ...rest, name: 'read', folder: 'modbus', template: false, shortcut: 1 };
	expect(stored(folder)).toEqual({
		wirebench: 1,
		payloads: [rest, second],
		variables: { who: 'Ann' },
		colours,
	});
	await expect(first.client.call('payloadSave', { payload: hello })).rejects.toMatchObject({ code: 'wrong-state' });
	await expect(first.client.call('payloadRemove', { name: 'gone' })).rejects.toMatchObject({ code: 'not-found' });
	await first.close();

	const { client, app, create, saved } = await start(folder);
	const renamed = { ...rest, name: 'hi' };
	await client.call('payloadSave', { payload: renamed, replaces: { name: 'hello' } });
	await client.call('payloadRemove', { name: 'read', folder: 'modbus' });
	await saved();
	expect(stored(folder).payloads).toEqual([renamed]);
	await client.call('workspaceUndo', {});
	await client.call('workspaceUndo', {});
	await saved();
	expect(stored(folder).payloads).toEqual([rest, second]);
	await client.call('coloursSet', { colours: [] });
	await client.call('workspaceUndo', {});
	await saved();
	expect(stored(folder)).toMatchObject({ colours });

	// The engine fills in the variables of the workspace, as they are now.
	const id = await create(server);
	const { local } = await client.call('endpointStart', { id });
	const sender = await create({
		kind: 'udp',
		name: 'sender',
		port: 0,
		remote: { host: '127.0.0.1', port: local?.port ?? 9 },
	});
	await client.call('endpointStart', { id: sender });
	const message = messageToFillSchema.parse({ format: rest.format, text: rest.text });
	expect((await client.call('sendTemplate', { endpoint: sender, message })).bytes).toBe('hello Ann 1'.length);
	await client.call('variablesSet', { variables: {} });
	await expect(client.call('sendTemplate', { endpoint: sender, message })).rejects.toMatchObject({
		code: 'bad-input',
		message: 'There is no variable “who”: there is none yet.',
	});
	expect(app.engine.endpoint(sender)?.counters).toEqual({ ' 1 1': 1 });
});
