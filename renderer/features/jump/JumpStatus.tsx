import { Square, X } from 'lucide-react';
import type { Words } from '../../../common/words/en.ts';
import { dismissJump, type Jump, stopJump, useJump } from '../../app/state/capture/jump.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useWords } from '../../words/index.ts';

/** The progress of the search, or its result in words; nothing when it simply reached the next event. */
export function JumpStatus({ closable = false }: { readonly closable?: boolean }) {
	const text = useWords().jump;
	const jump = useJump();
	const { running, state } = jump;
	const words = outcome(jump, text);
	if (closable && words === '' && !running) return null;
	return (
		<div className="jump-status">
			{running ? (
				<progress
					className="jump-progress"
					aria-label={text.progress}
					max={state?.total ?? 1}
					value={state?.looked ?? 0}
				/>
			) : null}
			<span role="status" className={jump.error === undefined ? '' : 'jump-error'}>
				{words}
			</span>
			{running ? (
				<Button variant="ghost" icon={<Square size={11} />} onClick={stopJump}>
					{text.stop}
				</Button>
			) : null}
			{closable && !running ? (
				<IconButton label={text.dismiss} tip={false} size="s" onClick={dismissJump}>
					<X size={13} />
				</IconButton>
			) : null}
		</div>
	);
}

function outcome({ target, back, running, state, stopped, error }: Jump, text: Words['jump']): string {
	if (error !== undefined) return error.message;
	if (target === undefined) return '';
	if (state?.error !== undefined) return state.error.message;
	const percent = state === undefined || state.total === 0 ? 0 : Math.floor((100 * state.looked) / state.total);
	if (stopped) return text.stopped(percent);
	if (running) return text.looking(percent);
	if (state === undefined) return '';
	if (state.found === undefined) return text.none[target](state.total);
	if (!state.wrapped) return '';
	return back ? text.pastStart : text.pastEnd;
}
