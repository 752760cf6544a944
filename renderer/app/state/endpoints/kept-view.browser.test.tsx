import { afterEach, expect, test } from 'vitest';
import { type FakeHost, fakeHost } from '../../testing/host.fixture.ts';
import { setSession } from '../host/session.ts';
import { contributeToView, keepNow, restoreView } from './kept-view.ts';
import { useWorkspace } from './workspace.ts';

const hosts: FakeHost[] = [];
const OPENED = 'lab';

function newHost(): FakeHost {
	const host = fakeHost();
	hosts.push(host);
	setSession(host.session);
	return host;
}

const keptOn = (host: FakeHost) => host.calls.filter(({ name }) => name === 'viewKeep').map(({ input }) => input);

afterEach(() => {
	for (const host of hosts.splice(0)) host.close();
	sessionStorage.clear();
});

test('a change that the host has not confirmed reaches it after a reload', async () => {
	useWorkspace.setState({ opened: OPENED });
	let filter = '';
	contributeToView({ collect: () => ({ filter }) });
	const before = newHost();
	await restoreView();
	// As a reload does: the call is on its way, and nobody answers.
	before.close();
	filter = 'dir:in';
	keepNow();

	const after = newHost();
	await restoreView();
	await expect.poll(() => keptOn(after)).toEqual([{ opened: OPENED, change: { filter: 'dir:in' } }]);

	const last = newHost();
	await restoreView();
	filter = 'dir:out';
	keepNow();
	await expect.poll(() => keptOn(last)).toEqual([{ opened: OPENED, change: { filter: 'dir:out' } }]);
});
