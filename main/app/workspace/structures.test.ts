import { expect, test } from 'vitest';
import type { EndpointConfigInput } from '../../../common/endpoints/index.ts';
import { STRUCTURE_SAMPLES } from '../../../common/structure/samples/index.ts';
import { noFaults } from '../faults.fixture.ts';
import { temporaryFolder } from '../folder.fixture.ts';
import { fileIn, startBench, stored } from './bench.fixture.ts';

const onInternalError = noFaults();
const device = STRUCTURE_SAMPLES.find(({ id }) => id === 'device');
if (device === undefined) throw new Error('There is a sample.');

const server: EndpointConfigInput = {
	kind: 'tcp-server',
	name: 'server',
	port: 0,
	responder: { rules: [{ match: { type: 'fields', structure: 'device', condition: 'frame.address == 3' } }] },
};
const client = { kind: 'tcp-client', name: 'client', host: '127.0.0.1', port: 9 } as const;
const asking = { type: 'send-fields', structure: 'device', values: {} } as const;

async function set(folder: string) {
	const bench = await startBench(folder, { onInternalError });
	await bench.client.call('structureSave', { structure: { ...device } });
	await bench.create(server);
	await bench.create({ ...client, decodeAs: { in: 'device', out: 'json' } });
	await bench.client.call('testSave', { test: { name: 'ask', client, steps: [asking] } });
	return bench;
}

test('rules, tests and what endpoints are decoded as follow a renamed structure, undo brings the old id back, and both are there after a restart', async () => {
	const folder = temporaryFolder();
	const { client: page, app, saved, close } = await set(folder);
	await page.call('structureSave', { structure: { ...device, id: 'meter' }, replaces: 'device' });
	await saved();
	const named = () => {
		const { endpoints, tests, structures } = stored(folder);
		const [{ responder }, { decodeAs }] = endpoints;
		return [responder.rules[0].match.structure, decodeAs.in, tests[0].steps[0].structure, structures[0].id];
	};
	expect(named()).toEqual(['meter', 'meter', 'meter', 'meter']);
	await page.call('workspaceUndo', {});
	await saved();
	expect(named()).toEqual(['device', 'device', 'device', 'device']);
	expect(app.engine.structures.has('device')).toBe(true);
	await close();
	const again = await startBench(folder, { onInternalError });
	expect(again.names()).toEqual(['server stopped', 'client stopped']);
	expect(again.app.engine.structures.has('device')).toBe(true);
});

test('a structure in use is neither removed nor changed so that rules do not fit', async () => {
	const folder = temporaryFolder();
	const { client: page } = await set(folder);
	await expect(page.call('structureRemove', { id: 'device' })).rejects.toMatchObject({
		code: 'wrong-state',
		message: 'The structure device is used by server, ask. Remove it from their rules and steps first.',
	});
	const other = { structure: 1, id: 'device', fields: [{ name: 'frame', type: 'u8' }] };
	await expect(page.call('structureSave', { structure: other, replaces: 'device' })).rejects.toMatchObject({
		code: 'wrong-state',
		message: expect.stringContaining('The structure has no field “address”'),
	});
});

test('parts take along the structures that they name, and follow them where one of the same id is another', async () => {
	const folder = temporaryFolder();
	const { saved } = await set(folder);
	await saved();
	const { client: page, app } = await startBench(temporaryFolder(), { onInternalError });
	await page.call('structureSave', { structure: { structure: 1, id: 'device', fields: [{ name: 'a', type: 'u8' }] } });
	const [id] = stored(folder).endpoints.map((one: { readonly id: string }) => one.id);
	await page.call('workspaceTakeParts', { from: { path: fileIn(folder) }, parts: [{ kind: 'endpoints', key: id }] });
	const [endpoint] = app.engine.lasting();
	expect(endpoint?.config).toMatchObject({ responder: { rules: [{ match: { structure: 'device2' } }] } });
	expect([...app.engine.structures.keys()]).toEqual(['device', 'device2']);
});
