import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import type { SequenceRun } from '../../../common/contract/calls/protocol-tests.ts';
import { toAscii, toHex } from '../../../common/payload/index.ts';
import type { PlacedStep } from '../../../common/protocol-tests/index.ts';
import type { DialogWords } from '../../../common/words/en-dialogs.ts';
import { formatDuration } from '../../app/shared/format.ts';
import { useDialogWords } from '../../words/dialogs.ts';
import { StatusMark } from './StatusMark.tsx';

interface RunSummaryProps {
	readonly run: SequenceRun | undefined;
	/** The steps in the order of the results. */
	readonly numbers: readonly PlacedStep[];
	/** Why it could not start. */
	readonly refusal: ErrorInfo | undefined;
	/** Why it cannot run in its current form. */
	readonly fault: string | undefined;
	/** The steps are those that ran. */
	readonly current: boolean;
}

/** The result of the last run, in a sentence that screen readers announce. */
export function RunSummary({ run, numbers, refusal, fault, current }: RunSummaryProps) {
	const { result: text } = useDialogWords().tests;
	return (
		<p className="tests-summary" role="status">
			{fault !== undefined ? (
				<span className="tests-failed">{fault}</span>
			) : refusal !== undefined ? (
				<span className="tests-failed">{refusal.message}</span>
			) : run === undefined ? (
				text.notRun
			) : !current ? (
				text.changed
			) : (
				<>
					<StatusMark status={run.status} /> {sentence(run, numbers, text)}
				</>
			)}
		</p>
	);
}

type ResultWords = DialogWords['tests']['result'];

function sentence({ status, results }: SequenceRun, numbers: readonly PlacedStep[], text: ResultWords): string {
	const steps = results.length - 1;
	const ms = Math.round(results.reduce((sum, result) => sum + (result.ms ?? 0), 0));
	// The innermost of those that contain each other is last.
	const at = results.findLastIndex((result) => result.status === 'failed' || result.status === 'running');
	const number = numbers[at - 1]?.number ?? '';
	switch (status) {
		case 'passed':
			return text.passed(steps, formatDuration(ms));
		case 'failed':
			return at === 0 ? text.noConnection : text.failed(number, steps);
		case 'stopped':
			return text.stopped;
		case 'running':
			return at <= 0 ? text.connecting : text.running(number, steps);
	}
}

/** Bytes that are shown of one value. */
const SHOWN = 48;

/** What regular expressions have captured in a run, by the name of the variable. */
export function CapturedList({ captured }: Pick<SequenceRun, 'captured'>) {
	const { result: text } = useDialogWords().tests;
	const all = Object.entries(captured);
	if (all.length === 0) return null;
	return (
		<dl className="tests-captured" aria-label={text.captured}>
			{all.map(([name, { bytes, length }]) => (
				<div key={name}>
					<dt>{name}</dt>
					<dd>{shown(bytes, length, text)}</dd>
				</div>
			))}
		</dl>
	);
}

function shown(bytes: Uint8Array, length: number, words: ResultWords): string {
	const part = bytes.subarray(0, SHOWN);
	const isText = part.every((byte) => byte >= 0x20 && byte < 0x7f);
	const text = isText ? toAscii(part) : toHex(part, ' ');
	return length > part.length ? words.cut(text, length) : text;
}
