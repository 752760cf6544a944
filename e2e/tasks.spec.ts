import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ViewportSize } from '@playwright/test';
import { byTier } from '../common/tier.fixture.ts';
import { LANGUAGES, type Language } from '../common/words/locale/language.ts';
import { ask } from './support/ask.ts';
import { Bench } from './support/bench.ts';
import { countSteps, type Steps } from './support/count-steps.ts';
import { EVERY_HOST, expect, test } from './support/fixtures.ts';
import { startPeer } from './support/peer.ts';
import { saving } from './support/saving.ts';

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 1024, height: 700 };
/** 1440 × 900 at 200 %. */
const ZOOMED = { width: 720, height: 450 };

type Setting = readonly [Language, ViewportSize];

/** In the deep tier every language at every size; in the other one those that all other tests leave out. */
const ALL: readonly Setting[] = LANGUAGES.flatMap((language) =>
	[WIDE, NARROW, ZOOMED].map((size) => [language, size] as const),
);
const BY_MOUSE = byTier<readonly Setting[]>([['zh-Hant', ZOOMED]], ALL);
const BY_KEYBOARD = byTier<readonly Setting[]>([['zh-Hans', NARROW]], ALL);

const at = ([language, { width, height }]: Setting) => `${language}, ${width} × ${height}`;

// One after the other: two hosts would propose the same free port.
test.describe.configure({ mode: 'default' });

/** Does a task, and counts what a person did: clicks that hit, and keys but those that write text. */
async function counted(bench: Bench, task: () => Promise<void>): Promise<Steps> {
	const steps = await countSteps(bench.page);
	await task();
	return steps();
}

/** Sends a text, and waits for it at both ends. */
async function send(bench: Bench, text: string, press: () => Promise<void>): Promise<void> {
	await expect(bench.message).toBeFocused();
	await bench.page.keyboard.insertText(text);
	await press();
	await expect(bench.rows(text)).toHaveCount(4);
}

/** The log lists more than what a filter found: its rows move no more under a click that comes next. */
async function allListed({ page }: Bench): Promise<void> {
	await expect(page.locator('[data-n]').nth(4)).toBeVisible();
}

/** A server on a port that another program has, and the number of the task's steps to start it anyway. */
async function busyPort(bench: Bench, startAnyway: () => Promise<void>): Promise<Steps> {
	const { page, words, dialogs } = bench;
	const holder = startPeer('port_holder.py', 'tcp');
	try {
		await page.keyboard.press('Alt+n');
		await page.getByRole('dialog').getByRole('combobox').fill('class-tcp');
		await page.keyboard.press('Enter');
		await page.getByLabel(dialogs.endpointForm.fields.port, { exact: true }).fill(await holder.line());
		await page.keyboard.press('Control+Enter');
		await expect(page.getByRole('region', { name: words.endpointErrors.label('class-tcp') })).toContainText('python3');
		return await counted(bench, async () => {
			await startAnyway();
			await bench.opened('class-tcp');
		});
	} finally {
		await holder.close();
	}
}

/** What task 5 writes: a pattern, the reply with what its group has captured, and a message to try. */
const RULE = { pattern: '^hi (\\w+)', reply: 'Hello, {{1}}!', message: 'hi Ann', answer: 'Hello, Ann!' };

/** Waits until the trial of task 5 shows what would be answered; returns the port that the server will have. */
async function triedRule({ page, dialogs }: Bench): Promise<number> {
	const { trial } = dialogs.endpointForm.rules;
	await expect(page.getByRole('region', { name: trial.label }).getByText(RULE.answer, { exact: true })).toBeVisible();
	return Number(await page.getByLabel(dialogs.endpointForm.fields.port, { exact: true }).inputValue());
}

/** Checks by its first bytes that a file is of the format. */
async function isExported(path: string, format: 'pcapng' | 'text'): Promise<void> {
	const magic = (await readFile(path)).subarray(0, 4).toString('hex');
	// The type of a section header block (pcapng, 4.1).
	if (format === 'pcapng') expect(magic).toBe('0a0d0d0a');
	else expect(magic).toMatch(/^3\d/);
}

