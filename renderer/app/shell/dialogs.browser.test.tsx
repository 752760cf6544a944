import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { generatorPlanSchema } from '../../../common/contract/calls/generator.ts';
import type { StoredCapture } from '../../../common/contract/calls/library.ts';
import { AgentCallsDialog } from '../../features/agents/index.ts';
import { CapturesDialog } from '../../features/captures/index.ts';
import { useLibrary } from '../../features/captures/store.ts';
import { ExportDialog } from '../../features/export/ExportDialog.tsx';
import { ExportJobs } from '../../features/export/index.ts';
import { LoadTestDialog, LossReportDialog } from '../../features/load-test/index.ts';
import { LossReportTable } from '../../features/load-test/LossReportTable.tsx';
import { RunProgress } from '../../features/load-test/RunProgress.tsx';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { useExports } from '../state/capture/exports.ts';
import { useListing } from '../state/capture/listing.ts';
import { fromSnapshot, useWorkbench } from '../state/endpoints/workbench.ts';
import { setSession } from '../state/host/session.ts';
import { endpointState, type FakeHost, fakeHost } from '../testing/host.fixture.ts';

let host: FakeHost;
const wrapper = TooltipProvider;

beforeEach(async () => {
	host = fakeHost();
	setSession(host.session);
	useWorkbench.setState(fromSnapshot({ endpoints: [endpointState('Ann', { status: 'open' })], connections: [] }));
	await showLanguage('zh-Hans');
});

afterEach(async () => {
	host.close();
	useExports.setState(useExports.getInitialState(), true);
	useLibrary.setState(useLibrary.getInitialState(), true);
	useListing.setState(useListing.getInitialState(), true);
	useWorkbench.setState(useWorkbench.getInitialState(), true);
	await showLanguage('en');
});

test('the calls of agents are shown in Chinese', async () => {
	const { container } = await render(<AgentCallsDialog />, { wrapper });
	await expect.element(page.getByText(/^还没有智能体/)).toBeVisible();
	expect(latinTexts(container, ['wirebench mcp'])).toEqual([]);
});

test('the captures are listed in Chinese, in every state', async () => {
	const { container } = await render(<CapturesDialog />, { wrapper });
	await expect.element(page.getByText('没有抓包记录')).toBeVisible();
	expect(latinTexts(container, [useLibrary.getState().library?.folder ?? '', 'GiB'])).toEqual([]);
	const states: StoredCapture['state'][] = ['live', 'written', 'closed', 'unclosed', 'unreadable'];
	const captures = states.map((state) => ({ folder: `/${state}`, state, size: 10, events: 1, endpoints: [] }));
	const limits = { segmentMiB: 256, keepGiB: 10 };
	useLibrary.setState({ library: { folder: '/', captures, limits, looking: { done: 1, total: 2 } } });
	await expect.element(page.getByRole('grid', { name: '抓包记录' })).toBeVisible();
	await expect.element(page.getByText(/^5 个抓包记录，50 B，正在查找：1 \/ 2$/)).toBeVisible();
	expect(latinTexts(container, [...states.map((state) => `/${state}`), 'GiB'])).toEqual([]);
});

test('formats, scopes, faults and running exports are in Chinese', async () => {
	await showLanguage('zh-Hant');
	const job = { id: 'x', name: 'x.csv', format: 'csv' as const, done: 1, total: 2, bytes: 30, events: 0 };
	useExports.setState({ jobs: [{ ...job, state: 'running' }] });
	const { container } = await render(
		<>
			<ExportDialog />
			<ExportJobs />
		</>,
		{ wrapper },
	);
	await expect.element(page.getByText('單一擷取記錄檔案：可用 Wireshark 開啟，也可在此重新開啟。')).toBeVisible();
	await page.getByRole('radio', { name: /^C 陣列/ }).click();
	await page.getByLabelText('名稱').fill('');
	await expect.element(page.getByText('請輸入名稱。')).toBeVisible();
	await expect.element(page.getByText('1 / 2 個事件，30 B')).toBeInTheDocument();
	expect(latinTexts(container, ['x.csv', 'pcapng', 'Wireshark'])).toEqual([]);
});

test('an export has the messages that the log lists, unless they are off', async () => {
	useListing.setState({ as: 'messages' });
	const { container } = await render(<ExportDialog />, { wrapper });
	const choice = page.getByRole('checkbox', { name: '消息代替各次读取的数据' });
	await expect.element(choice).not.toBeInTheDocument();
	await page.getByRole('radio', { name: /^CSV/ }).click();
	await expect.element(choice).toBeChecked();
	await expect.element(page.getByText('日志的所有行（0）')).toBeVisible();
	await page.getByLabelText('名称').fill('');
	expect(latinTexts(container, ['pcapng', 'Wireshark'])).toEqual([]);
	await choice.click();
	await expect.element(page.getByText('所有事件（0）')).toBeVisible();
});

test('a load test is set up and followed in Chinese, faults included', async () => {
	useWorkbench.setState(
		fromSnapshot({ endpoints: [endpointState('Ann', { status: 'open', connections: 1 })], connections: [] }),
	);
	const run = {
		id: 'r',
		endpoint: 'Ann',
		connection: 1,
		target: '#1',
		plan: generatorPlanSchema.parse({ count: 2000 }),
		stream: 1,
		status: 'running' as const,
		sent: 1200,
		bytes: 1,
		errors: 0,
		elapsedMs: 1500,
		rate: 800,
		behindMs: 2,
	};
	const { container } = await render(
		<>
			<LoadTestDialog id="Ann" />
			<RunProgress run={run} />
		</>,
		{ wrapper },
	);
	await page.getByLabelText('每条消息的字节数').fill('31');
	await expect.element(page.getByText('编号消息至少 32 字节：即其消息头。')).toBeVisible();
	await expect.element(page.getByText('1,200 / 2,000')).toBeInTheDocument();
	await expect.element(page.getByText('1.5 秒')).toBeInTheDocument();
	expect(latinTexts(container, ['Ann'])).toEqual([]);
});

test('a loss report is kept and read in Chinese', async () => {
	const counts = { received: 1, bytes: 1, lost: 0, duplicates: 0, reordered: 0, late: 0, lowest: 0, highest: 0 };
	const stream = { ...counts, connection: 1, reorderedBy: { mean: 0, max: 0 }, spanMs: 1 };
	const { container } = await render(
		<>
			<LossReportDialog id="Ann" />
			<LossReportTable streams={[stream]} />
		</>,
		{ wrapper },
	);
	await expect.element(page.getByRole('button', { name: '开始丢失报告' })).toBeVisible();
	await expect.element(page.getByRole('columnheader', { name: '未到达' })).toBeInTheDocument();
	expect(latinTexts(container, ['Ann', 'RFC'])).toEqual([]);
});
