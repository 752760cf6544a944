import { constants } from 'node:os';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { EXIT } from '../terminal/exit-codes.ts';
import { wirebench } from '../testing/cli.fixture.ts';

const line = z.object({ topic: z.string(), title: z.string(), text: z.string().min(1), next: z.string() });

async function printed(...args: string[]): Promise<string> {
	const command = wirebench(['explain', ...args]);
	expect(await command.exit(), command.stderr()).toBe(EXIT.done);
	return command.stdout();
}

test('explains an error by its name and by its number, a state and a call', async () => {
	expect(await printed('EADDRINUSE')).toContain('SO_REUSEADDR');
	expect(await printed(String(constants.errno.EADDRINUSE))).toContain('EADDRINUSE\n');
	const both = await printed('recv', 'TIME_WAIT');
	expect(both).toMatch(/^recv\(\)\n {2}.+\n\n {4}sender +receiver\n( {4}.+\n)+\n {2}Next: .+\n\nTIME-WAIT\n/);
});

test('an error without an explanation of its own has its sentence', async () => {
	expect(await printed('EHOSTDOWN')).toMatch(/^EHOSTDOWN\n {2}.*the other machine is down/);
});

test('speaks the language of the run', async () => {
	expect(await printed('ECONNREFUSED', '--language', 'zh-Hans')).toContain('接下来：服务器在运行吗');
	expect(await printed('EHOSTDOWN', '--language', 'zh-Hant')).toContain('該位址');
});

test('lists every topic; as JSON with their texts', async () => {
	expect(await printed()).toContain('Socket options\n  SO_REUSEADDR\n');
	const all = (await printed('--json')).trim().split('\n');
	const topics = all.map((text) => line.parse(JSON.parse(text)).topic);
	expect(topics).toContain('presets.udp-proxy');
	expect(new Set(topics).size).toBe(topics.length);
});

test('an unknown name is refused with the likely one', async () => {
	const command = wirebench(['explain', 'EADRINUSE']);
	expect(await command.exit()).toBe(EXIT.failed);
	expect(command.stdout()).toBe('');
	expect(command.stderr()).toContain('Did you mean EADDRINUSE?');
});
