import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { SocketCall } from '../../../common/calls/index.ts';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import type { ListedCall } from '../../../common/contract/calls/socket-calls.ts';
import CallsView from '../../app/shared/calls/CallsView.tsx';
import { useCallStyle } from '../../app/shared/calls/store.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { setSession } from '../../app/state/host/session.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { endpointState, type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { InspectorPanel } from './InspectorPanel.tsx';
import { useInspector } from './store.ts';
import '../../ui/tokens.css';
import '../../ui/base.css';

const TIME = 1_700_000_000_000_000_000n;
const ROW = { time: TIME, endpoint: 'echo', connection: 3, text: '', preview: new Uint8Array(0) } as const;
const PAYLOAD = new TextEncoder().encode('hello');
const ROWS: readonly CaptureRow[] = [
	{ ...ROW, n: 0, kind: 'open', direction: 'in', length: 0 },
	{ ...ROW, n: 1, kind: 'data', direction: 'in', length: PAYLOAD.length, preview: PAYLOAD },
];
const listed = (n: number, call: Omit<SocketCall, 'found'>): ListedCall => ({
	n,
	time: TIME,
	endpoint: 'echo',
	connection: 3,
	call,
});
const CALLS: readonly ListedCall[] = [
	listed(0, { name: 'accept', on: 's', as: 'conn3', place: { host: '127.0.0.1', port: 50_000 } }),
	listed(1, { name: 'recv', on: 'conn3', size: 65_536, bytes: PAYLOAD, done: 5 }),
	listed(1, { name: 'recv', on: 'conn3', size: 65_536, errno: 'EAGAIN', errnoNumber: 11, inferred: true }),
];
let host: FakeHost;

beforeEach(async () => {
	host = fakeHost();
	host.rows = ({ from, count }) => ({ rows: ROWS.slice(from, from + count), stored: ROWS.length });
	host.socketCalls = {
		calls: CALLS,
		waiting: [{ name: 'recv', on: 'conn3', n: 1, since: BigInt(Date.now() - 3000) * 1_000_000n }],
	};
	setSession(host.session);
	const echo = endpointState('echo', { status: 'open' });
	useWorkbench.setState({ endpoints: new Map([['echo', echo]]) });
	await render(
		<div style={{ display: 'flex', width: 700, height: 600 }}>
			<InspectorPanel />
		</div>,
		{ wrapper: TooltipProvider },
	);
	useSelection.getState().selectEvent(0);
});

afterEach(async () => {
	useSelection.getState().selectEvent(undefined);
	useWorkbench.setState(useWorkbench.getInitialState(), true);
	useInspector.setState(useInspector.getInitialState(), true);
	useCallStyle.setState(useCallStyle.getInitialState(), true);
	await showLanguage('en');
	host.close();
});

const call = (text: string) => page.getByRole('option').filter({ hasText: text });

test('an event lights its calls, and a call selects its event', async () => {
	await page.getByRole('tab', { name: 'Calls' }).click();
	await expect.element(page.getByRole('listbox', { name: 'Calls of connection #3' })).toBeVisible();
	await expect.element(page.getByText('Derived from the events: Wirebench runs on libuv.')).toBeVisible();
	await expect
		.element(call("conn3, peer = s.accept() → peer = ('127.0.0.1', 50000)"))
		.toHaveAttribute('aria-selected', 'true');
	await call("conn3.recv(65536) → b'hello'").click();
	expect(useSelection.getState().event).toBe(1);
	await expect
		.element(call('conn3.recv(65536) → BlockingIOError [Errno 11] EAGAIN'))
		.toHaveAttribute('aria-selected', 'true');
	await expect.element(call('accept')).toHaveAttribute('aria-selected', 'false');
	await userEvent.keyboard('{Home}');
	expect(useSelection.getState().event).toBe(0);
	await page.getByRole('radio', { name: 'C', exact: true }).click();
	await expect.element(call('recv(conn3, "hello", 65536, 0) → 5')).toBeVisible();
});

test('says what blocks now and since when, without moving anything', async () => {
	await page.getByRole('tab', { name: 'Calls' }).click();
	const line = page.getByText(/would wait in conn3\.recv\(\) for 3\.\d s/);
	await expect.element(line).toBeVisible();
	const before = line.element().getBoundingClientRect();
	const later = page.getByText(/would wait in conn3\.recv\(\) for 4\.\d s/);
	await expect.element(later).toBeVisible();
	expect(later.element().getBoundingClientRect().top).toBe(before.top);
	useWorkbench.setState(useWorkbench.getInitialState(), true);
	await expect.element(page.getByText(/would wait/)).not.toBeInTheDocument();
});

test('speaks Chinese', async () => {
	await showLanguage('zh-Hans');
	await page.getByRole('tab', { name: '调用' }).click();
	await expect.element(page.getByText('等效调用')).toBeVisible();
	await expect.element(page.getByText(/会在 conn3\.recv\(\) 中等待/)).toBeVisible();
	const names = [
		'echo',
		'Python',
		'libuv',
		'Wirebench',
		'conn',
		'peer',
		'accept',
		'recv',
		'hello',
		'BlockingIOError',
		'Errno',
		'EAGAIN',
	];
	expect(latinTexts(document.body, names)).toEqual([]);
});

test('what clients wait in that are not connected yet stands before what waits after an event', async () => {
	const since = Date.now() - 5000;
	const slow = endpointState('slow', { status: 'starting', connecting: { call: 'connect', to: '192.0.2.1:9', since } });
	const echo = endpointState('echo', { status: 'open' });
	await render(
		<div style={{ display: 'flex', width: 700, height: 400 }}>
			<CallsView of={{ all: true }} label="all" live />
		</div>,
		{ wrapper: TooltipProvider },
	);
	useWorkbench.setState({
		endpoints: new Map([
			['echo', echo],
			['slow', slow],
		]),
	});
	const line = page.getByText(
		/^would wait in connect\(192\.0\.2\.1:9\) for \d\.\d s · would wait in conn3\.recv\(\) for/,
	);
	await expect.element(line).toBeVisible();
	useWorkbench.setState({ endpoints: new Map([['echo', echo]]) });
	await expect.element(page.getByText(/^would wait in conn3\.recv\(\) for/).first()).toBeVisible();
	await expect.element(line).not.toBeInTheDocument();
});
