import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { withoutLanguage } from './language.ts';

const run = promisify(execFile);
const CLI = new URL('../../../../dist/main/cli.js', import.meta.url).pathname;

/** What a command line that fails prints on stderr, with a language in its environment. */
async function failure(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<string> {
	const { LC_ALL, LC_MESSAGES, LANG, ...others } = process.env;
	try {
		await run(process.execPath, [CLI, ...args], { env: { ...others, ...environment } });
	} catch (error) {
		if (error instanceof Error && 'stderr' in error && typeof error.stderr === 'string') return error.stderr;
		throw error;
	}
	throw new Error('It has not failed.');
}

test('the language is taken from anywhere before the end of options, and the rest stays as it was', () => {
	expect(withoutLanguage(['send', 'x', '--language', 'zh-TW', '--hex'])).toEqual({
		args: ['send', 'x', '--hex'],
		written: 'zh-TW',
	});
	expect(withoutLanguage(['--language=en', 'send', '--', '--language', 'x'])).toEqual({
		args: ['send', '--', '--language', 'x'],
		written: 'en',
	});
	expect(withoutLanguage(['send', '--language'])).toEqual({ args: ['send'], written: '' });
});

test('a port in use is reported in the language of the environment or of the option, and with the system’s code in each', async () => {
	const server = createServer();
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const at = server.address();
	if (at === null || typeof at === 'string') throw new Error('The server has no port.');
	const listen = ['listen', `tcp://127.0.0.1:${at.port}`];
	const [english, chinese, taiwan] = await Promise.all([
		failure(listen, { LANG: 'C' }),
		failure(listen, { LANG: 'zh_CN.UTF-8' }),
		failure([...listen, '--language', 'zh-Hant'], { LANG: 'zh_CN.UTF-8' }),
	]);
	server.close();
	expect(english).toContain(`EADDRINUSE (98): Port ${at.port} on 127.0.0.1 is in use by`);
	expect(chinese).toContain(
		`EADDRINUSE (98): 127.0.0.1 上的端口 ${at.port} 已被占用，占用者：node（pid ${process.pid}）。请使用空闲的端口`,
	);
	expect(taiwan).toContain(`127.0.0.1 上的連接埠 ${at.port} 已被佔用，佔用者：node（pid ${process.pid}）。`);
});

test('a language that there is not is refused', async () => {
	expect(await failure(['presets', '--language', 'tlh'], {})).toBe(
		'“tlh” is no language of Wirebench: write one of en, zh-Hans, zh-Hant.\n',
	);
});
