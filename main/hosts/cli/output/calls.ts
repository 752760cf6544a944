import { type Command, Option } from 'commander';
import { CALL_LANGUAGES, type CallLanguage, spellCall } from '../../../../common/calls/spell/index.ts';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { ListedCall } from '../../../../common/contract/calls/socket-calls.ts';
import { stored } from '../../../../common/words/en/cli/stored.ts';
import type { CaptureReading } from '../../../app/captures/show.ts';
import { spoken } from '../terminal/language.ts';
import type { Output } from '../terminal/output.ts';
import { clock, jsonLines } from './format.ts';

const words = () => spoken('stored', stored).show;

/** What `--calls` and `--non-blocking` say. */
export interface CallsChoice {
	readonly calls?: CallLanguage;
	readonly nonBlocking?: boolean;
	readonly json?: boolean;
}

/** Adds them to a command about a stored capture. */
export function addCallsOptions(command: Command): Command {
	return command
		.addOption(new Option('--calls [language]', words().calls).choices(CALL_LANGUAGES).preset('python'))
		.option('--non-blocking', words().nonBlocking);
}

/** Prints the calls that a program would make for all events of a capture, until `ended`. */
export async function printCalls(
	capture: CaptureReading,
	{ calls: language = 'python', nonBlocking, json }: CallsChoice,
	output: Output,
	ended: Promise<void>,
): Promise<void> {
	const list = { of: { all: true }, mode: nonBlocking ? 'non-blocking' : 'blocking' } as const;
	const scanned = Promise.withResolvers<number>();
	const { stored: all } = capture.counters();
	const run = capture.follow('captureCalls', list, ({ error, limited, scanned: done, calls }) => {
		if (error !== undefined) scanned.reject(WirebenchError.fromInfo(error));
		else if (limited || done >= all) scanned.resolve(calls);
	});
	try {
		const count = await Promise.race([scanned.promise, ended.then(() => 0)]);
		for (let from = 0; from < count; from += LIMITS.rowsPerQuery) {
			const { calls } = await capture.call('callLines', { ...list, from, count: LIMITS.rowsPerQuery });
			output.lines(calls.flatMap((listed) => lineOf(listed, language, json ?? false)));
			await Promise.race([output.drained(), ended]);
		}
	} finally {
		run.dispose();
	}
}

/** `12:01:07.104 echo 3  s.listen(511)`: the number is the event's, from 1. */
function lineOf({ n, time, endpoint, connection, call }: ListedCall, language: CallLanguage, json: boolean): string[] {
	if (call === undefined) return [];
	const { code, result } = spellCall(call, language);
	const at = new Date(Number(time / 1_000_000n));
	if (json) {
		const { bytes, ...rest } = call;
		const hex = bytes && { hex: Buffer.from(bytes).toString('hex') };
		const place = { event: n + 1, time: at.toISOString(), endpoint, ...(connection > 0 && { connection }) };
		return jsonLines([{ ...place, ...rest, ...hex, code, result }]);
	}
	const line = `${clock(at.toISOString())} ${endpoint} ${n + 1}  ${code}`;
	return [result === '' ? line : `${line}  → ${result}`];
}
