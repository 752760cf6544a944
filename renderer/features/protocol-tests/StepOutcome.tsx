import type { StepResult } from '../../../common/contract/calls/protocol-tests.ts';
import { differenceLines } from '../../../common/protocol-tests/index.ts';
import { useDialogWords } from '../../words/dialogs.ts';
import { useEventText } from '../../words/errors.ts';
import { StatusMark } from './StatusMark.tsx';

/** The result of a step: a mark and its time, or why it failed and the difference. */
export function StepOutcome({ result }: { readonly result: StepResult | undefined }) {
	const { result: text } = useDialogWords().tests;
	const reason = useEventText({ text: result?.message ?? '', says: result?.says });
	if (result === undefined) return null;
	const { status, ms, runs, message, difference } = result;
	return (
		<div className="tests-outcome">
			<StatusMark status={status} />
			{ms === undefined ? null : <span className="tests-time">{ms} ms</span>}
			{runs === undefined ? null : <span className="tests-time">{runs === 1 ? text.once : text.times(runs)}</span>}
			{message === undefined ? null : <span className="tests-failed">{reason}</span>}
			{difference === undefined ? null : <pre>{differenceLines(difference, text.difference).join('\n')}</pre>}
		</div>
	);
}
