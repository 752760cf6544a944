/** How the Electron host ends: by the system, by a fault, with the last window. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { captureIn, doubleOf } from '../support/double.ts';
import { expect, test } from '../support/fixtures.ts';
import { launchDouble } from '../support/launch.ts';
import { echoServer } from '../support/make.ts';
import { storedSettings, talkTo } from '../support/steps.ts';

/** The mark of a capture that is being written: closing removes it. */
const LOCK_NAME = 'capture.lock';

test('a logoff from Windows waits until the capture is closed', async ({ open, dataFolder }) => {
	const running = await open({ platform: 'win32' });
	const double = doubleOf(running);
	const { appUserModelId, switches } = await double.facts();
	expect(appUserModelId).toBe(process.execPath);
	expect(switches['js-flags']).toContain('--max-semi-space-size=64');
	const talker = await talkTo(await echoServer(running.page));
	await talker.say('before the logoff');
	double.person({ what: 'end-session', reasons: ['logoff'] });
	expect(await double.ended).toMatchObject({ code: 0, signal: null });
	const { names, contents } = await captureIn(dataFolder);
	expect(names).not.toContain(LOCK_NAME);
	expect(contents).toContain('before the logoff');
	talker.end();
});

const UNDELAYED = [
	['Windows', 'win32', { what: 'end-session', reasons: ['shutdown', 'critical'], forced: true }, { signal: 'SIGKILL' }],
	['the display of Linux', 'linux', { what: 'lose-display' }, { code: 0 }],
] as const;
for (const [name, platform, does, end] of UNDELAYED) {
	test(`an end of ${name} that cannot be delayed leaves everything stored`, async ({ open, dataFolder }) => {
		const running = await open({ platform });
		const double = doubleOf(running);
		if ('signal' in end) running.expectExit?.(null);
		const talker = await talkTo(await echoServer(running.page));
		await talker.say('x'.repeat(60_000), 'the last line');
		double.person(does);
		expect(await double.ended).toMatchObject(end);
		expect((await captureIn(dataFolder)).contents.match(/the last line/g)).toHaveLength(2);
		talker.end();
	});
}

test('a shutdown of Linux waits until the capture is closed, and a second start meanwhile opens no window', async ({
	open,
	dataFolder,
}) => {
	const running = await open({ startedDuringEnd: true });
	let opened = 0;
	running.page.context().on('page', () => opened++);
	const talker = await talkTo(await echoServer(running.page));
	await talker.say('before the shutdown');
	doubleOf(running).person({ what: 'shut-down' });
	expect(await doubleOf(running).ended).toMatchObject({ code: 0, signal: null });
	expect((await captureIn(dataFolder)).names).not.toContain(LOCK_NAME);
	talker.end();
	await running.close();
	expect(opened).toBe(0);
});

test('a quit during the start waits until the capture is there, and closes it', async ({ chromium, dataFolder }) => {
	const context = await (await chromium()).newContext();
	const failure = await launchDouble(context, dataFolder, { quitAtOnce: true }).catch((error: Error) => error.message);
	expect(failure).toMatch(/ended with code 0/);
	// Closing removes a capture without events.
	expect(await readdir(join(dataFolder, 'captures'))).toEqual([]);
	await context.close();
});

for (const kind of ['error', 'rejection'] as const) {
	test(`a fault in the main process (${kind}) is logged and shown after the capture is closed`, async ({
		open,
		dataFolder,
	}) => {
		const running = await open();
		running.expectExit?.(1);
		const talker = await talkTo(await echoServer(running.page));
		await talker.say('before the fault');
		doubleOf(running).person({ what: 'cause-fault', kind, message: 'a fault on purpose' });
		const { code, stderr } = await doubleOf(running).ended;
		expect(code).toBe(1);
		expect(stderr).toMatch(/has ended because of a fault of its own: a fault on purpose\n\n.*closed and complete/);
		expect(await readFile(join(dataFolder, 'faults.log'), 'utf8')).toContain('Error: a fault on purpose');
		expect((await captureIn(dataFolder)).names).not.toContain(LOCK_NAME);
		talker.end();
	});
}

test('closing the window while a server runs asks, and goes on in the tray when the person wants that', async ({
	open,
	dataFolder,
}) => {
	const running = await open();
	const double = doubleOf(running);
	const talker = await talkTo(await echoServer(running.page));
	const boxes = async () => (await double.facts()).messageBoxes;

	double.person({ what: 'close-window', window: 1 });
	double.person({ what: 'close-window', window: 1 });
	expect(await boxes()).toEqual([
		expect.objectContaining({ message: 'One endpoint is running.', buttons: ['Keep running', 'Quit', 'Cancel'] }),
	]);
	double.person({ what: 'choose-button', button: 'Cancel' });
	expect((await double.facts()).windows).toMatchObject([{ visible: true }]);

	double.person({ what: 'close-window', window: 1 });
	double.person({ what: 'choose-button', button: 'Keep running', checked: true });
	await expect
		.poll(() => double.facts())
		.toMatchObject({
			windows: [{ visible: false }],
			trays: [{ toolTip: 'Wirebench is running', items: ['Show Wirebench', 'separator', 'Quit Wirebench'] }],
			chosenItems: ['when-window-closes-keep-running'],
		});
	await talker.say('without a window');

	double.person({ what: 'choose-tray-item', id: 'show-window' });
	expect(await double.facts()).toMatchObject({ windows: [{ visible: true }], trays: [] });
	double.person({ what: 'close-window', window: 1 });
	expect(await double.facts()).toMatchObject({ windows: [{ visible: false }], messageBoxes: [] });
	double.person({ what: 'start-again' });
	expect(await double.facts()).toMatchObject({ windows: [{ visible: true }], trays: [] });

	double.person({ what: 'choose-menu-item', id: 'when-window-closes-ask' });
	await expect.poll(() => storedSettings(dataFolder).whenWindowCloses).toBe('ask');
	double.person({ what: 'close-window', window: 1 });
	double.person({ what: 'choose-button', button: 'Quit' });
	expect(await double.ended).toMatchObject({ code: 0 });
	expect((await captureIn(dataFolder)).names).not.toContain(LOCK_NAME);
	talker.end();
});
