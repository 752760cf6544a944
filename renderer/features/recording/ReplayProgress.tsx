import type { ReplayRun } from '../../../common/contract/calls/recording.ts';
import { outcomeLines } from '../../../common/recording/index.ts';
import { Button } from '../../ui/Button.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { eventText, faultText } from '../../words/errors.ts';
import { stopReplay } from './store.ts';
import { stateWords } from './words.ts';

/** The progress of a replay with its stop button; at the end what differed. */
export function ReplayProgress({ run }: { readonly run: ReplayRun }) {
	const { recording: words, recorded: phrases, tests } = useDialogWords();
	const { id, how, state } = run;
	const { notes, message = '', says } = state;
	const shown = { ...state, notes: notes.map((text) => eventText({ text })), message: faultText({ message, says }) };
	const isRunning = state.status === 'connecting' || state.status === 'running';
	return (
		<section className="recording-run" aria-label={words.run} data-status={state.status}>
			<header>
				<p role="status">{stateWords(state, how.side, words.state)}</p>
				{isRunning ? (
					<Button variant="danger" onClick={() => void stopReplay(id)}>
						{words.stop}
					</Button>
				) : null}
			</header>
			<progress aria-label={words.turns} max={Math.max(1, state.turns)} value={state.turn} />
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll, also by keys */}
			{isRunning ? null : <pre tabIndex={0}>{outcomeLines(shown, phrases, tests.result.difference).join('\n')}</pre>}
		</section>
	);
}
