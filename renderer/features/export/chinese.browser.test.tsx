import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { useExports } from '../../app/state/capture/exports.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { showLanguage } from '../../words/index.ts';
import { latinTexts } from '../../words/latin-words.fixture.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { ExportJobs } from './ExportJobs.tsx';

beforeEach(() => showLanguage('zh-Hant'));

afterEach(async () => {
	useExports.setState(useExports.getInitialState(), true);
	await showLanguage('en');
});

test('formats, scopes, faults and running exports are in Chinese', async () => {
	const job = { id: 'x', name: 'x.csv', format: 'csv' as const, done: 1, total: 2, bytes: 30, events: 0 };
	useExports.setState({ jobs: [{ ...job, state: 'running' }] });
	const { container } = await render(
		<>
			<ExportDialog />
			<ExportJobs />
		</>,
		{ wrapper: TooltipProvider },
	);
	await expect.element(page.getByText('單一擷取記錄檔案：可用 Wireshark 開啟，也可在此重新開啟。')).toBeVisible();
	await page.getByRole('radio', { name: /^C 陣列/ }).click();
	await page.getByLabelText('名稱').fill('');
	await expect.element(page.getByText('請輸入名稱。')).toBeVisible();
	await expect.element(page.getByText('1 / 2 個事件，30 B')).toBeInTheDocument();
	expect(latinTexts(container, ['x.csv', 'pcapng', 'Wireshark'])).toEqual([]);
});
