import { afterEach, beforeEach, expect, test } from 'vitest';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { aligned, EMPTY_WORKSPACE, readWorkspace, takeWholeParts } from '../../../common/workspace/index.ts';
import { feedStores } from '../../app/shell/feeds.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { setSession } from '../../app/state/host/session.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { endpointState, type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { createFromCommand } from './create-command.ts';
import { readCommand, takingAll } from './read-command.ts';

const LINE = "curl -d 'a=1' http://127.0.0.1:8080/items";

let host: FakeHost;
let stop: () => void;

beforeEach(async () => {
	useWorkbench.setState(useWorkbench.getInitialState(), true);
	host = fakeHost();
	host.workbench = { endpoints: [endpointState('here')], connections: [] };
	setSession(host.session);
	const isFed = new Promise<void>((resolve) => {
		const leave = useWorkbench.subscribe(({ endpoints }) => {
			if (!endpoints.has('here')) return;
			leave();
			resolve();
		});
	});
	stop = feedStores(host.session);
	await isFed;
});

afterEach(() => {
	stop();
	host.close();
	useSelection.getState().selectEndpoint(undefined);
});

test('a command line is one call; refused it has made nothing, and the next one makes all of it', async () => {
	host.take = () => {
		throw new WirebenchError('wrong-state', 'A workspace has at most 1000 payloads: take fewer.');
	};
	expect(await createFromCommand(LINE)).toBe('A workspace has at most 1000 payloads: take fewer.');
	expect(useSelection.getState().endpoint).toBeUndefined();
	host.take = () => host.tell({ endpoints: [endpointState('new')] });
	expect(await createFromCommand(LINE)).toBeUndefined();
	expect(useSelection.getState().endpoint).toBe('new');
	expect(host.calls.map(({ name }) => name)).toEqual(['workspaceTakeParts', 'workspaceTakeParts']);
});

test('it has the endpoint and its payload, which get free names beside those of before', () => {
	const command = readCommand(LINE);
	if (command === undefined) throw new Error('It is not read.');
	const { from, parts } = takingAll(command);
	const read = readWorkspace('text' in from ? from.text : '');
	if ('kind' in read) throw new Error(read.message);
	expect(read.workspace).toMatchObject({
		endpoints: [{ kind: 'tcp-client', host: '127.0.0.1', port: 8080 }],
		payloads: [{ name: expect.stringContaining('POST /items') }],
	});
	const once = takeWholeParts(aligned(EMPTY_WORKSPACE, undefined), read, parts);
	const twice = takeWholeParts(once, read, parts);
	const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
	const [endpoint] = names(once.workspace.endpoints);
	const [payload] = names(once.workspace.payloads);
	expect(names(twice.workspace.endpoints)).toEqual([endpoint, `${endpoint} 2`]);
	expect(names(twice.workspace.payloads)).toEqual([payload, `${payload} 2`]);
});
