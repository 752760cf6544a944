import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import { settingsSchema } from '../../../common/contract/calls/settings.ts';
import { WindowMenu } from '../../app/shell/WindowMenu.tsx';
import { NO_STATUS, useCaptureStatus } from '../../app/state/capture/capture-status.ts';
import { useColours } from '../../app/state/capture/colours.ts';
import { applyFilter, useFilter } from '../../app/state/capture/filter.ts';
import { setSession } from '../../app/state/host/session.ts';
import { closeContextMenu } from '../../app/state/window/context-menu.ts';
import { closeDialog, useDialogs } from '../../app/state/window/dialogs.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { useSettings } from '../../app/state/window/settings.ts';
import { useToasts } from '../../app/state/window/toasts.ts';
import { type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { LogPanel } from './LogPanel.tsx';
import { rowSource } from './list/rows.ts';
import '../../ui/tokens.css';
import '../../ui/base.css';

const BEGIN = 1_700_000_000_000_000_000n;
const grid = page.getByRole('grid', { name: 'Traffic log' });
const row = (n: number) => page.elementLocator(document.querySelector(`[data-n="${n}"]`) ?? document.body);
const heads = () => [...document.querySelectorAll('[data-head]')].map((head) => head.textContent ?? '');
const item = (name: string | RegExp) => page.getByRole('menuitem', { name });
let host: FakeHost;
let captured: CaptureRow[];

function event(n: number, patch: Partial<CaptureRow> = {}): CaptureRow {
	const preview = new TextEncoder().encode(`message ${n}`);
	return {
		n,
		time: BEGIN + BigInt(n) * 1_000_104n,
		endpoint: n % 2 === 0 ? 'my "echo"' : 'client',
		connection: 3,
		kind: 'data',
		direction: n % 2 === 0 ? 'in' : 'out',
		length: preview.length,
		preview,
		text: '',
		...patch,
	};
}

const copied = async () => (await navigator.clipboard.readText()).replaceAll('\r\n', '\n');

beforeEach(async () => {
	await page.viewport(1100, 500);
	captured = Array.from({ length: 12 }, (_, n) => event(n));
	host = fakeHost();
	host.rows = ({ from, count }) => ({
		rows: captured.slice(from, from + count),
		stored: captured.length,
		begin: BEGIN,
	});
	setSession(host.session);
	useSettings.setState({ ...settingsSchema.parse({}), loaded: true });
	useSelection.getState().selectEvent(undefined);
	useColours.setState({ rules: [], usable: [] });
	useToasts.setState({ toasts: [] });
	await render(
		<div style={{ display: 'flex', width: 1000, height: 400 }}>
			<LogPanel />
			<WindowMenu />
		</div>,
		{ wrapper: TooltipProvider },
	);
	useCaptureStatus.setState({ ...NO_STATUS, id: `c${Math.random()}`, stored: captured.length }, true);
	await expect.element(page.getByText('message 11')).toBeVisible();
});

afterEach(async () => {
	await showLanguage('en');
	closeContextMenu();
	closeDialog();
	applyFilter('');
	useCaptureStatus.setState(NO_STATUS, true);
	host.close();
});

test('columns are hidden, shown, moved and resized by keys and by the pointer, and remembered', async () => {
	expect(heads()).toEqual(['Time', 'Δ s', 'Endpoint', 'Conn', 'Dir', 'Kind', 'Length', 'Preview']);
	await userEvent.tab();
	page.getByRole('button', { name: 'Time', exact: true }).element().focus();
	await userEvent.keyboard('{ArrowRight}{ArrowRight}');
	await expect.element(page.getByRole('button', { name: 'Endpoint', exact: true })).toHaveFocus();
	await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
	expect(heads().slice(0, 3)).toEqual(['Time', 'Endpoint', 'Δ s']);
	const width = () => document.querySelector('[data-head="endpoint"]')?.getBoundingClientRect().width ?? 0;
	const before = width();
	await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
	await expect.poll(width).toBe(before + 16);
	await userEvent.keyboard('{Enter}');
	await item(/^Hide Endpoint/).click();
	await expect.poll(heads).toEqual(['Time', 'Δ s', 'Conn', 'Dir', 'Kind', 'Length', 'Preview']);
	await page.getByRole('button', { name: 'Preview', exact: true }).click({ button: 'right' });
	await page.getByRole('menuitemcheckbox', { name: 'No.' }).click();
	await expect.poll(() => heads()[0]).toBe('No.');

	const edge = document.querySelector('[data-head="kind"] .log-head-edge');
	await userEvent.dragAndDrop(
		page.elementLocator(edge ?? document.body),
		page.getByRole('button', { name: 'Preview' }),
	);
	const kind = () => document.querySelector('[data-head="kind"]')?.getBoundingClientRect().width ?? 0;
	expect(kind()).toBeGreaterThan(150);
	await userEvent.dblClick(page.elementLocator(edge ?? document.body));
	await expect.poll(kind).toBeLessThan(60);
	await userEvent.dragAndDrop(
		page.getByRole('button', { name: 'Length' }),
		page.getByRole('button', { name: 'Time', exact: true }),
		{ targetPosition: { x: 2, y: 5 } },
	);
	await expect.poll(() => heads().slice(0, 3)).toEqual(['No.', 'Length', 'Time']);
	const { columns } = useSettings.getState().logTable;
	expect(columns.find(({ name }) => name === 'endpoint')).toEqual({
		name: 'endpoint',
		shown: false,
		width: before + 16,
	});
	expect(host.calls.at(-1)).toMatchObject({ name: 'settingsUpdate', input: { logTable: { columns } } });
	await expect.element(page.getByText('message 11')).toBeVisible();
});

test('times and previews change by one key each', async () => {
	grid.element().focus();
	const cells = (name: string) => document.querySelector(`[data-n="2"] .log-${name}`)?.textContent;
	await userEvent.keyboard('t');
	await expect.poll(() => cells('time')).toBe('0.002000');
	await userEvent.keyboard('t');
	await expect.poll(() => cells('time')).toBe('+0.001000');
	await userEvent.keyboard('p');
	await expect.poll(() => cells('preview')).toBe('6d 65 73 73 61 67 65 20 32');
	await userEvent.keyboard('p');
	await expect.poll(() => cells('preview')).toBe('6d 65 73 73 61 67 65 20…message 2');
});

test('several rows are selected by keys and by the pointer, counted, and copied', async () => {
	await userEvent.click(row(2));
	await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
	await expect.element(page.getByText('3 selected')).toBeVisible();
	await userEvent.click(row(8), { modifiers: ['ControlOrMeta'] });
	await userEvent.click(row(3), { modifiers: ['ControlOrMeta'] });
	const selected = () =>
		[...document.querySelectorAll('[aria-selected="true"]')].map((one) => Number(one.getAttribute('data-n')));
	await expect.poll(selected).toEqual([2, 4, 8]);
	await userEvent.keyboard('{Control>}c{/Control}');
	await expect.element(page.getByText('3 selected')).toBeVisible();
	await expect
		.poll(async () => (await copied()).split('\n').map((line) => line.split('\t').slice(1)))
		.toEqual([
			['+0.001000', 'my "echo"', '#3', 'in', 'data', '9', 'message 2'],
			['+0.001000', 'my "echo"', '#3', 'in', 'data', '9', 'message 4'],
			['+0.001000', 'my "echo"', '#3', 'in', 'data', '9', 'message 8'],
		]);
	await row(4).click({ button: 'right' });
	await item('Copy').click();
	await item('Python bytes').click();
	await expect.poll(copied).toContain("\tb'message 4',\n");
	expect((await copied()).match(/b'/g)).toHaveLength(3);
	await userEvent.click(row(5));
	await expect.poll(selected).toEqual([5]);
	await userEvent.click(row(7), { modifiers: ['Shift'] });
	await expect.poll(selected).toEqual([5, 6, 7]);
	await userEvent.keyboard('{Control>}a{/Control}');
	await expect.element(page.getByText('12 selected')).toBeVisible();
	await userEvent.keyboard('{Escape}');
	await expect.poll(selected).toEqual([7]);
});

test('the menu of a cell filters, excludes and colours, by keys too', async () => {
	await userEvent.click(row(4));
	await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
	await expect.poll(() => grid.element().getAttribute('aria-activedescendant')).toBe('log-row-4-endpoint');
	await userEvent.keyboard('{Shift>}{F10}{/Shift}');
	await expect.element(page.getByRole('menu', { name: 'Event 5' })).toBeVisible();
	await userEvent.keyboard('{ArrowDown}{Enter}');
	await expect.poll(() => useFilter.getState().applied).toBe('endpoint:"my \\"echo\\""');
	await expect.element(grid).toHaveFocus();
	applyFilter('');
	await expect.element(page.getByText('message 4', { exact: true })).toBeVisible();
	await page.getByText('message 4', { exact: true }).click({ button: 'right' });
	await item(/^Exclude this/).click();
	await expect.poll(() => useFilter.getState().applied).toBe('not "message 4"');
	applyFilter('');
	await expect.element(page.getByText('message 4', { exact: true })).toBeVisible();
	await page.getByText('message 4', { exact: true }).click({ button: 'right' });
	await item('Colour rows like this…').click();
	expect(useColours.getState().rules.map(({ filter }) => filter)).toEqual(['"message 4"']);
	expect(useDialogs.getState().open).toMatchObject({ kind: 'colours' });
});

test('the menu of a row opens, and a key filters by it, though the list is made again right then', async () => {
	const { rows } = host;
	/** The list is empty for a while. */
	const madeAgain = () => {
		host.rows = () => ({ rows: [], stored: captured.length, begin: BEGIN });
		rowSource.reset();
	};
	await userEvent.click(row(4));
	const at = document.querySelector('[data-n="4"] [data-column="preview"]') ?? document.body;
	at.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: 200, clientY: 200 }));
	madeAgain();
	await expect.element(page.getByRole('menu', { name: 'Event 5' })).toBeVisible();
	await userEvent.keyboard('{Escape}');
	host.rows = rows;
	rowSource.reset();
	await expect.element(page.getByText('message 4', { exact: true })).toBeVisible();
	grid.element().dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true, cancelable: true }));
	madeAgain();
	await expect.poll(() => useFilter.getState().applied).toBe('not "message 4"');
});

