import { type Command, InvalidArgumentError, Option } from 'commander';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import { RECORDING_SIDES, type RecordingSide, type ReplayState } from '../../../../common/contract/calls/recording.ts';
import { toHex } from '../../../../common/payload/index.ts';
import { isAsRecorded, outcomeLines, replayPlan } from '../../../../common/recording/index.ts';
import { startReplay } from '../../../app/headless.ts';
import { TLS_URL_HELP } from '../flags/tls-url.ts';
import { URL_HELP } from '../flags/url.ts';
import { jsonLine } from '../output/format.ts';
import { openSession } from '../run/session.ts';
import { say } from '../terminal/console.ts';
import { EXIT } from '../terminal/exit-codes.ts';
import { stopRequested } from '../terminal/signals.ts';
import { addTlsOfPlace, chosenPlace, connectionNumber, readRecorded, type TlsOfPlace } from './recorded.ts';

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
	throw new InvalidArgumentError(`It is a whole number of milliseconds, from 1 to ${LIMITS.delayMs}.`);
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

/** Returns the exit code: 0 when the other side did what was recorded. */
async function replay(path: string, url: string | undefined, options: ReplayOptions): Promise<number> {
	const { connection, as: side, within: withinMs, capture } = options;
	const recording = await readRecorded(path, connection);
	const place = chosenPlace(recording, url, side === 'client' ? 1 : 0, options);
	const how = { side, place, rhythm: options.rhythm ?? false, withinMs, ignoreVarying: options.exact !== true };
	const plan = replayPlan(recording, how);
	say(...recording.notes, ...plan.notes);
	const session = await openSession({ capture, quiet: true, print: () => undefined });
	const { output } = session;
	let announced = false;
	try {
		const running = startReplay(session.engine, plan, ({ local }) => {
			if (announced || local === undefined) return;
			announced = true;
			output.lines([options.json ? jsonLine({ event: 'listening', local }) : `listening on ${local}`]);
		});
		void Promise.race([stopRequested(), session.readerGone]).then(running.stop);
		const state = await running.done;
		output.lines(options.json ? [jsonOf(state)] : outcomeLines(state));
		const { code } = await session.finish();
		return isAsRecorded(state) ? code : EXIT.failed;
	} catch (error) {
		await session.abandon();
		throw error;
	}
}

export function addReplay(program: Command, done: (code: number) => void): void {
	const command = program
		.command('replay')
		.summary('send one side of a recorded conversation again')
		.description(
			'Takes the part of the client or the server of one connection of a capture: it sends what that side sent, each message ' +
				'when the other side has sent as much as in the recording, and says what differed. Exit code 0: nothing did.',
		)
		.argument('<capture>', 'a capture folder, or a pcapng or pcap file')
		.argument(
			'[url]',
			`where to connect or to listen (default: where the recorded server was): ${URL_HELP}, ${TLS_URL_HELP}`,
		)
		.addOption(new Option('--as <side>', 'the side to take').choices(RECORDING_SIDES).makeOptionMandatory())
		.option('--connection <n>', 'number of the connection (default: the only one)', connectionNumber)
		.option('--rhythm', 'keep the gaps of the recording before each message')
		.option(
			'--within <ms>',
			'how long the other side may take for a turn, besides its gap in the recording',
			milliseconds,
			5000,
		)
		.option('--exact', 'compare also what probably differs each time, such as dates')
		.option('--json', 'print JSON objects')
		.option('--capture <dir>', 'keep the capture (pcapng, opens in Wireshark) in this folder; - writes it to stdout');
	addTlsOfPlace(command).action(async (path: string, url: string | undefined, options: ReplayOptions) =>
		done(await replay(path, url, options)),
	);
}
