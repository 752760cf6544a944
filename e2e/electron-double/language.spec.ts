import { doubleOf } from '../support/double.ts';
import { expect, test } from '../support/fixtures.ts';
import { launchDouble } from '../support/launch.ts';
import { echoServer } from '../support/make.ts';

test('menus, dialogs and the tray icon are in the language of the system, and change with the setting', async ({
	context,
	dataFolder,
}) => {
	const running = await launchDouble(context, dataFolder, { systemLanguages: ['zh-Hans-CN', 'en-US'] });
	const double = doubleOf(running);
	await expect.poll(async () => (await double.facts()).menu).toContain('文件 (&F)');
	const { menu } = await double.facts();
	expect(menu).toEqual(expect.arrayContaining(['新建端点…', '撤销', '放大', '窗口', '最小化', '帮助']));
	expect(menu.filter((name) => name !== 'separator' && !/[\u4e00-\u9fff]/.test(name))).toEqual([]);
	const { page } = running;
	await echoServer(page);
	// The page knows that its host has dialogs.
	await expect(page.getByText('Electron', { exact: true })).toBeVisible();
	double.person({ what: 'choose-file' });
	double.person({ what: 'choose-menu-item', id: 'open-workspace' });
	await expect
		.poll(async () => (await double.facts()).openDialogs)
		.toEqual([{ title: '打开工作区', filters: ['工作区', '所有文件'] }]);

	await page.getByRole('button', { name: 'Language' }).click();
	await page.getByRole('menuitemcheckbox', { name: '繁體中文' }).click();
	await expect.poll(async () => (await double.facts()).menu).toContain('檔案 (&F)');

	double.person({ what: 'close-window', window: 1 });
	await expect
		.poll(async () => (await double.facts()).messageBoxes)
		.toMatchObject([{ message: '1 個端點正在執行。', buttons: ['繼續執行', '結束', '取消'], checkbox: '不再詢問' }]);
	double.person({ what: 'choose-button', button: '繼續執行' });
	await expect
		.poll(async () => (await double.facts()).trays)
		.toEqual([{ toolTip: 'Wirebench 正在執行', items: ['顯示 Wirebench', 'separator', '結束 Wirebench'] }]);
	double.person({ what: 'choose-tray-item', id: 'show-window' });
	await page.getByRole('button', { name: '語言' }).click();
	await page.getByRole('menuitemcheckbox', { name: 'English' }).click();
	await expect.poll(async () => (await double.facts()).menu).toContain('&File');
	expect((await double.facts()).menu).toContain('zoomIn');
	await running.close();
});
