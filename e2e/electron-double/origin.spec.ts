import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, ready, test } from '../support/fixtures.ts';
import { ROOT } from '../support/launch.ts';
import { echoServer } from '../support/make.ts';
import { talkTo } from '../support/steps.ts';
import { watch } from '../support/worker-pages.ts';
import { ElectronDouble } from './driver.ts';
import { extensionStandIn } from './messages.ts';

/** The policy of the product's pages. */
const POLICY =
	"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** An extension without anything but the renderer's document. Returns its id, which Chromium derives from its folder. */
async function extensionIn(folder: string): Promise<string> {
	await mkdir(folder);
	await copyFile(join(ROOT, 'dist/renderer/index.html'), join(folder, 'index.html'));
	const manifest = {
		manifest_version: 3,
		name: 'Wirebench',
		version: '1',
		content_security_policy: { extension_pages: POLICY },
	};
	await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
	const digits = createHash('sha256').update(folder).digest('hex').slice(0, 32);
	return digits.replace(/./g, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)));
}

test("the renderer works on a standard, secure origin that is not HTTP, under the product's policy", async ({
	playwright,
	launchOptions,
	dataFolder,
}) => {
	// The headless shell has no extensions.
	const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', playwright.chromium.executablePath()].find(
		(path) => existsSync(path),
	);
	test.skip(chromium === undefined, 'Chromium with extensions is not installed (Debian: chromium)');
	const extension = join(dataFolder, 'extension');
	const standIn = extensionStandIn(await extensionIn(extension));
	const context = await playwright.chromium.launchPersistentContext(join(dataFolder, 'profile'), {
		...launchOptions,
		...(chromium === undefined ? {} : { executablePath: chromium }),
		headless: false,
		args: [
			...(launchOptions.args ?? []),
			'--headless=new',
			`--disable-extensions-except=${extension}`,
			`--load-extension=${extension}`,
			'--disable-features=DisableLoadExtensionCommandLineSwitch',
		],
	});
	const problems: string[] = [];
	watch(context, (problem) => problems.push(problem));
	const { double, page } = await ElectronDouble.start({
		context,
		bundle: join(ROOT, 'dist/main/electron.js'),
		args: ['--data', join(dataFolder, 'data')],
		standIn,
	});
	await ready(page);
	expect((await double.fetch('app://wirebench/')).headers['content-security-policy']).toBe(POLICY);
	expect(await page.evaluate(() => [origin, isSecureContext])).toEqual([standIn.origin, true]);

	// Through the preload in its isolated world, a port, and the main bundle.
	const port = await echoServer(page);
	const talker = await talkTo(port);
	await talker.say('over another scheme');
	talker.end();
	await page.reload();
	const row = page.getByRole('tree', { name: 'Endpoints' }).getByRole('treeitem').first();
	await expect(row).toContainText(`127.0.0.1:${port}`);
	await expect(page.getByRole('grid', { name: 'Traffic log' })).toContainText('over another scheme');
	expect(problems).toEqual([]);

	await page.evaluate(() => {
		const script = document.createElement('script');
		script.textContent = 'window.injected = true';
		document.body.append(script);
	});
	expect(await page.evaluate(() => 'injected' in window)).toBe(false);
	// The console's messages come on a way of their own.
	await expect.poll(() => problems).toContainEqual(expect.stringContaining("directive 'script-src 'self''"));
	expect(await double.quit()).toMatchObject({ code: 0 });
	await context.close();
});