for (const setting of BY_MOUSE) {
	const [language, size] = setting;

	test(`by mouse: ${at(setting)}`, async ({ app, workbench: page, dataFolder }) => {
		const bench = await Bench.open(page, language, size);
		const { words, dialogs } = bench;
		const { createAndStart } = dialogs.endpointForm.form;
		const proxy = words.endpointNames.proxy('class-tcp');
		const type = (text: string) => page.keyboard.insertText(text);
		const choose = () => page.getByRole('option', { name: words.offers.presets['class-tcp'].title }).first();
		const newEndpoint = () => bench.button(words.endpoints.new).click();
		const startNow = async () => {
			await newEndpoint();
			await choose().hover();
			await choose().getByTitle(dialogs.gallery.startTip).click();
		};
		const connect = () => bench.button(words.endpointCommands.connectClient).click();
		const press = () => bench.button(words.composer.send).click();

		const echo = await counted(bench, async () => {
			await startNow();
			await connect();
			await send(bench, 'hello', press);
		});
		expect(echo, '1 echo').toEqual({ clicks: 4, keys: 0 });

		await bench.message.fill('');
		await send(bench, 'other', press);
		const find = await counted(bench, async () => {
			await page.getByRole('combobox', { name: words.filter.label }).click();
			await type('hello');
			await expect(bench.rows('hello').first().locator('mark')).toHaveText('hello');
		});
		expect(find, '3 a message found').toEqual({ clicks: 1, keys: 0 });
		await page.keyboard.press('Control+a');
		await page.keyboard.press('Delete');
		await page.keyboard.press('Escape');
		await allListed(bench);

		const compare = await counted(bench, async () => {
			// The inspector is a strip in a small window: the row's menu has the same.
			await bench
				.rows('hello')
				.first()
				.click({ button: size === ZOOMED ? 'right' : 'left' });
			if (size === ZOOMED) await page.getByRole('menuitem', { name: dialogs.logMenus.compare }).click();
			else await bench.button(words.inspector.compare).click();
			await bench.rows('other').first().click();
			await expect(page.getByRole('dialog', { name: dialogs.compare.title })).toBeVisible();
		});
		expect(compare, '9 two messages compared').toEqual({ clicks: 3, keys: 0 });
		await page.keyboard.press('Escape');

		const exported = await counted(bench, async () => {
			for (const format of ['pcapng', 'text'] as const) {
				await page.getByRole('button', { name: words.log.tools.export }).click();
				if (format === 'text') await page.getByText(dialogs.exportDialog.formats.text.label, { exact: true }).click();
				const { path } = await saving(app, join(dataFolder, format), () =>
					page.getByRole('dialog').getByRole('button', { name: words.ui.export, exact: true }).click(),
				);
				await isExported(path, format);
			}
		});
		expect(exported, '10 pcapng and text').toEqual({ clicks: 5, keys: 0 });

		await bench.message.focus();
		const repeat = await counted(bench, async () => {
			await bench.button(words.composer.repeat.title).click();
			await type('10000');
			await page.getByLabel(words.composer.repeat.times).click();
			await page.keyboard.press('Control+a');
			await type('50');
			await bench.button(words.composer.repeat.start).click();
			await page.getByRole('button', { name: words.sendings.stop('').trim() }).click();
		});
		expect(repeat, '6 a repeat, stopped midway').toMatchObject({ clicks: 4 });
		await bench.empty();

		const peer = startPeer('udp_server.py', '1');
		try {
			const port = await peer.line();
			const datagram = await counted(bench, async () => {
				await page.getByRole('combobox', { name: words.targets.to, exact: true }).click();
				await type(`udp 127.0.0.1:${port}`);
				await bench.message.click();
				await type('de ad be ef');
				await press();
				expect(await peer.line()).toBe('deadbeef');
			});
			expect(datagram, '2 a datagram in hex').toEqual({ clicks: 3, keys: 0 });
		} finally {
			await peer.close();
		}
		await bench.empty();

		const busy = await busyPort(bench, () =>
			page.getByRole('button', { name: words.endpointErrors.otherPort(0).replace(/0.*$/, '') }).click(),
		);
		expect(busy, '4 a busy port').toEqual({ clicks: 1, keys: 0 });
		await bench.empty();

		let port = 0;
		const rule = await counted(bench, async () => {
			const { addRegex, rule: ruleNamed, action, trial } = dialogs.endpointForm.rules;
			await newEndpoint();
			await page
				.getByRole('option', { name: new RegExp(`^${words.kinds['tcp-server']}`) })
				.first()
				.click();
			await bench.button(addRegex).click();
			await type(RULE.pattern);
			await page.getByRole('textbox', { name: action.replyOf(ruleNamed(1)), exact: true }).click();
			await type(RULE.reply);
			await page.getByRole('textbox', { name: trial.message, exact: true }).click();
			await type(RULE.message);
			port = await triedRule(bench);
			await bench.button(createAndStart).click();
			await expect(page.getByRole('treeitem')).toHaveCount(1);
		});
		await bench.opened();
		expect(await ask(port, RULE.message)).toBe(RULE.answer);
		expect(rule, '5 a rule with what a group captured').toEqual({ clicks: 6, keys: 0 });
		await bench.empty();

		const tls = await counted(bench, async () => {
			await newEndpoint();
			await choose().click();
			await page.getByRole('checkbox', { name: dialogs.endpointForm.tls.on }).click();
			await bench.button(createAndStart).click();
			await connect();
			await expect(page.locator('[data-n]').filter({ hasText: 'TLSv1.3' })).toHaveCount(2);
		});
		expect(tls, '11 TLS').toEqual({ clicks: 5, keys: 0 });
		await bench.empty();

		const slow = await counted(bench, async () => {
			await startNow();
			await bench.button(words.endpointCommands.proxy).click();
			await page.getByLabel(dialogs.endpointForm.fields.delay, { exact: true }).click();
			await type('200');
			await bench.button(createAndStart).click();
			await bench.button(words.endpoints.connectTo(proxy)).click();
			await bench.opened(words.endpointNames.to(proxy));
		});
		expect(slow, '12 a slow proxy').toEqual({ clicks: 6, keys: 0 });
	});
}

