import { afterEach, beforeEach, expect, test } from 'vitest';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { endpointState, type FakeHost, fakeHost } from '../../testing/host.fixture.ts';
import { setSession } from '../host/session.ts';
import { useSelection } from '../window/selection.ts';
import { useToasts } from '../window/toasts.ts';
import { removeEndpoint, startEndpoint, startOnPort, takeOver } from './endpoint-actions.ts';
import { fromSnapshot, useWorkbench } from './workbench.ts';
import { takeWorkspace, useWorkspace } from './workspace.ts';

let host: FakeHost;

beforeEach(() => {
	host = fakeHost();
	setSession(host.session);
	useToasts.setState({ toasts: [] });
});

afterEach(() => host.close());

function know(...endpoints: ReturnType<typeof endpointState>[]): void {
	useWorkbench.setState(fromSnapshot({ endpoints, connections: [] }));
}

const names = () => host.calls.map((call) => call.name);

test.each([
	['address-in-use', 'Port 9000 is in use.'],
	['tls', 'The certificate has expired.'],
	['bad-input', 'The group is no multicast address.'],
] as const)('an opening failure is left to the card: %s', async (code, message) => {
	know(endpointState('a'));
	host.start = () => {
		const error = new WirebenchError(code, message);
		know(endpointState('a', { status: 'failed', error: error.toInfo() }));
		throw error;
	};
	await startEndpoint('a');
	expect(useToasts.getState().toasts).toEqual([]);
});

test('any other start failure shows a notice', async () => {
	know(endpointState('a', { error: new WirebenchError('refused', 'From before.').toInfo() }));
	host.start = () => {
		throw new WirebenchError('wrong-state', 'It runs.');
	};
	await startEndpoint('a');
	expect(useToasts.getState().toasts).toMatchObject([{ tone: 'error', title: 'a was not started', text: 'It runs.' }]);
});

test('removing needs no confirmation, and undo is of that step alone, and starts what ran', async () => {
	know(endpointState('a', { status: 'open' }));
	takeWorkspace({ ...useWorkspace.getState(), undo: { id: 7, what: 'remove', name: 'a' } });
	await removeEndpoint('a');
	const [notice] = useToasts.getState().toasts;
	expect(notice?.title).toBe('a removed');
	const restarted = new Promise<string>((resolve) => {
		host.start = (id) => {
			resolve(id);
			return endpointState(id, { status: 'open' });
		};
	});
	notice?.action?.run();
	expect(await restarted).toBe('a');
	expect(host.calls).toEqual([
		{ name: 'endpointRemove', input: { id: 'a' } },
		{ name: 'workspaceUndo', input: { step: 7 } },
		{ name: 'endpointStart', input: { id: 'a' } },
	]);
	expect(useSelection.getState().endpoint).toBe('a');
});

test('another port: the config is changed, then it starts', async () => {
	const state = endpointState('a');
	know(state);
	await startOnPort('a', 9001);
	expect(host.calls).toEqual([
		{ name: 'endpointUpdate', input: { id: 'a', config: { ...state.config, port: 9001 } } },
		{ name: 'endpointStart', input: { id: 'a' } },
	]);
});

test('taking over stops the owner before it starts', async () => {
	know(endpointState('a'), endpointState('owner', { status: 'open' }));
	await takeOver('owner', 'a');
	expect(names()).toEqual(['endpointStop', 'endpointStart']);
});
