import { expect, test } from 'vitest';
import { checkWorkspace, readWorkspace } from './index.ts';

const nested = (levels: number, open: string, close: string) => open.repeat(levels) + close.repeat(levels);
const STEP = '{"type":"repeat","times":1,"steps":[';
const CLIENT = '"client":{"kind":"tcp-client","name":"client","host":"127.0.0.1","port":1}';

test.each([
	[
		'steps of a test',
		2000,
		(levels: number) => `"tests":[{"name":"deep",${CLIENT},"steps":[${nested(levels, STEP, ']}')}]}]`,
	],
	['an unknown key', 20_000, (levels: number) => `"other":${nested(levels, '[', ']')}`],
])('%s %d levels deep: a sentence, and the stack holds', (_what, levels, content) => {
	const text = `{"wirebench":1,${content(levels)}}`;
	const message = 'nests more than 256 levels deep.';
	expect(readWorkspace(text)).toMatchObject({ kind: 'broken', message });
	expect(checkWorkspace(text).problems).toMatchObject([{ path: '', message: `The file ${message}` }]);
});

test('steps that nest a little too deeply are named by their place', () => {
	const text = `{"wirebench":1,"tests":[{"name":"deep",${CLIENT},"steps":[${nested(18, STEP, ']}')}]}]}`;
	expect(checkWorkspace(text).problems[0]).toMatchObject({
		path: `tests[0].steps[0]${'.steps[0]'.repeat(17)}`,
		message: 'Steps nest at most 16 levels deep.',
	});
});
