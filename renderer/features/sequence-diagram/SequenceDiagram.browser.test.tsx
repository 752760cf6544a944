import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import type { CapturedConnection } from '../../../common/contract/calls/stream.ts';
import { setSession } from '../../app/state/host/session.ts';
import { type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { DiagramRow } from './DiagramRow.tsx';
import { partiesOf } from './parties.ts';
import { SequenceDiagramPanel } from './SequenceDiagramPanel.tsx';
import { useDiagram } from './store.ts';
import '../../ui/tokens.css';
import '../../ui/base.css';
import '../../bytes/bytes.css';

let host: FakeHost;

beforeEach(() => {
	host = fakeHost();
	setSession(host.session);
});

afterEach(async () => {
	host.close();
	useDiagram.setState(useDiagram.getInitialState(), true);
	await showLanguage('en');
});

const CONNECTION: CapturedConnection = {
	id: 3,
	endpoint: '回显',
	protocol: 'tcp',
	local: '127.0.0.1:9000',
	remote: '',
	first: 0,
	events: 2,
	bytesIn: 0,
	bytesOut: 0,
	closed: false,
};

/** The choice of the centre's view is no part of this feature. */
const untranslated = (part: Element) =>
	latinTexts(part, ['View of the traffic', 'Log', 'Conversation', 'Sequence diagram']);

test('speaks Chinese: its tools, its parties and what it says without connections', async () => {
	await showLanguage('zh-Hant');
	const { container } = await render(<SequenceDiagramPanel />, { wrapper: TooltipProvider });
	await expect.element(page.getByText('還沒有連線')).toBeVisible();
	expect(untranslated(container)).toEqual([]);
	useDiagram.setState({ chosen: { connections: [CONNECTION], total: 1 }, parties: partiesOf([CONNECTION]) });
	await expect.element(page.getByText('#3 的對端', { exact: true })).toBeVisible();
	await page.getByRole('button', { name: '選擇', exact: true }).click();
	await expect.element(page.getByRole('complementary', { name: '圖中的連線' })).toBeVisible();
	expect(untranslated(container)).toEqual([]);
});

test('arrows say in Chinese what happened', async () => {
	await showLanguage('zh-Hans');
	const row: CaptureRow = {
		n: 0,
		time: 0n,
		endpoint: '回显',
		connection: 3,
		kind: 'reset',
		direction: 'in',
		length: 0,
		preview: new Uint8Array(),
		text: '',
	};
	const { container } = await render(
		<DiagramRow
			index={0}
			row={row}
			before={undefined}
			ends={{ local: 0, remote: 1 }}
			tcp
			column={200}
			y={0}
			selected={false}
		/>,
	);
	await expect.element(page.getByText('#3 → 收 重置', { exact: true })).toBeInTheDocument();
	expect(container.textContent).toContain('重置 · RST');
});
