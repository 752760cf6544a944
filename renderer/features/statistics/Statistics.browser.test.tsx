import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { StatisticFigures, StatisticsState } from '../../../common/contract/calls/figures/statistics.ts';
import { useFilter } from '../../app/state/capture/filter.ts';
import { setSession } from '../../app/state/host/session.ts';
import { plotField } from '../../app/state/window/wanted-plot.ts';
import { type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { tableAs } from './copy.ts';
import { StatisticsPanel } from './StatisticsPanel.tsx';
import { countBy, useStatistics } from './store.ts';
import '../../ui/tokens.css';
import '../../ui/base.css';

let host: FakeHost;

beforeEach(() => {
	host = fakeHost();
	setSession(host.session);
});

afterEach(async () => {
	host.close();
	useStatistics.setState(useStatistics.getInitialState(), true);
	await showLanguage('en');
});

const FIGURES: StatisticFigures = {
	events: 1200,
	messages: 1000,
	bytesIn: 40_000,
	bytesOut: 60_000,
	errors: 2,
	first: 0,
	duration: 4e9,
	byteRate: 25_000,
	eventRate: 300,
	peakBytes: 50_000,
	peakEvents: 700,
	answers: { count: 500, mean: 2e6, p50: 1.5e6, p90: 4e6, p99: 9e6, max: 12_345_678 },
};

const STATE: StatisticsState = {
	total: FIGURES,
	rows: [
		{ subject: { by: 'endpoint', name: '=echo' }, figures: { ...FIGURES, bytesIn: 10_000, bytesOut: 15_000 } },
		{ subject: { by: 'endpoint', name: 'proxy' }, figures: { ...FIGURES, answers: undefined } },
	],
	groups: 2,
	limited: false,
	scanned: 1200,
	stored: 1200,
};

test('rows are sorted by a column and found in the log by their name', async () => {
	host.statistics = STATE;
	await render(<StatisticsPanel />, { wrapper: TooltipProvider });
	const row = page.getByRole('row').filter({ hasText: '=echo' });
	await expect.poll(() => row.query()?.textContent).toMatch(/25\.0 %.*1\.50 ms.*12\.3 ms/);
	await page.getByRole('button', { name: 'p99' }).click();
	expect(useStatistics.getState()).toMatchObject({ sort: 'p99', descending: true });
	await page.getByRole('button', { name: 'p99' }).click();
	await expect.element(page.getByRole('columnheader', { name: 'p99' })).toHaveAttribute('aria-sort', 'ascending');
	page.getByRole('button', { name: '=echo' }).query()?.closest('button')?.focus();
	await userEvent.keyboard('{ArrowDown}');
	await expect.element(page.getByRole('button', { name: 'proxy' })).toHaveFocus();
	await page.getByRole('button', { name: '=echo' }).click();
	await expect.poll(() => useFilter.getState().applied).toBe('endpoint:=echo');
});

test('the table is copied with stable names of columns, and no formulas', async () => {
	const [head, first] = tableAs(STATE, 'csv').split('\r\n');
	expect(head).toBe(
		'name,events,messages,bytesIn,bytesOut,bytes,byteRate,peakBytes,duration,answers,p50,p90,p99,answerMax,errors',
	);
	expect(first).toBe(
		`"'=echo",1200,1000,10000,15000,0.25,25000,50000,4000000000,500,1500000,4000000,9000000,12345678,2`,
	);
	expect(tableAs(STATE, 'text').split('\n')[2]).toMatch(/^proxy\t1,200\t1,000\t40\.0 kB/);
	expect(JSON.parse(tableAs(STATE, 'json'))).toHaveLength(3);
});

test('speaks Chinese', async () => {
	await showLanguage('zh-Hans');
	const { container } = await render(<StatisticsPanel />, { wrapper: TooltipProvider });
	await expect.element(page.getByText('没有事件', { exact: true })).toBeVisible();
	host.statistics = STATE;
	countBy('connection');
	await expect.element(page.getByRole('columnheader', { name: '应答' })).toBeVisible();
	expect(latinTexts(container, ['=echo', 'proxy'])).toEqual([]);
});

test('a field that is wanted becomes a series, which is asked for once its name is one', async () => {
	host.statistics = STATE;
	await render(
		<div style={{ display: 'flex', width: 900, height: 500 }}>
			<StatisticsPanel />
		</div>,
		{ wrapper: TooltipProvider },
	);
	plotField('dns.answer.ttl');
	const asked = () => host.calls.findLast(({ name }) => name === 'capturePlot')?.input;
	const field = page.getByRole('combobox', { name: 'Field of this series' });
	await expect.element(field).toHaveValue('dns.answer.ttl');
	await expect.poll(asked).toMatchObject({ series: [{}, {}, { measure: 'field', field: 'dns.answer.ttl' }] });
	await field.fill('dns answer');
	await expect.element(page.getByText('Write the name of a decoded field, as modbus.unit.')).toBeVisible();
	await expect.poll(asked).toEqual({ series: [expect.anything(), expect.anything()] });
});
