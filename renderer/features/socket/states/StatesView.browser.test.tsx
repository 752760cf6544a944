import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { StatesState } from '../../../../common/contract/calls/socket-calls.ts';
import { setSession } from '../../../app/state/host/session.ts';
import { useSelection } from '../../../app/state/window/selection.ts';
import { type FakeHost, fakeHost } from '../../../app/testing/host.fixture.ts';
import { showLanguage } from '../../../words/index.ts';
import { latinTexts } from '../../../words/latin-words.fixture.ts';
import StatesView from './StatesView.tsx';
import '../../../ui/tokens.css';
import '../../../ui/base.css';

const TIME = 1_700_000_000_000_000_000n;
const MOMENTS: StatesState['moments'] = [
	{
		n: 0,
		time: TIME,
		own: ['LISTEN', 'SYN-RECEIVED', 'ESTABLISHED'],
		peer: ['SYN-SENT', 'ESTABLISHED'],
		inferred: false,
		segments: [{ from: 'peer', flags: 'SYN', seen: false }],
	},
	{
		n: 5,
		time: TIME,
		own: ['CLOSE-WAIT'],
		peer: ['FIN-WAIT-1', 'FIN-WAIT-2'],
		inferred: false,
		segments: [
			{ from: 'peer', flags: 'FIN, ACK', seen: true },
			{ from: 'own', flags: 'ACK', seen: false },
		],
	},
];
let host: FakeHost;

beforeEach(async () => {
	host = fakeHost();
	host.tcpStates = { tcp: true, moments: MOMENTS };
	host.connections = () => ({
		connections: [
			{
				id: 3,
				endpoint: 'echo',
				protocol: 'tcp',
				local: '',
				remote: '',
				first: 0,
				events: 2,
				bytesIn: 0,
				bytesOut: 0,
				closed: false,
			},
		],
		total: 1,
	});
	setSession(host.session);
	await render(
		<div style={{ display: 'flex', width: 800, height: 400 }}>
			<StatesView />
		</div>,
	);
});

afterEach(async () => {
	useSelection.getState().selectEvent(undefined);
	await showLanguage('en');
	host.close();
});

test('lights the states of both ends, those of now or after the event of a step', async () => {
	const picture = (own: string, peer: string) =>
		page.getByRole('img', { name: `TCP state diagram: our end is in ${own}, the peer’s in ${peer}.` });
	await expect.element(picture('CLOSE-WAIT', 'FIN-WAIT-2')).toBeVisible();
	await expect.element(page.getByText('TCP states of connection #3')).toBeVisible();
	const steps = page.getByRole('listitem').getByRole('button');
	await expect.element(steps.nth(1)).toHaveAttribute('aria-current', 'step');
	await expect.element(steps.filter({ hasText: '← FIN, ACK→ ACK inferred' })).toBeVisible();
	host.rows = () => ({
		rows: [
			{
				n: 0,
				time: TIME,
				endpoint: 'echo',
				connection: 3,
				kind: 'open',
				direction: 'in',
				length: 0,
				preview: new Uint8Array(0),
				text: '',
			},
		],
		stored: 6,
	});
	await steps.nth(0).click();
	expect(useSelection.getState().event).toBe(0);
	await expect.element(picture('ESTABLISHED', 'ESTABLISHED')).toBeVisible();
});

test('speaks Chinese', async () => {
	await showLanguage('zh-Hant');
	await expect.element(page.getByText('連線 #3 的 TCP 狀態')).toBeVisible();
	const names = [
		'TCP',
		'RFC',
		'CLOSED',
		'LISTEN',
		'SYN',
		'SENT',
		'RECEIVED',
		'ESTABLISHED',
		'FIN',
		'WAIT',
		'CLOSING',
		'TIME',
		'CLOSE',
		'LAST',
		'ACK',
		'MSL',
		'listen',
		'connect',
		'shutdown',
		'close',
	];
	expect(latinTexts(document.body, names)).toEqual([]);
});
