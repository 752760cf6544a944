import { Square, X } from 'lucide-react';
import { formatCount } from '../../app/shared/format.ts';
import { dismissJump, type Jump, type JumpTarget, stopJump, useJump } from '../../app/state/capture/jump.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';

const NAMES: Readonly<Record<JumpTarget, string>> = { match: 'match', error: 'error', mark: 'mark or note' };

/** The progress of the search, or its result in words; nothing when it simply reached the next event. */
export function JumpStatus({ closable = false }: { readonly closable?: boolean }) {
	const jump = useJump();
	const { running, state } = jump;
	const words = outcome(jump);
	if (closable && words === '' && !running) return null;
	return (
		<div className="jump-status">
			{running ? (
				<progress
					className="jump-progress"
					aria-label="Search of the capture"
					max={state?.total ?? 1}
					value={state?.looked ?? 0}
				/>
			) : null}
			<span role="status" className={jump.error === undefined ? '' : 'jump-error'}>
				{words}
			</span>
			{running ? (
				<Button variant="ghost" icon={<Square size={11} />} onClick={stopJump}>
					Stop
				</Button>
			) : null}
			{closable && !running ? (
				<IconButton label="Dismiss" tip={false} size="s" onClick={dismissJump}>
					<X size={13} />
				</IconButton>
			) : null}
		</div>
	);
}

function outcome({ target, back, running, state, stopped, error }: Jump): string {
	if (error !== undefined) return error.message;
	if (target === undefined) return '';
	if (state?.error !== undefined) return state.error.message;
	const percent = state === undefined || state.total === 0 ? 0 : Math.floor((100 * state.looked) / state.total);
	if (stopped) return `Stopped at ${percent} %`;
	if (running) return `Looking… ${percent} %`;
	if (state === undefined) return '';
	if (state.found === undefined) {
		return `No ${NAMES[target]} in ${formatCount(state.total)} ${state.total === 1 ? 'event' : 'events'}`;
	}
	if (!state.wrapped) return '';
	return back ? 'Past the start: on from the end' : 'Past the end: on from the start';
}
