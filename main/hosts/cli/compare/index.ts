import { type Command, InvalidArgumentError } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import { MAX_IGNORES } from '../../../../common/contract/calls/compare.ts';
import type { Framing } from '../../../../common/contract/config/framing.ts';
import type { Ignore } from '../../../../common/contract/config/ignore.ts';
import { compileIgnores, parseIgnore } from '../../../../common/diff/index.ts';
import { answering } from '../../../../common/words/en/cli/answering.ts';
import { comparing } from '../../../../common/words/en/cli/comparing.ts';
import { ignoreRanges } from '../../../../common/words/en/sentences/recordings.ts';
import { type Shown, showCapture } from '../../../app/captures/show.ts';
import { parseFraming } from '../flags/framing.ts';
import { say, stdout } from '../terminal/console.ts';
import { describeError } from '../terminal/exit.ts';
import { EXIT } from '../terminal/exit-codes.ts';
import { errorTexts, spoken, warningTexts } from '../terminal/language.ts';
import { stopRequested } from '../terminal/signals.ts';
import { compareCaptures } from './captures.ts';
import { compareFiles } from './raw.ts';
import { CompareReport } from './report.ts';

const words = () => spoken('comparing', comparing);
const answeringWords = () => spoken('answering', answering);
const rangeWords = () => spoken('ignoreRanges', ignoreRanges);

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
		throw new WirebenchError('bad-input', words().tooMany(MAX_IGNORES));
	}
	compileIgnores(ignore);
	if (options.raw) {
		if (options.connection !== undefined || options.framing !== undefined || options.within !== undefined) {
			throw new WirebenchError('bad-input', words().rawAlone);
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
		say(...warningTexts([...one.warnings, ...other.warnings]));
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
			say(words().stopped);
			return EXIT.usage;
		}
		report.summary();
		await stdout().drained();
		const damage = [...one.capture.damage(), ...other.capture.damage()];
		say(...warningTexts(damage));
		if (!report.equal) return EXIT.failed;
		const isDamaged = one.damaged || other.damaged || damage.length > 0;
		if (isDamaged) say(words().damaged);
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
		throw new InvalidArgumentError(words().badConnections);
	}
	return { a: Number(a), b: Number(b) };
}

function milliseconds(text: string): number {
	const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
	if (value <= LIMITS.delayMs) return value;
	throw new InvalidArgumentError(words().badTime(LIMITS.delayMs));
}

function range(text: string, before: readonly Ignore[] = []): Ignore[] {
	try {
		return [...before, parseIgnore(text)];
	} catch (error) {
		if (error instanceof WirebenchError) throw new InvalidArgumentError(errorTexts(error).message);
		throw error;
	}
}

function pattern(text: string, before: readonly Ignore[] = []): Ignore[] {
	const [, side, rest] = /^(?:(in|out):)?(.+)$/s.exec(text) ?? [];
	if (rest === undefined) throw new InvalidArgumentError(words().badPattern);
	return [...before, { type: 'regex', pattern: rest, ...(side === 'in' || side === 'out' ? { side } : {}) }];
}

export function addDiff(program: Command, done: (code: number) => void): void {
	const texts = words();
	program
		.command('diff')
		.summary(texts.summary)
		.description(texts.description)
		.argument('<path>', texts.path)
		.argument('<other-path>', texts.other)
		.option('--connection <n[:m]>', texts.connection, connections)
		.option('--framing <how>', texts.framing(answeringWords().framings), parseFraming)
		.option('--ignore <range>', texts.ignore(rangeWords().forms), range)
		.option('--ignore-regex <re2>', texts.ignoreRegex, pattern)
		.option('--within <ms>', texts.within, milliseconds)
		.option('--raw', texts.raw)
		.option('--all', texts.all)
		.option('--json', texts.json)
		.action(async (a: string, b: string, options: DiffOptions) => done(await diffCode(a, b, options)));
}
