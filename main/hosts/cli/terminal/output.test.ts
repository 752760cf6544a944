import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Output } from './output.ts';

const LOTS = 'x'.repeat(1024 * 1024 + 1);
/** Longer than any test: a reader that is never abandoned. */
const NEVER = 1 << 30;

/** A stream whose reader takes one write on each request. */
function slowReader() {
	const taken: string[] = [];
	const waiting: (() => void)[] = [];
	const wanted: (() => void)[] = [];
	const stream = new Writable({
		write(chunk: Buffer, _encoding, done) {
			waiting.push(() => {
				taken.push(chunk.toString());
				done();
			});
			for (const wake of wanted.splice(0)) wake();
		},
	});
	/** Resolves when something is written, or was already. */
	const written = (): Promise<void> => (waiting.length > 0 ? Promise.resolve() : new Promise((r) => wanted.push(r)));
	return { stream, written, take: () => waiting.shift()?.(), text: () => taken.join('') };
}

/** A stream that takes everything at once. */
function fastReader() {
	const taken: Buffer[] = [];
	const stream = new Writable({
		write(chunk: Buffer, _encoding, done) {
			taken.push(chunk);
			setImmediate(done);
		},
	});
	return { stream, text: () => Buffer.concat(taken).toString(), writes: () => taken.map(String) };
}

const failing = (code: string) =>
	new Writable({
		write(_chunk, _encoding, done) {
			done(Object.assign(new Error(`write ${code}`), { code }));
		},
	});

describe('the output', () => {
	it('writes the queue of one turn at once, in order, bytes included', async () => {
		const { stream, writes } = fastReader();
		const output = new Output(stream);
		output.line('a');
		output.line('b');
		output.bytes(Buffer.from('\x1b[c'));
		output.line('d');
		await output.drained();
		expect(writes()).toEqual(['a\nb\n', '\x1b[c', '\nd\n']);
	});

	it('prevents line ends, hidden text and terminal commands within a line', async () => {
		const { stream, text } = fastReader();
		const output = new Output(stream, { isTerminal: true });
		output.line('a\r\nforged\x1b[2J\u009b1m\u202eb\u2028c');
		output.status('sent\x1b]0;title\x07\n');
		output.prompt('Stop\u202e?');
		await output.drained();
		expect(text()).toBe(
			'a\\r\\nforged\\e[2J\\u{9b}1m\\u{202e}b\\u{2028}c\n\r\x1b[Ksent\\e]0;title\\x07\\n\r\x1b[KStop\\u{202e}? ',
		);
	});

	it('shows bytes on a terminal as text, and the next line starts at its left', async () => {
		const { stream, text } = fastReader();
		const output = new Output(stream, { isTerminal: true });
		output.bytes(Buffer.from('one\r\n\ttwo \x1b[2J\xe6', 'latin1'));
		output.line('ours');
		output.bytes(Buffer.from('\r'));
		output.endBytes();
		await output.drained();
		expect(text()).toBe('one\n\ttwo \\e[2J\\xe6\nours\n\\r');
	});

	it('is saturated while its reader is behind, and reports when it has caught up', async () => {
		const reader = slowReader();
		const output = new Output(reader.stream);
		let relieved = 0;
		const stop = output.onRelief(() => {
			relieved += 1;
		});
		output.line(LOTS);
		expect(output.saturated).toBe(true);
		await reader.written();
		expect(relieved).toBe(0);
		const drained = output.drained();
		while (output.saturated) {
			await reader.written();
			reader.take();
		}
		expect(relieved).toBe(1);
		for (let left = true; left; ) {
			reader.take();
			left = await Promise.race([drained.then(() => false), reader.written().then(() => true)]);
		}
		stop();
	});

	it('skips events beyond its limit, counts them, and continues when the reader is back', async () => {
		const reader = slowReader();
		const output = new Output(reader.stream, { mostWaiting: 100 });
		const counts: number[] = [];
		output.onRelief(() => {
			counts.push(output.takeLeftOut());
			output.line('left out');
		});
		for (let n = 0; n < 50; n++) output.offer(() => output.line(`event ${String(n).padStart(3, '0')}`));
		output.line('said all the same');
		const drained = output.drained();
		for (let left = true; left; ) {
			reader.take();
			left = await Promise.race([drained.then(() => false), reader.written().then(() => true)]);
		}
		output.offer(() => output.line('later'));
		await reader.written();
		reader.take();
		const lines = reader.text().split('\n');
		expect(lines.slice(0, 10)).toEqual(Array.from({ length: 10 }, (_, n) => `event 00${n}`));
		expect(lines.slice(10)).toEqual(['event 010', 'said all the same', 'left out', 'later', '']);
		expect(counts).toEqual([39]);
	});

	it.each(['EPIPE', 'ECONNRESET'])('ends without a failure when its reader closes (%s)', async (code) => {
		const output = new Output(failing(code));
		output.line(LOTS);
		await output.ended;
		await output.drained();
		expect([output.saturated, output.failure]).toEqual([false, undefined]);
		output.line('more');
		await output.drained();
	});

	it('keeps its write error; a closed terminal is no failure', async () => {
		const file = new Output(failing('ENOSPC'));
		const terminal = new Output(failing('EIO'), { isTerminal: true });
		const device = new Output(failing('EIO'));
		for (const output of [file, terminal, device]) output.line('a');
		await Promise.all([file, terminal, device].map(({ ended }) => ended));
		expect([file, terminal, device].map(({ failure }) => failure)).toEqual(['ENOSPC', undefined, 'EIO']);
	});

	it('waits for a blocked reader until the process is about to end, and then only for the timeout', async () => {
		const reader = slowReader();
		const output = new Output(reader.stream, { stallMs: 1 });
		output.line('a');
		await reader.written();
		output.line('bc');
		output.hurry();
		await output.drained();
		expect([output.unread, output.failure]).toEqual([5, undefined]);
		const patient = slowReader();
		const other = new Output(patient.stream, { stallMs: NEVER });
		other.hurry();
		other.line('a');
		const drained = other.drained();
		await patient.written();
		patient.take();
		await drained;
		expect([other.unread, patient.text()]).toEqual([0, 'a\n']);
	});
});

it('is the only way in which the command line prints', () => {
	const program = join(import.meta.dirname, '..');
	const files = readdirSync(program, { recursive: true, encoding: 'utf8' })
		.map((name) => name.replaceAll('\\', '/'))
		.filter((name) => /^(?!.*\.(test|fixture|child)\.ts$).*\.ts$/.test(name));
	const printing = files.filter((name) =>
		/\b(stdout|stderr)\s*\.write\b|process\.(stdout|stderr)|\bprocess\[|\bconsole\.(log|error|warn|info)\b/.test(
			readFileSync(join(program, name), 'utf8'),
		),
	);
	expect(printing.sort()).toEqual(['terminal/console.ts', 'terminal/standard-stream.ts']);
});
