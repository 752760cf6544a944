import { Profiler } from 'react';
import { flushSync } from 'react-dom';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { ConnectionState, EndpointState } from '../../../common/contract/calls/workbench.ts';
import { endpointConfigSchema } from '../../../common/endpoints/index.ts';
import { setFolderClosed, useClosedFolders } from '../../app/state/endpoints/closed-folders.ts';
import { fromSnapshot, useWorkbench, withDelta } from '../../app/state/endpoints/workbench.ts';
import { useWorkspace } from '../../app/state/endpoints/workspace.ts';
import { setSession } from '../../app/state/host/session.ts';
import { useContextMenu } from '../../app/state/window/context-menu.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { endpointState, type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { EndpointsPanel } from './EndpointsPanel.tsx';

let host: FakeHost;

const proxy = endpointConfigSchema.parse({
	kind: 'tcp-proxy',
	name: 'Pia',
	port: 9001,
	target: { host: '127.0.0.1', port: 9000 },
	faults: { toTarget: { latency: { delayMs: 100 } }, toClient: { timeout: { ms: 0 } } },
});

const connection: ConnectionState = {
	id: 1,
	endpoint: 'Lea',
	status: 'peer-ended',
	local: { address: '127.0.0.1', port: 9000 },
	remote: { address: '127.0.0.1', port: 50_000 },
	openedAt: 0,
	bytesIn: 0,
	bytesOut: 0,
	pending: 5,
};

beforeEach(async () => {
	host = fakeHost();
	setSession(host.session);
	useWorkbench.setState(
		fromSnapshot({
			endpoints: [
				endpointState('Lea', { status: 'open', connections: 1, eventRate: 3 }),
				endpointState('Ben', {
					status: 'failed',
					error: {
						code: 'address-in-use',
						message: '',
						details: { errno: 'EADDRINUSE', freePort: 9002, owners: [{ address: '127.0.0.1', port: 9000, pid: 7 }] },
					},
				}),
				endpointState('Pia', { config: proxy }),
			],
			connections: [connection],
		}),
	);
	useWorkspace.setState({ order: [{ id: 'Lea', folder: 'Lab' }], ran: ['Ben'] });
	await page.viewport(420, 800);
});

afterEach(async () => {
	await showLanguage('en');
	host.close();
	useContextMenu.setState(useContextMenu.getInitialState(), true);
	useSelection.setState(useSelection.getInitialState(), true);
	useClosedFolders.setState(useClosedFolders.getInitialState(), true);
	useWorkspace.setState(useWorkspace.getInitialState(), true);
	useWorkbench.setState(useWorkbench.getInitialState(), true);
});

const show = () => render(<EndpointsPanel />, { wrapper: TooltipProvider });
const row = (name: RegExp) => page.getByRole('treeitem', { name });

test('it is all in Chinese, and no English is left', async () => {
	await showLanguage('zh-Hans');
	const { container } = await show();
	await expect.element(page.getByRole('tree', { name: '端点' })).toBeVisible();
	await expect.element(page.getByRole('group', { name: '代理' })).toBeVisible();
	await expect.element(page.getByRole('button', { name: '使用端口 9002' })).toBeVisible();
	await expect.element(row(/^Ben TCP 服务器，失败/)).toBeVisible();
	expect(latinTexts(container, ['Lea', 'Ben', 'Pia', 'Lab', 'pid', 'EADDRINUSE', 'address-in-use'])).toEqual([]);
});

test('a folder is closed and opened by a click and by the arrow keys, and its row is the way out of it', async () => {
	await show();
	const folder = row(/^Lab, 1 endpoint$/);
	await expect.element(folder).toHaveAttribute('aria-expanded', 'true');
	await folder.click();
	await expect.element(folder).toHaveAttribute('aria-expanded', 'false');
	await expect.element(row(/^Lea/)).not.toBeInTheDocument();
	expect([...useClosedFolders.getState().folders]).toEqual(['Lab']);
	await userEvent.keyboard('{ArrowRight}');
	await expect.element(row(/^Lea/)).toBeVisible();
	await userEvent.keyboard('{ArrowRight}');
	await expect.element(row(/^Lea/)).toHaveFocus();
	await userEvent.keyboard('{ArrowRight}');
	await expect.element(row(/^#1/)).toHaveFocus();
	await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
	await expect.element(row(/^#1/)).not.toBeInTheDocument();
	await userEvent.keyboard('{ArrowLeft}');
	await expect.element(folder).toHaveFocus();
	await userEvent.keyboard('{ArrowLeft}');
	await expect.element(folder).toHaveAttribute('aria-expanded', 'false');
});

test('an endpoint that is selected in a closed folder is reached through the folder', async () => {
	setFolderClosed('Lab', true);
	useSelection.getState().selectEndpoint('Lea');
	await show();
	await expect.element(row(/^Lab/)).toHaveAttribute('tabindex', '0');
});

test('the menu opens at the pointer, and by its keys at the row', async () => {
	await show();
	await row(/^Pia/).click({ button: 'right', position: { x: 30, y: 10 } });
	const box = row(/^Pia/).element().getBoundingClientRect();
	expect(useContextMenu.getState().menu).toMatchObject({
		label: 'Commands for Pia',
		x: Math.floor(box.left + 30),
		y: Math.floor(box.top + 10),
	});
	await userEvent.keyboard('{Shift>}{F10}{/Shift}');
	expect(useContextMenu.getState().menu?.x).toBe(box.left + 8);
});

test('only a TCP connection can be reset', async () => {
	const ofUnix = { ...connection, id: 2, remote: { address: '127.0.0.1', port: 0, path: '' } };
	const endpoints = [endpointState('Lea', { status: 'open', connections: 2 })];
	useWorkbench.setState(fromSnapshot({ endpoints, connections: [connection, ofUnix] }));
	await show();
	const offered = async (name: RegExp) => {
		await row(name).click({ button: 'right' });
		const entries = useContextMenu.getState().menu?.entries ?? [];
		return entries.flatMap((entry) => (typeof entry === 'object' && 'label' in entry ? [entry.label] : []));
	};
	expect(await offered(/^#1/)).toContain('Reset');
	expect(await offered(/^#2/)).toContain('Close');
	expect(await offered(/^#2/)).not.toContain('Reset');
});

test('counters of endpoints and connections draw nothing here, the number of connections is up to date', async () => {
	let drawn = 0;
	await render(
		<Profiler id="panel" onRender={() => drawn++}>
			<EndpointsPanel />
		</Profiler>,
		{ wrapper: TooltipProvider },
	);
	await expect.element(page.getByText('1 connection', { exact: true })).toBeVisible();
	const before = drawn;
	const change = (patch: Partial<EndpointState>, bytesIn: number) =>
		flushSync(() => {
			const state = useWorkbench.getState();
			const lea = endpointState('Lea', { status: 'open', connections: 1, eventRate: 3, bytesIn, ...patch });
			const connections = [structuredClone({ ...connection, bytesIn })];
			const none = { removedEndpoints: [], removedConnections: [] };
			useWorkbench.setState(withDelta(state, { endpoints: [lea], connections, ...none }));
		});
	for (let bytes = 1; bytes <= 10; bytes++) change({ bytesOut: bytes }, bytes);
	expect(drawn).toBe(before);
	change({ connections: 1200 }, 11);
	await expect.element(page.getByText('1,200 connections', { exact: true })).toBeVisible();
});
