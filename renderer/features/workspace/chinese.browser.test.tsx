import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { useWorkspace } from '../../app/state/endpoints/workspace.ts';
import { useEnvironmentQuestion } from '../../app/state/host/environment-question.ts';
import { useNames } from '../../app/state/templates/names.ts';
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

const PARTS = [
	{ kind: 'tests' as const, key: 't', name: 'Ann', detail: '2 steps', steps: 2 },
	{
		kind: 'variables' as const,
		key: 'v',
		name: 'Ann',
		detail: 'Ann',
		clash: { name: 'Ann', by: 'name' as const },
	},
];

beforeEach(async () => {
	await showLanguage('zh-Hans');
	useNames.setState({ variables: { Ann: 'Ann' } });
	useWorkspace.setState({
		missing: [{ test: { name: 'Ann', connection: 'Ann' }, path: 'via.password', what: '', env: 'PASSWORD' }],
	});
	useEnvironmentQuestion.setState({
		asked: { uses: [{ variable: 'Ann', by: 'Ann', to: 'Ann' }], why: '', answer: () => undefined },
	});
});

afterEach(async () => {
	useNames.setState(useNames.getInitialState(), true);
	useWorkspace.setState(useWorkspace.getInitialState(), true);
	useEnvironmentQuestion.setState({ asked: undefined });
	await showLanguage('en');
});

const DIALOGS = {
	打开工作区: <WorkspacePathDialog use="open" />,
	'导入 Ann 的部分内容': <TakePartsDialog from={{ path: '/x' }} title="Ann" parts={PARTS} />,
	导出工作区的部分内容: <ExportPartsDialog title="Ann" parts={PARTS} />,
	'如何处理 Ann？': <DroppedDialog from={{ path: '/x' }} name="Ann" />,
	'停止正在运行的端点？': <LeaveDialog next={{ to: 'new' }} />,
	文件夹: <FolderDialog id="e1" />,
	缺少的机密信息: <SecretsDialog />,
	变量: <VariablesDialog />,
	'允许使用环境变量？': <EnvironmentDialog />,
};

test.each(Object.entries(DIALOGS))('in Chinese: %s', async (name, dialog) => {
	const { container } = await render(dialog, { wrapper: TooltipProvider });
	await expect.element(page.getByRole('dialog', { name })).toBeVisible();
	const names = ['Ann', 'PASSWORD', '.wirebench.json', '/home/me/lab', '/home/me/part', '{{var NAME}}', '{{env NAME}}'];
	expect(latinTexts(container, names)).toEqual([]);
});
