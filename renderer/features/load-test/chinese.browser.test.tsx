import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { generatorPlanSchema } from '../../../common/contract/calls/generator.ts';
import { fromSnapshot, useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { setSession } from '../../app/state/host/session.ts';
import { endpointState, type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { LoadTestDialog } from './LoadTestDialog.tsx';
import { LossReportDialog } from './LossReportDialog.tsx';
import { LossReportTable } from './LossReportTable.tsx';
import { RunProgress } from './RunProgress.tsx';

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
	useWorkbench.setState(useWorkbench.getInitialState(), true);
	await showLanguage('en');
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
