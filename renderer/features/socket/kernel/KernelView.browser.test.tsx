import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { KernelSocket } from '../../../../common/contract/calls/system/kernel.ts';
import { endpointConfigSchema } from '../../../../common/endpoints/index.ts';
import { kernelNotes } from '../../../../common/words/en/sentences/sockets/kernel.ts';
import { sayingOf } from '../../../../common/words/sentence/said.ts';
import { fromSnapshot, useWorkbench } from '../../../app/state/endpoints/workbench.ts';
import { setSession } from '../../../app/state/host/session.ts';
import { useSelection } from '../../../app/state/window/selection.ts';
import { type FakeHost, fakeHost } from '../../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../../ui/Tooltip.tsx';
import { showLanguage } from '../../../words/index.ts';
import { latinTexts } from '../../../words/latin-words.fixture.ts';
import KernelView from './KernelView.tsx';
import '../../../ui/tokens.css';
import '../../../ui/base.css';

const LISTENER: KernelSocket = {
	kind: 'listener',
	local: { address: '127.0.0.1', port: 9000 },
	sources: ['tcp-info'],
	state: 'LISTEN',
	facts: { acceptQueue: 5, acceptLimit: 8 },
	notes: [],
};
const STREAM: KernelSocket = {
	connection: 3,
	kind: 'stream',
	local: { address: '127.0.0.1', port: 9000 },
	remote: { address: '127.0.0.1', port: 51_000 },
	sources: ['tcp-info'],
	state: 'ESTABLISHED',
	congestion: 'cubic',
	facts: {
		sendQueue: 2_000_000,
		receiveQueue: 0,
		sendBufferUsed: 2_560_000,
		sendBuffer: 2_626_560,
		receiveBufferUsed: 0,
		receiveBuffer: 131_072,
		rtt: 51,
		rttVar: 20,
		cwnd: 10,
	},
	notes: [],
};
let host: FakeHost;

beforeEach(() => {
	host = fakeHost();
	host.kernel = () => [LISTENER, STREAM];
	setSession(host.session);
	useWorkbench.setState(
		fromSnapshot({
			endpoints: [
				{
					id: 'e1',
					config: endpointConfigSchema.parse({ kind: 'tcp-server', name: 'echo', port: 9000 }),
					status: 'open',
					connections: 1,
					bytesIn: 0,
					bytesOut: 0,
					rateIn: 0,
					rateOut: 0,
					eventRate: 0,
				},
			],
			connections: [
				{
					id: 3,
					endpoint: 'e1',
					status: 'open',
					local: STREAM.local,
					remote: { address: '127.0.0.1', port: 51_000 },
					openedAt: 0,
					bytesIn: 0,
					bytesOut: 0,
					pending: 0,
				},
			],
		}),
	);
	useSelection.getState().selectConnection('e1', 3);
});

afterEach(async () => {
	useSelection.getState().selectEndpoint(undefined);
	useWorkbench.setState(fromSnapshot({ endpoints: [], connections: [] }, false));
	await showLanguage('en');
	host.close();
});

const show = () =>
	render(
		<TooltipProvider>
			<div style={{ display: 'flex', width: 900, height: 500 }}>
				<KernelView />
			</div>
		</TooltipProvider>,
	);

test('shows the facts of the selected connection, how full buffers and queue are, and the program at the other end', async () => {
	await show();
	await expect.element(page.getByText('Connection #3: what the kernel reports')).toBeVisible();
	await expect.element(page.getByText('python3 (pid 4321)')).toBeVisible();
	await expect.element(page.getByText('127.0.0.1: programs on this machine alone.')).toBeVisible();
	await expect.element(page.getByRole('row', { name: /^Round trip time 0\.051 ms/ })).toBeVisible();
	await expect.element(page.getByRole('row', { name: /^Congestion window 10 segments/ })).toBeVisible();
	// What the system does not report has no row.
	expect(page.getByRole('row', { name: /^Discarded/ }).elements()).toEqual([]);
	const full = page.getByRole('meter', { name: 'Send buffer' });
	await expect.element(full).toHaveAttribute('aria-valuetext', '2,560,000 of 2,626,560 bytes');
	await expect.element(full).toHaveAttribute('data-full');
	await expect
		.element(page.getByRole('meter', { name: 'Accept queue' }))
		.toHaveAttribute('aria-valuetext', '5 of 8 connections');
	await expect
		.element(page.getByRole('img', { name: /^Round trip time over the last .* Now: 0\.051 ms\.$/ }))
		.toBeVisible();
});

test('reads again while it is shown', async () => {
	await show();
	const reads = () => host.calls.filter(({ name }) => name === 'kernelSockets').length;
	await expect.poll(reads, { timeout: 10_000 }).toBeGreaterThan(3);
});

test('gives the reason where the system reports nothing, and that of a closed connection', async () => {
	const note = sayingOf(kernelNotes)('kernelElsewhere', { system: 'Windows' });
	host.kernel = () => [{ ...STREAM, sources: [], facts: {}, notes: [note] }];
	await show();
	await expect.element(page.getByText(/reports about sockets on Linux and macOS, not on Windows/)).toBeVisible();
	expect(page.getByRole('meter').elements()).toEqual([]);
	expect(page.getByRole('img').elements()).toEqual([]);
	useWorkbench.setState(fromSnapshot({ endpoints: [], connections: [] }));
	await expect.element(page.getByText(/^Connection #3 is closed/)).toBeVisible();
});

test('speaks Chinese', async () => {
	const note = sayingOf(kernelNotes)('kernelSharedSocket');
	host.kernel = () => [LISTENER, { ...STREAM, notes: [note] }];
	await showLanguage('zh-Hans');
	await show();
	await expect.element(page.getByText('连接 #3：内核的报告')).toBeVisible();
	await expect.element(page.getByRole('meter', { name: '接受队列' })).toBeVisible();
	await expect.element(page.getByRole('row', { name: /^往返时间 0\.051 ms/ })).toBeVisible();
	const names = [
		'ESTABLISHED',
		'cubic',
		'python3',
		'pid',
		'SO_SNDBUF',
		'SO_RCVBUF',
		'send',
		'EAGAIN',
		'getsockopt',
		'TCP_INFO',
	];
	await expect.poll(() => latinTexts(document.body, names)).toEqual([]);
});
