import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useCaptureStatus, useLiveCapture } from '../state/capture/capture-status.ts';
import { useViewed } from '../state/capture/viewed.ts';
import { useWorkbench } from '../state/endpoints/workbench.ts';
import { useHost } from '../state/host/host.ts';
import { useSelection } from '../state/window/selection.ts';
import { useSettings } from '../state/window/settings.ts';
import { endpointState, type FakeHost, fakeHost } from '../testing/host.fixture.ts';
import { feedStores } from './feeds.ts';

let host: FakeHost;
let stop: () => void;

beforeEach(() => {
	// The stores are those of other tests too: what is awaited must come from this host.
	reset(useWorkbench);
	reset(useSettings);
	reset(useCaptureStatus);
	reset(useLiveCapture);
	reset(useHost);
	reset(useViewed);
	host = fakeHost();
	host.workbench = {
		endpoints: [endpointState('a'), endpointState('b')],
		connections: [connection(1, 'a'), connection(2, 'a')],
	};
	stop = feedStores(host.session);
});

afterEach(() => {
	stop();
	host.close();
	useSelection.getState().selectEndpoint(undefined);
});

function connection(id: number, endpoint: string) {
	const address = { address: '127.0.0.1', port: id };
	const base = { openedAt: 0, bytesIn: 0, bytesOut: 0, pending: 0 };
	return { ...base, id, endpoint, status: 'open' as const, local: address, remote: address };
}

function reset<S>(store: { getInitialState(): S; setState(state: S, replace: true): void }): void {
	store.setState(store.getInitialState(), true);
}

/** Resolves at the first state of a store for which the condition holds. */
function until<S>(store: { getState(): S; subscribe(l: (s: S) => void): () => void }, holds: (state: S) => boolean) {
	return new Promise<S>((resolve) => {
		if (holds(store.getState())) resolve(store.getState());
		const unsubscribe = store.subscribe((state) => {
			if (!holds(state)) return;
			unsubscribe();
			resolve(state);
		});
	});
}

test("every store gets the host's state", async () => {
	const workbench = await until(useWorkbench, (state) => state.connections.size === 2);
	expect([...workbench.endpoints.keys()]).toEqual(['a', 'b']);
	expect(workbench.connectionIds.get('a')).toEqual([1, 2]);
	expect((await until(useSettings, (state) => state.loaded)).theme).toBe('dark');
	expect((await until(useCaptureStatus, (state) => state.id === 'c1')).received).toBe(3);
	expect((await until(useHost, (state) => state.info !== undefined)).info?.version).toBe('1.2.3');
});

test('a delta changes only its entries', async () => {
	await until(useWorkbench, (state) => state.connections.size === 2);
	host.tell({ endpoints: [endpointState('b', { status: 'open' })], removedConnections: [1] });
	const after = await until(useWorkbench, (state) => state.connections.size === 1);
	expect(after.endpoints.get('b')?.status).toBe('open');
	expect(after.connectionIds.get('a')).toEqual([2]);
});

test('after a lost connection the new snapshot replaces the old state', async () => {
	await until(useWorkbench, (state) => state.connections.size === 2);
	host.workbench = { endpoints: [endpointState('c')], connections: [] };
	host.disconnect();
	const after = await until(useWorkbench, (state) => state.endpoints.has('c'));
	expect(after.endpoints.size).toBe(1);
	expect(after.connections.size).toBe(0);
});

test('the state stays while the connection is lost', async () => {
	await until(useWorkbench, (state) => state.connections.size === 2);
	const seen = vi.fn();
	const unsubscribe = host.session.onState((state) => {
		if (state !== 'connected') seen(useWorkbench.getState().endpoints.size);
	});
	host.workbench = { endpoints: [endpointState('c')], connections: [] };
	host.disconnect();
	await until(useWorkbench, (state) => state.endpoints.has('c'));
	unsubscribe();
	expect(seen).toHaveBeenCalledWith(2);
});

test('when a connection closes, its endpoint stays selected', async () => {
	await until(useWorkbench, (state) => state.connections.size === 2);
	useSelection.getState().selectConnection('a', 1);
	host.tell({ removedConnections: [1] });
	expect((await until(useSelection, (state) => state.connection === undefined)).endpoint).toBe('a');
	host.tell({ removedEndpoints: ['a'] });
	expect((await until(useSelection, (state) => state.endpoint === undefined)).endpoint).toBeUndefined();
});

test('the status is that of the viewed capture, without remains of the previous one', async () => {
	await until(useCaptureStatus, (state) => state.id === 'c1');
	useViewed.setState({ capture: 'c2' });
	expect(useCaptureStatus.getState()).toMatchObject({ id: '', received: 0 });
	expect(useLiveCapture.getState().id).toBe('c1');
	expect((await until(useCaptureStatus, (state) => state.id !== '')).id).toBe('c2');
	useViewed.setState({ capture: undefined });
	expect(useCaptureStatus.getState().id).toBe('c1');
});
