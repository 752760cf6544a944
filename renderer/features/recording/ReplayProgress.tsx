import type { ReplayRun } from '../../../common/contract/calls/recording.ts';
import { outcomeLines } from '../../../common/recording/index.ts';
import { Button } from '../../ui/Button.tsx';
import { stopReplay } from './store.ts';
import { stateWords } from './words.ts';

/** The progress of a replay with its stop button; at the end what differed. */
export function ReplayProgress({ run }: { readonly run: ReplayRun }) {
	const { id, how, state } = run;
	const isRunning = state.status === 'connecting' || state.status === 'running';
	return (
		<section className="recording-run" aria-label="Replay" data-status={state.status}>
			<header>
				<p role="status">{stateWords(state, how.side)}</p>
				{isRunning ? (
					<Button variant="danger" onClick={() => void stopReplay(id)}>
						Stop
					</Button>
				) : null}
			</header>
			<progress aria-label="Turns" max={Math.max(1, state.turns)} value={state.turn} />
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll, also by keys */}
			{isRunning ? null : <pre tabIndex={0}>{outcomeLines(state).join('\n')}</pre>}
		</section>
	);
}
