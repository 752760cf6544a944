import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { OfferedPart } from '../../../common/contract/calls/workspace.ts';
import { openFiles } from '../../app/state/capture/open-file.ts';
import { fromSnapshot, useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { useWorkspace } from '../../app/state/endpoints/workspace.ts';
import { useEnvironmentQuestion } from '../../app/state/host/environment-question.ts';
import { setSession } from '../../app/state/host/session.ts';
import { useNames } from '../../app/state/templates/names.ts';
import { useDialogs } from '../../app/state/window/dialogs.ts';
import { useToasts } from '../../app/state/window/toasts.ts';
import { endpointState, type FakeHost, fakeHost } from '../../app/testing/host.fixture.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { DroppedDialog } from './DroppedDialog.tsx';
import { EnvironmentDialog } from './EnvironmentDialog.tsx';
import { ExportPartsDialog } from './ExportPartsDialog.tsx';
import { FolderDialog } from './FolderDialog.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { SecretsDialog } from './SecretsDialog.tsx';
import { TakePartsDialog } from './TakePartsDialog.tsx';
import { VariablesDialog } from './VariablesDialog.tsx';
import { WorkspacePathDialog } from './WorkspacePathDialog.tsx';

let host: FakeHost;
const wrapper = TooltipProvider;
const from = { path: '/other.wirebench.json' };
const PARTS: readonly OfferedPart[] = [
	{ kind: 'endpoints', key: 'e1', name: 'echo', folder: 'Lab', detail: 'tcp-server 127.0.0.1:1' },
	{ kind: 'endpoints', key: 'e2', name: 'mine', detail: 'udp 127.0.0.1:2', clash: { name: 'mine', by: 'name' } },
	{ kind: 'endpoints', key: 'e3', name: 'old', detail: 'udp 127.0.0.1:3', clash: { name: 'old', by: 'same' } },
	{ kind: 'variables', key: 'who', name: 'who', detail: 'Ann', clash: { name: 'who', by: 'name' } },
	{ kind: 'filters', key: '["Errors","x"]', name: 'Errors', detail: 'kind:error' },
];

beforeEach(() => {
	host = fakeHost();
	setSession(host.session);
});

afterEach(async () => {
	host.close();
	useNames.setState(useNames.getInitialState(), true);
	useWorkspace.setState(useWorkspace.getInitialState(), true);
	useEnvironmentQuestion.setState({ asked: undefined });
	await showLanguage('en');
	useDialogs.setState(useDialogs.getInitialState(), true);
	useToasts.setState(useToasts.getInitialState(), true);
	useWorkbench.setState(useWorkbench.getInitialState(), true);
});

const inputs = (call: string) => host.calls.filter(({ name }) => name === call).map(({ input }) => input);
const box = (name: string) => page.getByRole('checkbox', { name, exact: true });

test('everything new is chosen at first, and each clash is taken in as was chosen, with an undo', async () => {
	await render(<TakePartsDialog from={from} title="other" parts={PARTS} />, { wrapper });
	await expect.element(page.getByRole('group', { name: 'Endpoints' })).toBeVisible();
	for (const name of ['Lab: echo', 'mine', 'Errors']) await expect.element(box(name)).toBeChecked();
	for (const name of ['old', 'who']) await expect.element(box(name)).not.toBeChecked();
	await expect.element(page.getByText('It is here already, the same.')).toBeVisible();
	await page.getByRole('combobox', { name: 'What becomes of mine' }).selectOptions('Replace mine');
	await box('Errors').click();
	await page.getByRole('button', { name: 'All of the variables' }).click();
	await page.getByRole('button', { name: 'Take in 3' }).click();
	const parts = [
		{ kind: 'endpoints', key: 'e1', clash: 'rename' },
		{ kind: 'endpoints', key: 'e2', clash: 'replace' },
		{ kind: 'variables', key: 'who', clash: 'rename' },
	];
	await expect.poll(() => inputs('workspaceTakeParts')).toEqual([{ from, parts }]);
	await expect.poll(() => useToasts.getState().toasts.map(({ title }) => title)).toEqual(['3 parts taken in']);
	useToasts.getState().toasts[0]?.action?.run();
	await expect.poll(() => inputs('workspaceUndo')).toEqual([{}]);
});

test('a file without parts says so, and offers nothing to take', async () => {
	await render(<TakePartsDialog from={from} title="other" parts={[]} />, { wrapper });
	await expect.element(page.getByText('The file has no parts')).toBeVisible();
	await expect.element(page.getByRole('button', { name: 'Take in' })).toBeDisabled();
});

test('chosen parts are exported to a path where the host has no dialog', async () => {
	const own = PARTS.map(({ clash: _none, ...part }) => part);
	await render(<ExportPartsDialog title="lab" parts={own} />, { wrapper });
	await page.getByRole('button', { name: 'None of the endpoints' }).click();
	const button = page.getByRole('button', { name: 'Export', exact: true });
	await expect.element(button).toBeDisabled();
	await page.getByLabelText('Path').fill('/tmp/part');
	await button.click();
	const parts = [
		{ kind: 'variables', key: 'who' },
		{ kind: 'filters', key: '["Errors","x"]' },
	];
	await expect.poll(() => inputs('workspaceExportParts')).toEqual([{ path: '/tmp/part', parts, replace: false }]);
});

test('the path of another file leads to its parts', async () => {
	host.parts = { title: 'other', parts: [...PARTS] };
	useDialogs.setState({ open: { kind: 'workspace-path', use: 'take-parts' } });
	await render(<WorkspacePathDialog use="take-parts" />, { wrapper });
	await page.getByLabelText('Path').fill(from.path);
	await userEvent.keyboard('{Enter}');
	await expect
		.poll(() => useDialogs.getState().open)
		.toEqual({ kind: 'take-parts', from, title: 'other', parts: PARTS });
});

test('a workspace file that is dropped while something is set up is opened, or its parts are taken in', async () => {
	const text = '{ "wirebench": 1 }';
	useWorkbench.setState(fromSnapshot({ endpoints: [endpointState('e1')], connections: [] }));
	openFiles([new File([text], 'other.wirebench.json')]);
	const dropped = { name: 'other.wirebench.json', text };
	await expect
		.poll(() => useDialogs.getState().open)
		.toEqual({ kind: 'dropped-workspace', from: dropped, name: 'other.wirebench.json' });
	expect(inputs('workspaceOpenText')).toEqual([]);
	await render(<DroppedDialog from={dropped} name={dropped.name} />, { wrapper });
	await page.getByRole('button', { name: 'Take parts in…' }).click();
	await expect.poll(() => inputs('workspaceParts')).toEqual([{ from: dropped }]);
	await expect.poll(() => useDialogs.getState().open).toMatchObject({ kind: 'take-parts', title: 'other' });
});

const ANNS = [
	{ kind: 'tests' as const, key: 't', name: 'Ann', detail: '2 steps', steps: 2 },
	{
		kind: 'endpoints' as const,
		key: 'e',
		name: 'Ann',
		detail: 'tcp-server 127.0.0.1:9000',
		endpoint: { kind: 'tcp-server' as const, address: '127.0.0.1:9000' },
	},
	{
		kind: 'variables' as const,
		key: 'v',
		name: 'Ann',
		detail: 'Ann',
		clash: { name: 'Ann', by: 'name' as const },
	},
];

const DIALOGS = {
	打开工作区: <WorkspacePathDialog use="open" />,
	'导入 Ann 的部分内容': <TakePartsDialog from={{ path: '/x' }} title="Ann" parts={ANNS} />,
	导出工作区的部分内容: <ExportPartsDialog title="Ann" parts={ANNS} />,
	'如何处理 Ann？': <DroppedDialog from={{ path: '/x' }} name="Ann" />,
	'停止正在运行的端点？': <LeaveDialog next={{ to: 'new' }} />,
	文件夹: <FolderDialog id="e1" />,
	缺少的机密信息: <SecretsDialog />,
	变量: <VariablesDialog />,
	'允许使用环境变量？': <EnvironmentDialog />,
};

test.each(Object.entries(DIALOGS))('in Chinese: %s', async (name, dialog) => {
	await showLanguage('zh-Hans');
	useNames.setState({ variables: { Ann: 'Ann' } });
	useWorkspace.setState({
		missing: [{ test: { name: 'Ann', connection: 'Ann' }, path: 'via.password', what: '', env: 'PASSWORD' }],
	});
	useEnvironmentQuestion.setState({
		asked: { uses: [{ variable: 'Ann', by: 'Ann', to: 'Ann' }], why: '', answer: () => undefined },
	});
	const { container } = await render(dialog, { wrapper });
	await expect.element(page.getByRole('dialog', { name })).toBeVisible();
	const names = ['Ann', 'PASSWORD', '.wirebench.json', '/home/me/lab', '/home/me/part', '{{var NAME}}', '{{env NAME}}'];
	expect(latinTexts(container, names)).toEqual([]);
});