for (const setting of BY_KEYBOARD) {
	const [language, size] = setting;

	test(`by keyboard: ${at(setting)}`, async ({ app, workbench: page, dataFolder }) => {
		const bench = await Bench.open(page, language, size);
		const { words, dialogs } = bench;
		const proxy = words.endpointNames.proxy('class-tcp');
		const press = async (key: string, times = 1) => {
			for (let n = 0; n < times; n++) await page.keyboard.press(key);
		};
		const type = (text: string) => page.keyboard.insertText(text);
		const search = async (text: string) => {
			await press('Alt+n');
			await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
			await type(text);
		};
		const rowHasFocus = () => expect(page.locator('[role=treeitem]:focus')).toBeVisible();
		const formHasFocus = () => expect(page.locator('dialog form input:focus')).toBeVisible();

		const echo = await counted(bench, async () => {
			await search('class-tcp');
			await press('Control+Enter');
			await rowHasFocus();
			await press('c');
			await send(bench, 'hello', () => press('Enter'));
		});
		expect(echo, '1 echo').toEqual({ clicks: 0, keys: 4 });

		await bench.message.fill('');
		await send(bench, 'other', () => press('Enter'));
		const inspector = page.getByRole('region', { name: words.inspector.title });
		const find = await counted(bench, async () => {
			await press('Control+f');
			await type('hello');
			await press('Enter');
			await expect(bench.rows('hello').first().locator('mark')).toHaveText('hello');
			if (size !== ZOOMED)
				await expect(inspector.locator('.hex-text .bytes-lit')).toHaveText(['h', 'e', 'l', 'l', 'o']);
			await press('Control+f');
			await press('Control+a');
			await type('length==5 dir:in');
			await press('Enter');
			await expect(page.locator('[data-n]')).toHaveCount(4);
		});
		expect(find, '3 a message found, then by its length').toEqual({ clicks: 0, keys: 5 });
		await press('Control+f');
		await press('Control+a');
		await press('Delete');
		await press('Escape');
		await allListed(bench);

		await bench.rows('hello').first().click();
		const compare = await counted(bench, async () => {
			await press('c');
			await press('End');
			await press('c');
			await expect(page.getByRole('dialog', { name: dialogs.compare.title })).toBeVisible();
		});
		expect(compare, '9 two messages compared').toEqual({ clicks: 0, keys: 3 });
		await press('Escape');

		const exported = await counted(bench, async () => {
			for (const downs of [0, 3]) {
				await press('Control+Shift+E');
				await expect(page.locator('dialog input:focus')).toBeVisible();
				await press('ArrowDown', downs);
				const format = downs === 0 ? 'pcapng' : 'text';
				const { path } = await saving(app, join(dataFolder, format), () => press('Enter'));
				await isExported(path, format);
			}
		});
		expect(exported, '10 pcapng and text').toEqual({ clicks: 0, keys: 7 });

		await bench.message.focus();
		const repeat = await counted(bench, async () => {
			await press('Alt+r');
			await type('10000');
			await press('Tab');
			await type('50');
			await press('Enter');
			await expect(page.getByRole('button', { name: words.sendings.stop('').trim() })).toBeVisible();
			await press('Alt+.');
			await expect(page.getByRole('button', { name: words.sendings.stop('').trim() })).toBeHidden();
		});
		expect(repeat, '6 a repeat, stopped midway').toEqual({ clicks: 0, keys: 4 });
		await bench.empty();

		const peer = startPeer('udp_server.py', '1');
		try {
			const port = await peer.line();
			const datagram = await counted(bench, async () => {
				await press('Alt+a');
				await type(`udp 127.0.0.1:${port}`);
				await press('Enter');
				await expect(bench.message).toBeFocused();
				await type('de ad be ef');
				await press('Enter');
				expect(await peer.line()).toBe('deadbeef');
			});
			expect(datagram, '2 a datagram in hex').toEqual({ clicks: 0, keys: 3 });
		} finally {
			await peer.close();
		}
		await bench.empty();

		const busy = await busyPort(bench, async () => {
			await rowHasFocus();
			await press('Tab');
			await press('Enter');
		});
		expect(busy, '4 a busy port').toEqual({ clicks: 0, keys: 2 });
		await bench.empty();

		let port = 0;
		const rule = await counted(bench, async () => {
			const { rule: ruleNamed, action, trial } = dialogs.endpointForm.rules;
			const field = (name: string) => page.getByRole('textbox', { name, exact: true });
			const has = (name: string) => field(name).evaluate((element) => element === document.activeElement);
			const tabTo = async (name: string) => {
				for (let tabs = 0; tabs < 12 && !(await has(name)); tabs += 1) await press('Tab');
			};
			await search(words.kinds['tcp-server']);
			await press('Enter');
			await formHasFocus();
			await press('Alt+r');
			await expect(field(dialogs.endpointForm.rules.match.expression)).toBeFocused();
			await type(RULE.pattern);
			await tabTo(action.replyOf(ruleNamed(1)));
			await type(RULE.reply);
			await tabTo(trial.message);
			await type(RULE.message);
			port = await triedRule(bench);
			await press('Control+Enter');
			await rowHasFocus();
		});
		await bench.opened();
		expect(await ask(port, RULE.message)).toBe(RULE.answer);
		expect(rule, '5 a rule with what a group captured').toEqual({ clicks: 0, keys: 14 });
		await bench.empty();

		const tls = await counted(bench, async () => {
			await search('class-tcp');
			await press('Enter');
			await formHasFocus();
			await press('Tab', 3);
			await press('Space');
			await press('Control+Enter');
			await rowHasFocus();
			await press('c');
			await expect(page.locator('[data-n]').filter({ hasText: 'TLSv1.3' })).toHaveCount(2);
		});
		expect(tls, '11 TLS').toEqual({ clicks: 0, keys: 8 });
		await bench.empty();

		const slow = await counted(bench, async () => {
			await search('class-tcp');
			await press('Control+Enter');
			await rowHasFocus();
			await press('p');
			await formHasFocus();
			await press('Tab', 5);
			await expect(page.getByLabel(dialogs.endpointForm.fields.delay, { exact: true })).toBeFocused();
			await type('200');
			await press('Enter');
			await bench.opened(proxy);
			await rowHasFocus();
			await press('c');
			await bench.opened(words.endpointNames.to(proxy));
		});
		expect(slow, '12 a slow proxy').toEqual({ clicks: 0, keys: 10 });
	});
}

test('after a restart one key, or one click, starts what ran', { tag: EVERY_HOST }, async ({ open }) => {
	const first = await open();
	await first.page.keyboard.press('Alt+n');
	await first.page.getByRole('combobox', { name: 'Search' }).fill('class-tcp');
	await first.page.keyboard.press('Control+Enter');
	const row = (page: typeof first.page) => page.getByRole('treeitem', { name: /^class-tcp TCP server, open,/ });
	await expect(row(first.page)).toBeVisible();
	await first.close();
	const second = await open();
	await expect(second.page.getByRole('button', { name: /^Start what ran/ })).toBeFocused();
	await second.page.keyboard.press('Enter');
	await expect(row(second.page)).toBeVisible();
});
