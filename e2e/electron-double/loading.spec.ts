/** What becomes of a page that loads late, again, or not at all. */

import { doubleOf } from '../support/double.ts';
import { expect, ready, test } from '../support/fixtures.ts';
import { launchDouble } from '../support/launch.ts';
import { echoServer } from '../support/make.ts';
import { PAGE_MEDIA } from '../support/page-media.ts';
import { talkTo } from '../support/steps.ts';

test('the window is shown once its page is loaded, also where "ready-to-show" never comes and the first load is replaced by a reload', async ({
	open,
}) => {
	const running = await open({ withheld: ['ready-to-show'], firstRequest: 'is-reloaded' });
	await expect(running.page.getByRole('region', { name: /endpoints/i })).toBeVisible();
	expect(await doubleOf(running).facts()).toMatchObject({ windows: [{ visible: true }], messageBoxes: [] });
});

test('a first load that fails is reported, and ends Wirebench', async ({ chromium, dataFolder }) => {
	const context = await (await chromium()).newContext();
	const failure = await launchDouble(context, dataFolder, { firstRequest: 'fails' }).catch(
		(error: Error) => error.message,
	);
	expect(failure).toMatch(/ended with code 0.*Wirebench could not load its page: ERR_FAILED \(-2\)/s);
	await context.close();
});

test('a minimised window of macOS, where a dialog of its own would stop every socket, keeps the message', async ({
	open,
}) => {
	const double = doubleOf(await open({ platform: 'darwin' }));
	const again = double.nextLoad(1);
	double.person({ what: 'minimize', window: 1 });
	double.reportGone(1, 'killed');
	await expect.poll(async () => (await double.facts()).messageBoxes).toHaveLength(1);
	// An end in the middle of the load would cancel requests of the page.
	await ready(await again);
});

test('a page whose process crashes is loaded again and says so, three times; then Wirebench asks', async ({
	chromium,
	dataFolder,
}) => {
	const context = await (await chromium()).newContext(PAGE_MEDIA);
	const running = await launchDouble(context, dataFolder);
	const double = doubleOf(running);
	await ready(running.page);
	const port = await echoServer(running.page);
	const talker = await talkTo(port);
	await talker.say('before');
	/** The message box that has opened. */
	const box = async () => {
		for (;;) {
			const [open] = (await double.facts()).messageBoxes;
			if (open !== undefined) return open;
		}
	};

	const first = double.nextLoad(1);
	await double.crashPage(1);
	expect(await box()).toMatchObject({
		message: "The process of Wirebench's page has ended, and the page was loaded again.",
		detail: expect.stringContaining('it has crashed (crashed, exit code 139)'),
	});
	// The new document is not there yet: the command waits for it.
	double.person({ what: 'choose-menu-item', id: 'export' });
	double.person({ what: 'choose-button', button: 'OK' });
	const page = await first;
	await expect(page.getByRole('dialog', { name: /export/i })).toBeVisible();
	await page.keyboard.press('Escape');
	await talker.say('after');
	const row = page.getByRole('tree', { name: 'Endpoints' }).getByRole('treeitem').first();
	await expect(row).toContainText(`127.0.0.1:${port}`);

	for (const reason of ['oom', 'killed'] as const) {
		const next = double.nextLoad(1);
		double.reportGone(1, reason);
		expect((await box()).detail).toContain(reason);
		double.person({ what: 'choose-button', button: 'OK' });
		await next;
	}
	double.reportGone(1, 'memory-eviction');
	expect(await box()).toMatchObject({
		message: "The process of Wirebench's page keeps ending.",
		buttons: ['Load again', 'Quit Wirebench'],
	});
	const last = double.nextLoad(1);
	double.person({ what: 'choose-button', button: 'Load again' });
	await ready(await last);
	talker.end();
	await running.close();
	await context.close();
});
