import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { KeptLesson } from '../../../common/contract/calls/settings.ts';
import { endpointConfigSchema } from '../../../common/endpoints/index.ts';
import type { Lesson } from '../../../common/lessons/index.ts';
import { LESSONS } from '../../app/shared/lessons/lessons.ts';
import { NO_STATUS, useLiveCapture } from '../../app/state/capture/capture-status.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { setSession } from '../../app/state/host/session.ts';
import { useDialogs } from '../../app/state/window/dialogs.ts';
import { useSettings } from '../../app/state/window/settings.ts';
import { endpointState, type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { presetConfig } from './endpoint.ts';
import { LessonsPane } from './LessonsPane.tsx';

let host: FakeHost;

function find(id: string): Lesson {
	const found = LESSONS.find((lesson) => lesson.id === id);
	if (found === undefined) throw new Error(`There is no lesson ${id}.`);
	return found;
}

const ID = 'first-server';
const lesson = find(ID);

/** An event that a filter finds. */
const row = {
	n: 5,
	time: 0n,
	endpoint: 'timestamp-echo',
	connection: 0,
	kind: 'listening' as const,
	direction: 'none' as const,
	length: 0,
	preview: new Uint8Array(),
	text: '',
};

beforeEach(() => {
	host = fakeHost();
	setSession(host.session);
	useLiveCapture.setState({ id: 'c1', received: 3 });
});

afterEach(async () => {
	await showLanguage('en');
	host.close();
	useLiveCapture.setState(NO_STATUS, true);
	useWorkbench.setState(useWorkbench.getInitialState(), true);
	useSettings.setState(useSettings.getInitialState(), true);
	useDialogs.setState({ open: undefined });
});

const show = (open: string, kept: Readonly<Record<string, KeptLesson>> = {}) => {
	useSettings.setState({ lessons: { open, kept } });
	return render(<LessonsPane />, { wrapper: TooltipProvider });
};

const kept = (change: Partial<KeptLesson> = {}): KeptLesson => ({
	capture: 'c1',
	began: 0,
	shown: [],
	finished: false,
	...change,
});

/** Once it is there, the text is in it. */
const shows = (part: Locator, text: string) => expect.poll(() => part.query()?.textContent).toContain(text);

test('the list shows what was done; a lesson begins at its first step, with the events from then on', async () => {
	await show('', { 'no-answer': kept({ shown: [1, 2], finished: true }) });
	await expect.element(page.getByRole('button', { name: /2 of 6 steps done.*Finished/s })).toBeVisible();
	await page.getByRole('button', { name: new RegExp(`^${lesson.title.en}`) }).click();
	await shows(page.getByRole('status'), 'Step 1 of');
	expect(useSettings.getState().lessons.kept[ID]).toEqual(kept({ began: 3 }));
	await page.getByRole('button', { name: 'Start timestamp-echo' }).click();
	await expect.poll(() => host.calls.map(({ name }) => name)).toContain('endpointStart');
	await expect.poll(() => useSettings.getState().lessons.kept[ID]?.endpoint).toBe('made 1');
});

test('an event that the filter finds completes the step, and a mistake has its sentence', async () => {
	host.matched = (filter) => (/^kind:listening|REFUSED/.test(filter) ? 1 : 0);
	host.rows = ({ filter, from }) => {
		const n = filter?.includes('REFUSED') ? 7 : row.n;
		return { rows: from === 0 ? [{ ...row, n }] : [], stored: 1 };
	};
	await show(ID, { [ID]: kept({ began: 3 }) });
	await expect.poll(() => useSettings.getState().lessons.kept[ID]?.shown).toEqual([5]);
	await shows(page.getByRole('alert'), 'Not quite yet');
	await shows(page.getByRole('status'), 'Step 2 of');
});

test('an event before the step completes nothing', async () => {
	host.matched = (filter) => (filter.startsWith('kind:listening') ? 1 : 0);
	host.rows = ({ from }) => ({ rows: from === 0 ? [row] : [], stored: 1 });
	await show(ID, { [ID]: kept({ began: 6 }) });
	await expect.element(page.getByRole('button', { name: 'Start timestamp-echo' })).toBeVisible();
	await expect.poll(() => useSettings.getState().lessons.kept[ID]?.shown).toEqual([]);
});

test('in another capture finished steps stay finished', async () => {
	await show(ID, { [ID]: kept({ capture: 'before', began: 40, shown: [41, 50] }) });
	await expect.poll(() => useSettings.getState().lessons.kept[ID]).toEqual(kept({ shown: [-1, -1] }));
	await shows(page.getByRole('status'), 'Step 3 of');
});

test('by keyboard: a done step can be read again; the end leads to the program and to the next lesson', async () => {
	await show(ID, { [ID]: kept({ shown: lesson.steps.map((_, n) => n), finished: true }) });
	const first = page.getByRole('button', { name: `${lesson.steps[0]?.title.en} (done)` });
	first.element().focus();
	await userEvent.keyboard('{Enter}');
	await expect.element(first).toHaveAttribute('aria-expanded', 'true');
	await page.getByRole('button', { name: 'As code…' }).click();
	expect(useDialogs.getState().open?.kind).toBe('code');
	await page.getByRole('button', { name: /^Next: / }).click();
	expect(useSettings.getState().lessons.open).toBe(LESSONS[1]?.id);
	await page.getByRole('button', { name: 'Close the lessons' }).click();
	expect(useSettings.getState().lessons.open).toBeNull();
});

test('the program of a finished step can be read again, with the address of that step', async () => {
	const own = find('two-clients');
	const config = presetConfig(own.preset);
	const port = config.kind === 'tcp-server' ? config.port : 0;
	await show(own.id, { [own.id]: kept({ shown: own.steps.slice(0, 4).map((_, n) => n) }) });
	await page.getByRole('button', { name: 'Be the second client (done)' }).click();
	const program = page.getByRole('region', { name: 'Be the second client' });
	await expect.element(program).toBeVisible();
	await shows(program, `('127.0.0.1', ${port})`);
});

test('a step that starts another preset is about that one: what was made before does not complete it', async () => {
	const own = find('two-clients');
	const filters = new Set<string>();
	host.matched = (filter) => {
		filters.add(filter);
		return 0;
	};
	const before = endpointState('made before', { config: presetConfig('one-at-a-time') });
	useWorkbench.setState({ endpoints: new Map([[before.id, before]]) });
	await show(own.id, { [own.id]: kept({ endpoint: before.id, shown: own.steps.slice(0, 4).map((_, n) => n) }) });
	await expect.element(page.getByRole('button', { name: 'Start concurrent' })).toBeVisible();
	await expect.poll(() => [...filters]).toContain('kind:listening endpoint:"concurrent"');
});

test('an endpoint that does something else by now stays: the lesson makes another one', async () => {
	const config = presetConfig(lesson.preset);
	const changed = endpointState('changed', { config: endpointConfigSchema.parse({ ...config, host: '::' }) });
	const made = () => host.calls.filter(({ name }) => name === 'endpointCreate').length;
	useWorkbench.setState({ endpoints: new Map([[changed.id, changed]]) });
	await show(ID, { [ID]: kept({ endpoint: changed.id }) });
	await page.getByRole('button', { name: 'Start timestamp-echo' }).click();
	await expect.poll(made).toBe(1);
	useWorkbench.setState({
		endpoints: new Map([[changed.id, { ...changed, config: endpointConfigSchema.parse({ ...config, port: 4321 }) }]]),
	});
	await show(ID, { [ID]: kept({ endpoint: changed.id }) });
	await page.getByRole('button', { name: 'Start timestamp-echo' }).last().click();
	await expect.poll(() => host.calls.filter(({ name }) => name === 'endpointStart').length).toBe(2);
	expect(made()).toBe(1);
});

test('in Chinese, down to the texts of the steps', async () => {
	await showLanguage('zh-Hans');
	const at = lesson.steps.findIndex(({ program }) => program !== undefined);
	const { container } = await show(ID, { [ID]: kept({ shown: lesson.steps.slice(0, at).map((_, n) => n) }) });
	await expect.element(page.getByRole('heading', { name: lesson.title['zh-Hans'] })).toBeVisible();
	await expect.element(page.getByRole('button', { name: '复制为命令' })).toBeVisible();
	for (const code of container.querySelectorAll('code, pre')) code.remove();
	expect(latinTexts(container, ['python3', 'lesson.py', 'Python', 'Enter'])).toEqual([]);
});
