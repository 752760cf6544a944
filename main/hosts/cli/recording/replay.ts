import { type Command, InvalidArgumentError, Option } from 'commander';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import { RECORDING_SIDES, type RecordingSide, type ReplayState } from '../../../../common/contract/calls/recording.ts';
import { toHex } from '../../../../common/payload/index.ts';
import { isAsRecorded, outcomeLines, replayPlan } from '../../../../common/recording/index.ts';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { recordings } from '../../../../common/words/en/cli/recordings.ts';
import { testDifference } from '../../../../common/words/en/dialogs/test-difference.ts';
import { startReplay } from '../../../app/headless.ts';
import { streamUrlHelp } from '../flags/url.ts';
import { jsonLine } from '../output/format.ts';
import { openSession } from '../run/session.ts';
import { say } from '../terminal/console.ts';
import { EXIT } from '../terminal/exit-codes.ts';
import { eventText, faultText, spoken } from '../terminal/language.ts';
import { stopRequested } from '../terminal/signals.ts';
import {
	addTlsOfPlace,
	chosenPlace,
	connectionNumber,
	phrases,
	readRecorded,
	recordingNotes,
	type TlsOfPlace,
} from './recorded.ts';

const words = () => spoken('recordings', recordings);
const printingWords = () => spoken('printing', printing);

interface ReplayOptions extends TlsOfPlace {
	readonly connection?: number;
	readonly as: RecordingSide;
	readonly rhythm?: boolean;
	readonly within: number;
	readonly exact?: boolean;
	readonly json?: boolean;
	readonly capture?: string;
}

function milliseconds(text: string): number {
	const value = Number(text);
	if (/^\d{1,9}$/.test(text) && value >= 1 && value <= LIMITS.delayMs) return value;
	throw new InvalidArgumentError(words().badTime(LIMITS.delayMs));
}

function jsonOf({ difference, ...state }: ReplayState): string {
	const bytes = difference && { ...difference, expected: toHex(difference.expected), got: toHex(difference.got) };
	return jsonLine({
		event: 'result',
		same: isAsRecorded({ ...state, ...(difference && { difference }) }),
		...state,
		...(bytes && { difference: bytes }),
	});
}

/** With its sentences in the language of the command line. */
function inWords(state: ReplayState): ReplayState {
	const { notes, message = '', says } = state;
	return { ...state, notes: notes.map((note) => eventText(note, undefined)), message: faultText({ message, says }) };
}

/** Returns the exit code: 0 when the other side did what was recorded. */
async function replay(path: string, url: string | undefined, options: ReplayOptions): Promise<number> {
	const { connection, as: side, within: withinMs, capture } = options;
	const recording = await readRecorded(path, connection);
	const place = chosenPlace(recording, url, side === 'client' ? 1 : 0, options);
	const how = { side, place, rhythm: options.rhythm ?? false, withinMs, ignoreVarying: options.exact !== true };
	const plan = replayPlan(recording, how, phrases());
	say(...recordingNotes(recording), ...plan.notes);
	const session = await openSession({ capture, quiet: true, print: () => undefined });
	const { output } = session;
	let announced = false;
	try {
		const running = startReplay(session.engine, plan, ({ local }) => {
			if (announced || local === undefined) return;
			announced = true;
			output.lines([options.json ? jsonLine({ event: 'listening', local }) : words().replay.listening(local)]);
		});
		void Promise.race([stopRequested(), session.readerGone]).then(running.stop);
		const state = await running.done;
		output.lines(
			options.json
				? [jsonOf(state)]
				: outcomeLines(inWords(state), phrases(), spoken('testDifference', testDifference)),
		);
		const { code } = await session.finish();
		return isAsRecorded(state) ? code : EXIT.failed;
	} catch (error) {
		await session.abandon();
		throw error;
	}
}

export function addReplay(program: Command, done: (code: number) => void): void {
	const texts = words().replay;
	const command = program
		.command('replay')
		.summary(texts.summary)
		.description(texts.description)
		.argument('<capture>', printingWords().captureFolder)
		.argument('[url]', texts.url(streamUrlHelp()))
		.addOption(new Option('--as <side>', texts.as).choices(RECORDING_SIDES).makeOptionMandatory())
		.option('--connection <n>', words().connection, connectionNumber)
		.option('--rhythm', texts.rhythm)
		.option('--within <ms>', texts.within, milliseconds, 5000)
		.option('--exact', texts.exact)
		.option('--json', texts.json)
		.option('--capture <dir>', printingWords().capture);
	addTlsOfPlace(command).action(async (path: string, url: string | undefined, options: ReplayOptions) =>
		done(await replay(path, url, options)),
	);
}
