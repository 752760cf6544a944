import { expect, test } from 'vitest';
import type { Ignore } from '../../../../common/contract/config/ignore.ts';
import type { JobOrder } from './jobs.ts';
import { runJob } from './run-job.ts';

function comparing(a: string, b: string, ignore: readonly Ignore[] = []): JobOrder<'compareBytes'> {
	const side = (text: string) => {
		const bytes = new TextEncoder().encode(text);
		return { bytes, placed: { message: 1, at: 0, length: bytes.length } };
	};
	return { name: 'compareBytes', input: { a: side(a), b: side(b), ignore } };
}

test('work is done in another thread, and its error arrives as a sentence', async () => {
	const { signal } = new AbortController();
	expect(await runJob(comparing('one', 'ono'), signal)).toMatchObject({ equal: false, coarse: false });
	const ignore: Ignore[] = [{ type: 'regex', pattern: 'a(' }];
	await expect(runJob(comparing('one', 'one', ignore), signal)).rejects.toThrow(/\S/);
});

test('a pattern that takes years for some bytes holds nothing: it is given up, or ended', async () => {
	const hostile = comparing(`${'a'.repeat(60)}b`, 'a', [{ type: 'regex', pattern: '^(a+)+$' }]);
	await expect(runJob(hostile, new AbortController().signal, 300)).rejects.toThrow(
		'It took longer than 0.3 s and was given up.',
	);
	const over = new AbortController();
	const ended = runJob(hostile, over.signal);
	over.abort(new Error('closed'));
	await expect(ended).rejects.toThrow('closed');
});
