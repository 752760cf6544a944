import { expect, test } from 'vitest';
import { lessonSchema } from '../../../../common/lessons/index.ts';
import { EXIT } from '../terminal/exit-codes.ts';
import { wirebench } from '../testing/cli.fixture.ts';

async function printed(...args: string[]): Promise<string> {
	const command = wirebench(['lessons', ...args]);
	expect(await command.exit(), command.stderr()).toBe(EXIT.done);
	return command.stdout();
}

test('lists the lessons in their order, and as JSON with all of their texts', async () => {
	const names = (await printed()).split('\n').flatMap((line) => /^[a-z-]+/.exec(line) ?? []);
	expect(names[0]).toBe('first-server');
	const all = (await printed('--json')).trim().split('\n');
	expect(all.map((line) => lessonSchema.parse(JSON.parse(line)).id)).toEqual(names);
});

test('prints the steps of a lesson with their programs, in the language of the run', async () => {
	const text = await printed('first-server', '--language', 'zh-Hans');
	expect(text).toMatch(/^1\. \p{Script=Han}+/mu);
	expect(text).toContain("create_connection(('127.0.0.1', 21567))");
	expect(text).not.toContain('{port}');
});

test('an unknown lesson is refused with the likely one', async () => {
	const command = wirebench(['lessons', 'first-sever']);
	expect(await command.exit()).toBe(EXIT.failed);
	expect(command.stderr()).toContain('Did you mean first-server?');
});
