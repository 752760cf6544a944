import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import type { SequenceRun } from '../../../common/contract/calls/protocol-tests.ts';
import { duration } from '../../../common/protocol-tests/index.ts';
import { StatusMark } from './StatusMark.tsx';

interface RunSummaryProps {
	readonly run: SequenceRun | undefined;
	/** Why it could not start. */
	readonly refusal: ErrorInfo | undefined;
	/** Why it cannot run in its current form. */
	readonly fault: string | undefined;
	/** The steps are those that ran. */
	readonly current: boolean;
}

/** The result of the last run, in a sentence that screen readers announce. */
export function RunSummary({ run, refusal, fault, current }: RunSummaryProps) {
	return (
		<p className="tests-summary" role="status">
			{fault !== undefined ? (
				<span className="tests-failed">{fault}</span>
			) : refusal !== undefined ? (
				<span className="tests-failed">{refusal.message}</span>
			) : run === undefined ? (
				'Not run yet.'
			) : !current ? (
				'Changed since it ran.'
			) : (
				<>
					<StatusMark status={run.status} /> {sentence(run)}
				</>
			)}
		</p>
	);
}

function sentence({ status, results }: SequenceRun): string {
	const steps = results.length - 1;
	const ms = Math.round(results.reduce((sum, result) => sum + (result.ms ?? 0), 0));
	const at = results.findIndex((result) => result.status === 'failed' || result.status === 'running');
	switch (status) {
		case 'passed':
			return `Passed: ${steps} ${steps === 1 ? 'step' : 'steps'} in ${duration(ms)}.`;
		case 'failed':
			return at === 0 ? 'Failed: no connection.' : `Failed at step ${at} of ${steps}.`;
		case 'stopped':
			return 'Stopped.';
		case 'running':
			return at <= 0 ? 'Connecting…' : `Step ${at} of ${steps}…`;
	}
}
