import type { GeneratorRun } from '../../../common/contract/calls/generator.ts';
import { formatCount, formatMs } from '../../app/shared/format.ts';
import { Button } from '../../ui/Button.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { useWords } from '../../words/index.ts';
import { stopRun } from './store.ts';

/** The progress of a run, and its stop button. */
export function RunProgress({ run }: { readonly run: GeneratorRun }) {
	const { ui, units } = useWords();
	const text = useDialogWords().loadTest.run;
	const { id, status, sent, errors, rate, behindMs, plan, lastError, error, target, elapsedMs } = run;
	const running = status === 'running';
	return (
		<section className="load-test-run" aria-label={text.label} data-status={status}>
			<header className="load-test-run-head">
				<h3>
					{text.status[status]} <span className="mono">→ {target}</span>
				</h3>
				{running ? (
					<Button variant="danger" onClick={() => void stopRun(id)}>
						{ui.stop}
					</Button>
				) : null}
			</header>
			{plan.count === 0 ? null : (
				<progress className="load-test-bar" aria-label={text.sent} max={plan.count} value={sent + errors} />
			)}
			<dl className="load-test-figures">
				<Figure name={text.sent}>{plan.count === 0 ? formatCount(sent) : text.of(sent, plan.count)}</Figure>
				<Figure name={running ? text.rate : text.rateOverAll}>{text.perSecond(rate)}</Figure>
				<Figure name={text.behind}>{formatMs(behindMs)}</Figure>
				<Figure name={text.refused}>{formatCount(errors)}</Figure>
				<Figure name={text.time}>{units.seconds((elapsedMs / 1000).toFixed(1))}</Figure>
			</dl>
			{error === undefined ? null : <p className="load-test-error">{error.message}</p>}
			{lastError === undefined ? null : (
				<p className="load-test-error">{text.refusedLast(lastError.details.errno ?? '', lastError.message)}</p>
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
