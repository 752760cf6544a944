import { useRef } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { SequenceRun } from '../../../common/contract/calls/protocol-tests.ts';
import { type Sequence, sequenceSchema } from '../../../common/protocol-tests/test-schema.ts';
import { fromSnapshot, useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { setSession } from '../../app/state/host/session.ts';
import { useStructures } from '../../app/state/templates/structures.ts';
import { useToasts } from '../../app/state/window/toasts.ts';
import { endpointState, type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { unexplained } from '../../app/testing/unexplained.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { useTests } from './store.ts';
import { TestEditor } from './TestEditor.tsx';
import { TestList } from './TestList.tsx';
import { TestsDialog } from './TestsDialog.tsx';

const text = (written: string) => ({ format: 'text', text: written });
const send = (written: string) => ({ type: 'send', payload: text(written) });

let host: FakeHost;
let shown: Sequence;

/** The test as it is changed; the host of these tests keeps nothing. */
function Editor({ first }: { readonly first: Sequence }) {
	const last = useRef(first);
	last.current = [...useTests((state) => state.drafts).values()][0]?.test ?? last.current;
	shown = last.current;
	return <TestEditor place={first} test={last.current} />;
}

async function edit(patch: object): Promise<void> {
	const client = { kind: 'tcp-client', name: 'client', host: '127.0.0.1', port: 1 };
	const first = sequenceSchema.parse({ name: 'one', client, ...patch });
	useTests.setState({ tests: [first], selected: { name: 'one' } });
	await render(<Editor first={first} />, { wrapper: TooltipProvider });
}

const at = (name: string) => page.getByRole('listitem', { name, exact: true });

beforeEach(() => {
	host = fakeHost();
	setSession(host.session);
});

afterEach(async () => {
	host.close();
	useTests.setState(useTests.getInitialState(), true);
	useToasts.setState(useToasts.getInitialState(), true);
	useWorkbench.setState(useWorkbench.getInitialState(), true);
	useStructures.setState(useStructures.getInitialState(), true);
	await showLanguage('en');
});

test('a branch gets another case with steps of its own, and a fault is shown at the case that has it', async () => {
	await edit({ steps: [{ type: 'wait', ms: 1 }] });
	await page.getByRole('combobox', { name: 'Step 1', exact: true }).selectOptions('branch');
	await page.getByRole('button', { name: 'Add a case to step 1' }).click();
	await page.getByLabelText('Step 1 case 2: how it is compared').selectOptions('matching');
	const pattern = page.getByLabelText('Step 1 case 2: regular expression');
	await expect.element(pattern).toHaveAccessibleDescription('Write a regular expression.');
	await expect.element(page.getByRole('button', { name: 'Run' })).toBeDisabled();
	await pattern.fill('id=(?P<id>\\d+)');
	await expect.element(pattern).not.toHaveAttribute('aria-invalid');
	await page.getByRole('button', { name: 'Add a step to Steps of step 1 case 2' }).click();
	await page.getByLabelText('Step 1.2.1: bytes', { exact: true }).fill('{{var id}}');
	await page.getByRole('button', { name: 'Step 1.2.1: template' }).click();
	await page.getByLabelText('Otherwise').click();
	await page.getByRole('button', { name: 'Add a step to Steps of step 1 otherwise' }).click();
	await page.getByRole('combobox', { name: 'Step 1.else.1', exact: true }).selectOptions('close');
	expect(shown.steps).toMatchObject([
		{
			type: 'branch',
			cases: [
				{ expectation: { type: 'any' }, steps: [] },
				{
					expectation: { type: 'regex', pattern: 'id=(?P<id>\\d+)' },
					steps: [{ type: 'send', payload: text('{{var id}}'), template: true }],
				},
			],
			otherwise: [{ type: 'close' }],
		},
	]);
	await page.getByRole('button', { name: 'Remove step 1 case 1' }).click();
	expect(shown.steps).toMatchObject([{ cases: [{ expectation: { type: 'regex' } }] }]);
});

test('a loop has rounds and conditions; without either it is wrong, and so is a condition at its own field', async () => {
	await edit({ steps: [{ type: 'repeat', times: 2 }] });
	await page.getByLabelText('Step 1: times').fill('');
	await expect.element(at('Step 1').getByText('Give the number of rounds, or a condition.')).toBeVisible();
	await page.getByLabelText('until this is received').click();
	await page.getByLabelText('Step 1 until: how it is compared').selectOptions('hex with ??');
	const pattern = page.getByLabelText('Step 1 until: bytes with wildcards');
	await expect.element(pattern).toHaveAccessibleDescription('Write bytes in hexadecimal, with ?? for any byte.');
	await pattern.fill('4f ??');
	await page.getByRole('button', { name: 'Add a step to Steps of step 1' }).click();
	await page.getByRole('combobox', { name: 'Step 1.1', exact: true }).selectOptions('leave loop');
	expect(shown.steps).toMatchObject([
		{ type: 'repeat', until: { expectation: { type: 'hex', pattern: '4f ??' } }, steps: [{ type: 'leave' }] },
	]);
	expect(shown.steps[0]).not.toHaveProperty('times');
	await page.getByRole('combobox', { name: 'Step 1.1', exact: true }).selectOptions('send');
	await page.getByRole('combobox', { name: 'Step 1', exact: true }).selectOptions('wait');
	await expect.element(at('Step 1.1')).not.toBeInTheDocument();
});

test('steps name one of several connections, and follow a connection to its new name', async () => {
	await edit({ steps: [send('a'), { type: 'repeat', times: 1, steps: [send('b')] }] });
	await expect.element(page.getByLabelText('Step 1: connection')).not.toBeInTheDocument();
	await page.getByRole('button', { name: 'Add connection' }).click();
	await page.getByLabelText('Connection client: role').selectOptions('connects to server');
	await page.getByLabelText('Step 1: connection').selectOptions('server');
	await page.getByLabelText('Step 2.1: connection').selectOptions('server');
	const name = page.getByLabelText('Name of connection server');
	await name.fill('client');
	await expect.element(name).toHaveAccessibleDescription('Another connection has this name.');
	await name.fill('2nd');
	await expect.element(name).toHaveAccessibleDescription(/^A name is a letter/);
	await userEvent.tab();
	expect(Object.keys(shown.connections ?? {})).toEqual(['client', 'server']);
	await name.fill('peer');
	await userEvent.tab();
	expect(shown).toMatchObject({
		connections: { client: { to: 'peer' }, peer: { server: { kind: 'tcp-server' } } },
		steps: [{ on: 'peer' }, { steps: [{ on: 'peer' }] }],
	});
});

test('steps are moved by buttons and by Alt with the arrow keys, each within its own list', async () => {
	await edit({ steps: [send('a'), { type: 'repeat', times: 1, steps: [send('b'), send('c'), send('d')] }, send('e')] });
	const words = (steps: Sequence['steps']): unknown[] =>
		steps.map((step) => (step.type === 'repeat' ? words(step.steps) : step.type === 'send' ? step.payload.text : ''));
	const inner = page.getByLabelText('Step 2.3: bytes', { exact: true });
	await inner.click();
	await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
	expect(words(shown.steps)).toEqual(['a', ['b', 'd', 'c'], 'e']);
	await expect.element(page.getByLabelText('Step 2.2: bytes', { exact: true })).toHaveFocus();
	await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
	expect(words(shown.steps)).toEqual(['a', ['d', 'b', 'c'], 'e']);
	await page.getByRole('button', { name: 'Move step 2.1 down' }).click();
	await page.getByRole('button', { name: 'Move step 1 down' }).click();
	expect(words(shown.steps)).toEqual([['b', 'd', 'c'], 'a', 'e']);
	const times = page.getByLabelText('Step 1: times');
	await times.click();
	await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
	await expect.element(page.getByLabelText('Step 2: times')).toHaveFocus();
	expect(shown.steps[1]).toMatchObject({ type: 'repeat', times: 1 });
	expect(words(shown.steps)).toEqual(['a', ['b', 'd', 'c'], 'e']);
});

test('the variables of a test and its time limit are set beside its connections', async () => {
	await edit({ steps: [], variables: { who: 'Ann', where: 'here' } });
	await page.getByLabelText('Variable who: value').fill('Bob');
	const name = page.getByLabelText('Variable 1: name');
	await name.fill('where');
	await expect.element(name).toHaveAccessibleDescription('Another variable has this name.');
	await name.fill('whom');
	await userEvent.tab();
	await page.getByRole('button', { name: 'Remove variable where' }).click();
	await page.getByRole('button', { name: 'Add variable' }).click();
	await page.getByLabelText('Variable name: value').fill('x');
	const limit = page.getByLabelText('Time limit of the test, milliseconds');
	await limit.fill('5000');
	expect(shown).toMatchObject({ variables: { whom: 'Bob', name: 'x' }, withinMs: 5000 });
	expect(shown.variables).not.toHaveProperty('where');
	await limit.fill('');
	expect(shown.withinMs).toBe(86_400_000);
	await expect.poll(() => host.calls.filter((call) => call.name === 'testSave').length).toBeGreaterThan(0);
});

const saved = (): readonly unknown[] => host.calls.flatMap(({ name, input }) => (name === 'testSave' ? [input] : []));

test('what is typed while a new test is being saved, and right before another one is shown, is kept', async () => {
	const { promise, resolve } = Promise.withResolvers<void>();
	host.saving = () => promise;
	await render(<TestsDialog />, { wrapper: TooltipProvider });
	await page.getByRole('button', { name: 'New test' }).click();
	const port = page.getByLabelText('Port', { exact: true });
	await port.fill('7001');
	expect(saved()).toHaveLength(1);
	resolve();
	await expect.poll(saved).toHaveLength(2);
	expect(saved()[1]).toMatchObject({ test: { name: 'hello', client: { port: 7001 } }, replaces: { name: 'hello' } });
	await expect.element(port).toHaveValue('7001');

	await page.getByRole('button', { name: 'New test' }).click();
	await expect.element(page.getByLabelText('Name', { exact: true })).toHaveValue('hello 2');
	await port.fill('7002');
	await page.getByRole('navigation').getByRole('button', { name: 'hello', exact: false }).first().click();
	await expect.element(port).toHaveValue('7001');
	await expect.poll(() => saved().at(-1)).toMatchObject({ test: { name: 'hello 2', client: { port: 7002 } } });
});

test('an editor keeps its focus when its test is renamed, and takes the old name back when that is refused', async () => {
	await render(<TestsDialog />, { wrapper: TooltipProvider });
	await page.getByRole('button', { name: 'New test' }).click();
	const name = page.getByLabelText('Name', { exact: true });
	await name.fill('other');
	await expect.poll(() => saved().at(-1)).toMatchObject({ test: { name: 'other' }, replaces: { name: 'hello' } });
	await expect.element(name).toHaveFocus();
	await expect.element(page.getByRole('navigation').getByRole('button', { name: 'not run other' })).toBeVisible();

	host.saving = async () => {
		throw new WirebenchError('wrong-state', 'The disk is full.');
	};
	await name.fill('third');
	await expect.poll(() => useToasts.getState().toasts.map(({ title }) => title)).toEqual(['The test was not saved']);
	await expect.element(page.getByRole('navigation').getByRole('button', { name: 'not run other' })).toBeVisible();
	await expect.element(name).toHaveValue('third');
	await expect.element(name).toHaveFocus();
});

async function inChinese(): Promise<void> {
	useWorkbench.setState(fromSnapshot({ endpoints: [endpointState('Ann')], connections: [] }));
	await showLanguage('zh-Hans');
}

const any = { type: 'any' };
const TEST = sequenceSchema.parse({
	name: 'Ann',
	variables: { Bob: '' },
	connections: {
		Ann: { server: { kind: 'tcp-server', name: 'Ann', port: 0 } },
		Bob: { client: { kind: 'tcp-client', name: 'Bob', host: '127.0.0.1', port: 1 }, to: 'Ann' },
	},
	steps: [
		{ type: 'send', payload: { format: 'text', text: '' } },
		{ type: 'expect', expectation: { type: 'bytes', pattern: { format: 'text', text: '' } } },
		{ type: 'expect-end' },
		{ type: 'wait', ms: 1 },
		{ type: 'branch', cases: [{ expectation: { type: 'length', bytes: 1 } }], otherwise: [] },
		{ type: 'repeat', times: 2, while: { expectation: any }, steps: [{ type: 'leave' }] },
		{ type: 'accept' },
	],
});

test('without tests, the dialog explains them in Chinese', async () => {
	await inChinese();
	const { container } = await render(<TestsDialog />, { wrapper: TooltipProvider });
	await expect.element(page.getByText('还没有测试')).toBeVisible();
	expect(latinTexts(container, ['hello-server'])).toEqual([]);
});

test('steps of every kind, results and faults are shown in Chinese', async () => {
	await inChinese();
	const failed = {
		status: 'failed' as const,
		ms: 1200,
		runs: 2,
		difference: { at: 0, start: 0, expected: new Uint8Array([1]), got: new Uint8Array() },
	};
	const run: SequenceRun = {
		id: 1,
		sequence: TEST,
		status: 'failed',
		startedAt: 0,
		results: [{ status: 'passed', ms: 1 }, failed],
		captured: { Bob: { bytes: new Uint8Array(60), length: 60 } },
	};
	useTests.setState({ tests: [TEST], selected: { name: 'Ann' }, runs: new Map([[1, run]]) });
	useTests.setState({ latest: new Map([[JSON.stringify([null, 'Ann']), 1]]) });
	const { container } = await render(
		<>
			<TestList tests={[TEST]} shown={TEST} />
			<TestEditor place={TEST} test={TEST} />
		</>,
		{ wrapper: TooltipProvider },
	);
	await expect.element(page.getByLabelText('步骤 5 情况 1：比较方式')).toBeVisible();
	await expect.element(page.getByRole('status')).toHaveTextContent('失败 在步骤 1 失败，共 1 个步骤。');
	await expect.element(page.getByText(/字节 0（0x0）：期望 01 “\.”，收到 无内容。/)).toBeVisible();
	expect(latinTexts(container, ['Ann', 'Bob', 'host', '127.0.0.1', '{{var NAME}}', '{{counter}}'])).toEqual([]);
});

test('what a schema finds wrong is in Chinese', async () => {
	await inChinese();
	const loop = sequenceSchema.parse({ ...TEST, steps: [{ type: 'repeat', times: 2 }] });
	await render(<TestEditor place={loop} test={{ ...loop, steps: [{ type: 'repeat', steps: [] }] }} />, {
		wrapper: TooltipProvider,
	});
	await expect.element(page.getByRole('status')).toHaveTextContent('请给出循环次数，或一个条件。');
});

test('computed values, conditions and captures are checked while they are written, with the variables of the test', async () => {
	const meter = {
		structure: 1,
		id: 'meter',
		fields: [
			{ name: 'seq', type: 'u8' },
			{ name: 'unit', type: 'u8' },
		],
	};
	useStructures.setState({ structures: [meter] });
	await edit({
		variables: { first: '1' },
		steps: [
			{ type: 'send-fields', structure: 'meter', values: { seq: 1, unit: { '=': 'var.last' } } },
			{
				type: 'expect',
				expectation: {
					type: 'fields',
					structure: 'meter',
					condition: 'seq == var.last',
					capture: { next: 'seqq + 1' },
				},
			},
		],
	});
	const unit = at('Step 1').getByRole('textbox', { name: 'unit' });
	await expect.element(unit).toHaveAccessibleDescription(/last/);
	const captures = at('Step 2').getByLabelText('Step 2: variables from fields');
	await expect.element(captures).toHaveAccessibleDescription(/^next: .*seqq/);
	const wrong = () => document.querySelector('.condition-editor')?.shadowRoot?.querySelector('.cm-lintRange-error');
	await expect.poll(() => wrong()?.textContent).toContain('last');

	await unit.fill('=var.first');
	await expect.element(unit).not.toHaveAttribute('aria-invalid');
	await captures.fill('last = seq + 1');
	await expect.element(captures).not.toHaveAttribute('aria-invalid');
	// The condition names what is captured now.
	await expect.poll(wrong).toBeNull();
	await unit.fill('=var.last + var.other');
	await expect.element(unit).toHaveAccessibleDescription(/other/);
});

test('each field of a test is explained', async () => {
	const fields = { type: 'fields', structure: 'meter', condition: '' };
	const expected = [
		{ type: 'bytes', pattern: text('a') },
		{ type: 'regex', pattern: 'a' },
		{ type: 'hex', pattern: 'aa ??' },
		{ type: 'length', bytes: 2 },
		fields,
	].map((expectation) => ({ type: 'expect', on: 'b', expectation }));
	const client = { kind: 'tcp-client', name: 'client', host: '127.0.0.1', port: 1 };
	useWorkbench.setState(fromSnapshot({ endpoints: [endpointState('Ann')], connections: [] }));
	await edit({
		client: undefined,
		connections: {
			a: { client },
			b: { client, to: 'c' },
			c: { server: { kind: 'tcp-server', name: 'c', host: '127.0.0.1', port: 0 } },
			d: { server: { kind: 'unix-server', name: 'd', path: '/tmp/d' } },
			e: { endpoint: 'Ann' },
		},
		variables: { user: 'ann' },
		steps: [
			{ ...send('a'), on: 'a' },
			{ type: 'send-fields', on: 'a', structure: 'meter', values: {} },
			...expected,
			{ type: 'expect-end', on: 'a' },
			{ type: 'wait', ms: 1 },
			{ type: 'branch', on: 'a', cases: [{ expectation: { type: 'any' }, steps: [] }] },
			{ type: 'repeat', times: 2, until: { on: 'a', expectation: { type: 'any' } }, steps: [] },
		],
	});
	const form = page.getByRole('form').element();
	expect(form.querySelectorAll('[data-explains]').length).toBeGreaterThan(60);
	expect(unexplained(form)).toEqual([]);
});
