import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { SequenceRun } from '../../../common/contract/calls/protocol-tests.ts';
import { sequenceSchema } from '../../../common/protocol-tests/test-schema.ts';
import { fromSnapshot, useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { setSession } from '../../app/state/host/session.ts';
import { endpointState, type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { useTests } from './store.ts';
import { TestEditor } from './TestEditor.tsx';
import { TestList } from './TestList.tsx';
import { TestsDialog } from './TestsDialog.tsx';

let host: FakeHost;
const wrapper = TooltipProvider;

beforeEach(async () => {
	host = fakeHost();
	setSession(host.session);
	useWorkbench.setState(fromSnapshot({ endpoints: [endpointState('Ann')], connections: [] }));
	await showLanguage('zh-Hans');
});

afterEach(async () => {
	host.close();
	useTests.setState(useTests.getInitialState(), true);
	useWorkbench.setState(useWorkbench.getInitialState(), true);
	await showLanguage('en');
});

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
	const { container } = await render(<TestsDialog />, { wrapper });
	await expect.element(page.getByText('还没有测试')).toBeVisible();
	expect(latinTexts(container, ['hello-server'])).toEqual([]);
});

test('steps of every kind, results and faults are shown in Chinese', async () => {
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
		{ wrapper },
	);
	await expect.element(page.getByLabelText('步骤 5 情况 1：比较方式')).toBeVisible();
	await expect.element(page.getByRole('status')).toHaveTextContent('失败 在步骤 1 失败，共 1 个步骤。');
	await expect.element(page.getByText(/字节 0（0x0）：期望 01 “\.”，收到 无内容。/)).toBeVisible();
	expect(latinTexts(container, ['Ann', 'Bob', 'host', '127.0.0.1', '{{var NAME}}', '{{counter}}'])).toEqual([]);
});

test('what a schema finds wrong is in Chinese', async () => {
	const loop = sequenceSchema.parse({ ...TEST, steps: [{ type: 'repeat', times: 2 }] });
	await render(<TestEditor place={loop} test={{ ...loop, steps: [{ type: 'repeat', steps: [] }] }} />, { wrapper });
	await expect.element(page.getByRole('status')).toHaveTextContent('请给出循环次数，或一个条件。');
});
