import type { GeneratorRun } from '../../../common/contract/calls/generator.ts';
import { formatCount } from '../../app/shared/format.ts';
import { Button } from '../../ui/Button.tsx';
import { stopRun } from './store.ts';

const STATUS: Readonly<Record<GeneratorRun['status'], string>> = {
	running: 'Sending',
	done: 'Done',
	stopped: 'Stopped',
	failed: 'Failed',
};

/** The progress of a run, and its stop button. */
export function RunProgress({ run }: { readonly run: GeneratorRun }) {
	const { id, status, sent, errors, rate, behindMs, plan, lastError, error, target, elapsedMs } = run;
	const running = status === 'running';
	return (
		<section className="load-test-run" aria-label="Latest run" data-status={status}>
			<header className="load-test-run-head">
				<h3>
					{STATUS[status]} <span className="mono">→ {target}</span>
				</h3>
				{running ? (
					<Button variant="danger" onClick={() => void stopRun(id)}>
						Stop
					</Button>
				) : null}
			</header>
			{plan.count === 0 ? null : (
				<progress className="load-test-bar" aria-label="Sent" max={plan.count} value={sent + errors} />
			)}
			<dl className="load-test-figures">
				<Figure name="Sent">
					{formatCount(sent)}
					{plan.count === 0 ? '' : ` of ${formatCount(plan.count)}`}
				</Figure>
				<Figure name={running ? 'Rate' : 'Rate over all'}>{formatCount(rate)}/s</Figure>
				<Figure name="Behind by">{formatCount(behindMs)} ms</Figure>
				<Figure name="Refused">{formatCount(errors)}</Figure>
				<Figure name="Time">{(elapsedMs / 1000).toFixed(1)} s</Figure>
			</dl>
			{error === undefined ? null : <p className="load-test-error">{error.message}</p>}
			{lastError === undefined ? null : (
				<p className="load-test-error">
					Refused last: {lastError.details.errno} {lastError.message}
				</p>
			)}
		</section>
	);
}

function Figure({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
	return (
		<div>
			<dt>{name}</dt>
			<dd>{children}</dd>
		</div>
	);
}
