import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { CapturedConnection } from '../../../common/contract/calls/stream.ts';
import { useViewed } from '../../app/state/capture/viewed.ts';
import { setSession } from '../../app/state/host/session.ts';
import { useSocketView } from '../../app/state/window/socket-view.ts';
import { type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { SocketPanel } from './SocketPanel.tsx';

const connection = (id: number, endpoint: string): CapturedConnection => ({
	id,
	endpoint,
	protocol: 'tcp',
	local: '127.0.0.1:9000',
	remote: `127.0.0.1:${50_000 + id}`,
	first: 0,
	events: 2,
	bytesIn: 1,
	bytesOut: 1,
	closed: true,
});
let host: FakeHost;

beforeEach(() => {
	host = fakeHost();
	host.connections = () => ({
		connections: [connection(1, 'echo'), connection(2, 'shop')],
		total: 2,
		endpoints: ['idle', 'echo', 'shop'],
	});
	const call = { name: 'accept', on: 's' } as const;
	host.socketCalls = { calls: [{ n: 0, time: 0n, endpoint: 'echo', connection: 1, call }], waiting: [] };
	setSession(host.session);
	useViewed.setState({ capture: 'c1' });
});

afterEach(() => {
	useViewed.setState(useViewed.getInitialState(), true);
	useSocketView.setState(useSocketView.getInitialState(), true);
	host.close();
});

test('of a stored capture an endpoint or a connection is chosen, for its calls and for its states', async () => {
	await render(<SocketPanel />, { wrapper: TooltipProvider });
	const whose = page.getByRole('combobox', { name: 'Whose calls' });
	await expect.element(page.getByRole('option', { name: 'shop', exact: true })).toBeInTheDocument();
	await expect.element(page.getByRole('listbox', { name: 'Calls of All endpoints' })).toBeInTheDocument();
	await whose.selectOptions('idle');
	await expect.element(page.getByRole('listbox', { name: 'Calls of idle' })).toBeInTheDocument();
	await whose.selectOptions('shop');
	await expect.element(page.getByRole('listbox', { name: 'Calls of shop' })).toBeInTheDocument();
	await whose.selectOptions('#2 shop 127.0.0.1:50002');
	await expect.element(page.getByRole('listbox', { name: 'Calls of connection #2' })).toBeInTheDocument();
	await page.getByRole('radio', { name: 'States' }).click();
	await expect.element(page.getByRole('combobox', { name: 'Whose states' })).toHaveDisplayValue(/^#2 shop/);
});
