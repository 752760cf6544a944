import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';
import { expect, ready, test } from '../support/fixtures.ts';
import { ROOT } from '../support/launch.ts';
import { echoServer } from '../support/make.ts';
import { filterCount, filterField, talkTo } from '../support/steps.ts';
import { ElectronDouble } from './driver.ts';

test('the main bundle, its threads, the preload and the page run out of an asar archive', async ({
	pages,
	dataFolder,
	problems,
}) => {
	const source = join(dataFolder, 'app');
	const archive = join(dataFolder, 'app.asar');
	await mkdir(source);
	for (const name of ['package.json', 'dist/main', 'dist/preload', 'dist/renderer']) {
		await cp(join(ROOT, name), join(source, name), { recursive: true });
	}
	await createPackage(source, archive);
	await rm(source, { recursive: true });
	const { double, page } = await ElectronDouble.start({
		context: await pages.windows(),
		bundle: join(archive, 'dist/main/electron.js'),
		args: ['--data', join(dataFolder, 'data')],
	});
	await ready(page);
	const talker = await talkTo(await echoServer(page));
	await talker.say('out of an archive');
	talker.end();
	// The writer's thread has stored it, and the reader's has found it.
	await filterField(page).fill('archive dir:in');
	await page.keyboard.press('Enter');
	await expect(filterCount(page)).toHaveText(/^1 of /);
	expect(problems).toEqual([]);
	expect(await double.quit()).toMatchObject({ code: 0, stderr: '' });
});
