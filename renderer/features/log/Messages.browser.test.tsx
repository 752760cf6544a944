import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { markKey } from '../../../common/capture/marks.ts';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import { settingsSchema } from '../../../common/contract/calls/settings.ts';
import { useGlobalKeys } from '../../app/shell/keys.ts';
import { WindowMenu } from '../../app/shell/WindowMenu.tsx';
import { NO_STATUS, useCaptureStatus } from '../../app/state/capture/capture-status.ts';
import { applyFilter } from '../../app/state/capture/filter.ts';
import { list, useListing } from '../../app/state/capture/listing.ts';
import { useMarks } from '../../app/state/capture/marks.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { setSession } from '../../app/state/host/session.ts';
import { closeContextMenu } from '../../app/state/window/context-menu.ts';
import { useDialogs } from '../../app/state/window/dialogs.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { useSettings } from '../../app/state/window/settings.ts';
import { useToasts } from '../../app/state/window/toasts.ts';
import { endpointState, type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { LogPanel } from './LogPanel.tsx';
import '../../ui/tokens.css';
import '../../ui/base.css';

const BEGIN = 1_700_000_000_000_000_000n;
const grid = page.getByRole('grid');
const heads = () => [...document.querySelectorAll('[data-head]')].map((head) => head.textContent ?? '');
const rowOf = (item: number) => page.elementLocator(document.querySelector(`[data-n="${item}"]`) ?? document.body);
const bytes = (text: string) => new TextEncoder().encode(text);
let host: FakeHost;

function read(n: number, text: string): CaptureRow {
	const preview = bytes(text);
	return {
		n,
		time: BEGIN + BigInt(n) * 1_000_000n,
		endpoint: 'echo',
		connection: 3,
		kind: 'data',
		direction: 'in',
		length: preview.length,
		preview,
		text: '',
	};
}

/** Three lines in three reads, two of which end in the last one. */
const READS = [read(0, 'on'), read(1, 'e\ntw'), read(2, 'o\nthree\n')];
const MESSAGES: CaptureRow[] = [
	{ ...read(1, 'one\n'), item: 0, message: { number: 1, first: 0, offset: 0, begin: BEGIN, reads: 2 } },
	{ ...read(2, 'two\n'), item: 1, message: { number: 2, first: 1, offset: 2, begin: BEGIN + 1_000_000n, reads: 2 } },
	{ ...read(2, 'three\n'), item: 2, message: { number: 3, first: 2, offset: 2, begin: BEGIN + 2_000_000n, reads: 1 } },
];

function Window() {
	useGlobalKeys();
	return (
		<div style={{ display: 'flex', width: 1200, height: 400 }}>
			<LogPanel />
			<WindowMenu />
		</div>
	);
}

beforeEach(async () => {
	await page.viewport(1300, 500);
	host = fakeHost();
	host.rows = ({ from, count, messages }) => {
		const all = messages === undefined ? READS : MESSAGES;
		return { rows: all.slice(from, from + count), stored: all.length, begin: BEGIN };
	};
	host.messages = () => ({ items: MESSAGES.length, scanned: 3, stored: 3 });
	setSession(host.session);
	useSettings.setState({ ...settingsSchema.parse({}), loaded: true });
	useSelection.getState().selectEvent(undefined);
	useToasts.setState({ toasts: [] });
	await render(<Window />, { wrapper: TooltipProvider });
	useCaptureStatus.setState({ ...NO_STATUS, id: `c${Math.random()}`, stored: READS.length }, true);
	await expect.element(page.getByText('e\\ntw')).toBeVisible();
});

afterEach(async () => {
	await showLanguage('en');
	closeContextMenu();
	useDialogs.setState({ open: undefined });
	list({ as: 'reads', tried: [] });
	applyFilter('');
	useWorkbench.setState(useWorkbench.getInitialState(), true);
	useCaptureStatus.setState(NO_STATUS, true);
	host.close();
});

function withFraming(): void {
	const state = endpointState('echo');
	const config = { ...state.config, framing: { type: 'line' as const } };
	useWorkbench.setState({ endpoints: new Map([['echo', { ...state, config }]]) });
}

test('without a framing there is a reason in place of messages', async () => {
	await expect.element(page.getByRole('radio', { name: 'Messages' })).toBeDisabled();
	await userEvent.keyboard('{Alt>}m{/Alt}');
	expect(useListing.getState().as).toBe('reads');
	expect(useToasts.getState().toasts[0]?.title).toContain('No endpoint has a framing');
	await page.getByRole('button', { name: 'Framings of the messages' }).click();
	await page.getByRole('menuitem', { name: 'Try a framing…' }).click();
	expect(useDialogs.getState().open).toEqual({ kind: 'try-framing' });
});

test('messages are rows with columns of their own, each selected by itself', async () => {
	withFraming();
	await userEvent.keyboard('{Alt>}m{/Alt}');
	await expect.element(page.getByText('three\\n')).toBeVisible();
	expect(heads()).toEqual(expect.arrayContaining(['Number', 'Reads', 'Duration']));
	await expect.element(rowOf(0).getByText('0.001000')).toBeVisible();
	await expect.element(rowOf(0).getByTitle('In 2 reads: events 1 to 2').first()).toBeVisible();
	await rowOf(1).click();
	expect(useSelection.getState()).toMatchObject({ event: 2, item: 1 });
	await userEvent.keyboard('{ArrowDown}');
	// It ends in the same event.
	await expect.poll(() => useSelection.getState()).toMatchObject({ event: 2, item: 2 });
	await expect.element(grid.getByRole('row', { selected: true })).toHaveAttribute('data-n', '2');

	await rowOf(1).click({ button: 'right' });
	await page.getByRole('menuitem', { name: 'Show its reads' }).click();
	await expect.element(page.getByText('e\\ntw')).toBeVisible();
	expect(useListing.getState().as).toBe('reads');
	expect(useSelection.getState()).toMatchObject({ event: 1, item: undefined });
	expect(heads()).not.toContain('Reads');
});

test('a mark on a message behind another one shows at its read', async () => {
	const marks = [
		{ n: 2, offset: 3, marked: true, note: 'look' },
		{ n: 2, offset: 9, marked: false, note: 'here too' },
	];
	useMarks.setState({ marks: new Map(marks.map((mark) => [markKey(mark), mark])) });
	await expect
		.element(rowOf(2).getByRole('img', { name: 'message at byte 3: look; message at byte 9: here too' }))
		.toBeVisible();
	const time = () => document.querySelector('[data-n="2"] [data-column="time"]')?.getAttribute('title');
	expect(time()).toMatch(/\n◆ message at byte 3: look\n◇ message at byte 9: here too$/);
	useMarks.setState({ marks: new Map() });
	await expect.poll(time).not.toContain('look');
});

test('a tried framing, a list that fails and messages in Chinese', async () => {
	await showLanguage('zh-Hans');
	list({ as: 'messages', tried: [{ endpoint: 'echo', framing: { type: 'line' } }] });
	await expect.element(page.getByText('正在为 echo 试用分帧：端点自己的设置不变。')).toBeVisible();
	await expect.element(page.getByText('three\\n')).toBeVisible();
	await rowOf(0).click({ button: 'right' });
	await expect.element(page.getByRole('menuitem', { name: '显示其读取' })).toBeVisible();
	const seen = latinTexts(document.body, ['echo', 'one\\n', 'two\\n', 'three\\n']);
	expect(seen.filter((text) => /message|read|framing/i.test(text))).toEqual([]);
	closeContextMenu();
	await page.getByRole('button', { name: '停止试用' }).click();
	expect(useListing.getState()).toMatchObject({ as: 'messages', tried: [] });
	useListing.setState({ error: new Error('磁盘') });
	await expect.element(page.getByRole('alert').getByText('无法列出消息：磁盘')).toBeVisible();
	await page.getByRole('button', { name: '显示读取' }).click();
	expect(useListing.getState().as).toBe('reads');
});
