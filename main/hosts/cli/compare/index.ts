import { type Command, InvalidArgumentError } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import { MAX_IGNORES } from '../../../../common/contract/calls/compare.ts';
import type { Framing } from '../../../../common/contract/config/framing.ts';
import type { Ignore } from '../../../../common/contract/config/ignore.ts';
import { compileIgnores, IGNORE_HELP, parseIgnore } from '../../../../common/diff/index.ts';
import { type Shown, showCapture } from '../../../app/captures/show.ts';
import { FRAMING_HELP, parseFraming } from '../flags/framing.ts';
import { say, stdout } from '../terminal/console.ts';
import { describeError } from '../terminal/exit.ts';
import { EXIT } from '../terminal/exit-codes.ts';
import { stopRequested } from '../terminal/signals.ts';
import { compareCaptures } from './captures.ts';
import { compareFiles } from './raw.ts';
import { CompareReport } from './report.ts';

interface DiffOptions {
	readonly raw?: boolean;
	readonly connection?: { readonly a: number; readonly b: number };
	readonly framing?: Framing;
	readonly ignore?: readonly Ignore[];
	readonly ignoreRegex?: readonly Ignore[];
	readonly within?: number;
	readonly json?: boolean;
	readonly all?: boolean;
}

/** Compares and prints; returns the exit code. What cannot be compared is neither equal nor different. */
async function diff(a: string, b: string, options: DiffOptions): Promise<number> {
	const ignore = [...(options.ignore ?? []), ...(options.ignoreRegex ?? [])];
	if (ignore.length > MAX_IGNORES) {
		throw new WirebenchError('bad-input', `At most ${MAX_IGNORES} ranges and patterns can be ignored.`);
	}
	compileIgnores(ignore);
	if (options.raw) {
		if (options.connection !== undefined || options.framing !== undefined || options.within !== undefined) {
			throw new WirebenchError('bad-input', 'With --raw there are no connections, messages or times.');
		}
		return (await compareFiles(a, b, ignore, options.json === true)) ? EXIT.done : EXIT.failed;
	}
	const over = new AbortController();
	void stopRequested().then(() => over.abort());
	// Where the reader of the output has gone away, the exit code is still wanted.
	const opened: Shown[] = [];
	try {
		opened.push(await showCapture(a, over.signal));
		opened.push(await showCapture(b, over.signal));
		const [one, other] = opened;
		if (one === undefined || other === undefined) return EXIT.usage;
		say(...one.warnings, ...other.warnings);
		const report = new CompareReport(options.json === true, options.all === true);
		const { connection, framing, within } = options;
		await compareCaptures(
			one.capture,
			other.capture,
			{
				ignore,
				...(connection && { connections: connection }),
				...(framing && { framing }),
				...(within === undefined ? {} : { withinMs: within }),
			},
			report,
			() => over.signal.aborted,
		);
		if (over.signal.aborted) {
			say('Stopped before the end: the captures may differ or not.');
			return EXIT.usage;
		}
		report.summary();
		await stdout().drained();
		const damage = [...one.capture.damage(), ...other.capture.damage()];
		say(...damage);
		if (!report.equal) return EXIT.failed;
		const isDamaged = one.damaged || other.damaged || damage.length > 0;
		if (isDamaged) say('A capture is damaged: what can be read of it is equal.');
		return isDamaged ? EXIT.usage : EXIT.done;
	} finally {
		await Promise.all(opened.map((shown) => shown.close()));
	}
}

/** A failure is no difference: it has another exit code. */
async function diffCode(a: string, b: string, options: DiffOptions): Promise<number> {
	try {
		return await diff(a, b, options);
	} catch (error) {
		if (!(error instanceof WirebenchError)) throw error;
		say(...describeError(error));
		return EXIT.usage;
	}
}

function connections(text: string): { a: number; b: number } {
	const [, a, b = a] = /^([1-9]\d{0,8})(?::([1-9]\d{0,8}))?$/.exec(text) ?? [];
	if (a === undefined || b === undefined) {
		throw new InvalidArgumentError('It is the number of a connection, or one of each capture: 2 or 2:5.');
	}
	return { a: Number(a), b: Number(b) };
}

function milliseconds(text: string): number {
	const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
	if (value <= LIMITS.delayMs) return value;
	throw new InvalidArgumentError(`It is a number of milliseconds up to ${LIMITS.delayMs}.`);
}

function range(text: string, before: readonly Ignore[] = []): Ignore[] {
	try {
		return [...before, parseIgnore(text)];
	} catch (error) {
		if (error instanceof WirebenchError) throw new InvalidArgumentError(error.message);
		throw error;
	}
}

function pattern(text: string, before: readonly Ignore[] = []): Ignore[] {
	const [, side, rest] = /^(?:(in|out):)?(.+)$/s.exec(text) ?? [];
	if (rest === undefined) throw new InvalidArgumentError('It is a regular expression.');
	return [...before, { type: 'regex', pattern: rest, ...(side === 'in' || side === 'out' ? { side } : {}) }];
}

export function addDiff(program: Command, done: (code: number) => void): void {
	program
		.command('diff')
		.summary('compare two captures, two connections, or two files of bytes')
		.description(
			'Compares what was sent in two captures: connection by connection, message by message, in each direction by itself. Prints the ' +
				'first difference with its place, and a summary. Ports, addresses and times make no difference; a reset does. Messages are ' +
				'split by the framing of the endpoint; a stream without framing is compared as it is, however it arrived.',
		)
		.argument('<path>', 'a capture folder, or a pcapng or pcap file; with --raw any file')
		.argument('<other-path>', 'what to compare it with')
		.option('--connection <n[:m]>', 'only connection n of the first, and m (or n) of the second', connections)
		.option('--framing <how>', `split streams into messages: ${FRAMING_HELP}`, parseFraming)
		.option('--ignore <range>', `leave bytes out of each message, may be repeated: ${IGNORE_HELP}`, range)
		.option(
			'--ignore-regex <re2>',
			'leave out what the pattern matches, on both sides; in: or out: before it for one direction; may be repeated',
			pattern,
		)
		.option(
			'--within <ms>',
			'compare times too: since the start of the connection, up to this difference',
			milliseconds,
		)
		.option('--raw', 'compare two files of bytes, up to 64 MiB each, as two messages')
		.option('--all', 'print all differences, not only the first')
		.option('--json', 'print a JSON object for each printed difference, and one for the summary')
		.action(async (a: string, b: string, options: DiffOptions) => done(await diffCode(a, b, options)));
}
