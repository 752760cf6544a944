import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import type { SequenceRun } from '../../../common/contract/calls/protocol-tests.ts';
import { toAscii, toHex } from '../../../common/payload/index.ts';
import { duration, type PlacedStep } from '../../../common/protocol-tests/index.ts';
import { formatCounted } from '../../app/shared/format.ts';
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
					<StatusMark status={run.status} /> {sentence(run, numbers)}
				</>
			)}
		</p>
	);
}

function sentence({ status, results }: SequenceRun, numbers: readonly PlacedStep[]): string {
	const steps = results.length - 1;
	const ms = Math.round(results.reduce((sum, result) => sum + (result.ms ?? 0), 0));
	// The innermost of those that contain each other is last.
	const at = results.findLastIndex((result) => result.status === 'failed' || result.status === 'running');
	const number = numbers[at - 1]?.number ?? '';
	switch (status) {
		case 'passed':
			return `Passed: ${formatCounted(steps, 'step')} in ${duration(ms)}.`;
		case 'failed':
			return at === 0 ? 'Failed: no connection.' : `Failed at step ${number} of ${steps}.`;
		case 'stopped':
			return 'Stopped.';
		case 'running':
			return at <= 0 ? 'Connecting…' : `Step ${number} of ${steps}…`;
	}
}

/** Bytes that are shown of one value. */
const SHOWN = 48;

/** What regular expressions have captured in a run, by the name of the variable. */
export function CapturedList({ captured }: Pick<SequenceRun, 'captured'>) {
	const all = Object.entries(captured);
	if (all.length === 0) return null;
	return (
		<dl className="tests-captured" aria-label="Captured variables">
			{all.map(([name, { bytes, length }]) => (
				<div key={name}>
					<dt>{name}</dt>
					<dd>{shown(bytes, length)}</dd>
				</div>
			))}
		</dl>
	);
}

function shown(bytes: Uint8Array, length: number): string {
	const part = bytes.subarray(0, SHOWN);
	const isText = part.every((byte) => byte >= 0x20 && byte < 0x7f);
	const text = isText ? toAscii(part) : toHex(part, ' ');
	return length > part.length ? `${text}… (${length} bytes)` : text;
}