test('speaks Chinese: the head, the rows, the tools and the menus', async () => {
	await showLanguage('zh-Hans');
	const untranslated = () =>
		[...document.querySelectorAll('.log-body, [role="menu"]')].flatMap((part) =>
			latinTexts(part, ['my "echo"', 'client', 'message', 'not', 'conn', 'Alt', 'Enter', 'Delete']),
		);
	expect(heads()).toEqual(['时间', 'Δ 秒', '端点', '连接', '向', '类型', '长度', '预览']);
	await expect.element(page.getByRole('button', { name: '暂停视图' })).toBeVisible();
	await page.getByText('message 4', { exact: true }).click({ button: 'right' });
	await expect.element(page.getByRole('menu', { name: '事件 5' })).toBeVisible();
	await item(/^排除此项/).hover();
	expect(untranslated()).toEqual([]);
	await userEvent.keyboard('{Escape}');
	await page.getByRole('button', { name: '端点', exact: true }).click({ button: 'right' });
	await expect.element(item(/^隐藏 端点/)).toBeVisible();
	expect(untranslated()).toEqual([]);
});

test('events without bytes are put into words in the language of the page', async () => {
	captured = [event(0, { kind: 'end', direction: 'in', length: 0, text: 'The peer ended its sending side (FIN).' })];
	useCaptureStatus.setState({ ...NO_STATUS, id: 'ended', stored: 1 }, true);
	await expect.element(page.getByText('The peer ended its sending side (FIN).')).toBeVisible();
	await showLanguage('zh-Hant');
	await expect.element(page.getByText('對端結束了傳送方向（FIN）。')).toBeVisible();
	await expect.element(page.getByRole('gridcell', { name: '半關閉' })).toBeVisible();
});
