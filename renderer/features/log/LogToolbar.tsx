import { ArrowDownToLine, Eraser, FileDown, Pause, Play } from 'lucide-react';
import { CentreViews } from '../../app/CentreViews.tsx';
import { openDialog } from '../../app/dialogs.ts';
import { formatCount } from '../../app/format.ts';
import { useSelection } from '../../app/selection.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PanelHeader } from '../../ui/PanelHeader.tsx';
import { changeView, useLogView } from './store.ts';
import { withAll, withCleared, withFollowing, withPaused } from './view.ts';

/** Hides what is listed, and lets go of a selection that would be hidden with it. */
function clear(): void {
	changeView(withCleared);
	useSelection.getState().selectEvent(undefined);
}

/** What the log lists, and how it moves. */
export function LogToolbar() {
	const { base, end, following, pausedAt } = useLogView();
	const paused = pausedAt !== undefined;
	return (
		<PanelHeader title="Traffic" lead={<CentreViews />}>
			{base === 0 || end === base ? null : (
				<span className="log-hidden">
					{formatCount(base)} cleared from view
					<Button variant="ghost" onClick={() => changeView(withAll)}>
						Show all
					</Button>
				</span>
			)}
			<IconButton
				label="Follow new rows"
				tip={following ? 'Following new rows: press to stay where you are' : 'Follow new rows'}
				aria-pressed={following}
				onClick={() => changeView((view) => withFollowing(view, !view.following))}
			>
				<ArrowDownToLine size={15} />
			</IconButton>
			<IconButton
				label="Pause the view"
				tip={paused ? 'Resume the view' : 'Pause the view (the capture goes on)'}
				aria-pressed={paused}
				onClick={() => changeView((view) => withPaused(view, !paused))}
			>
				{paused ? <Play size={15} /> : <Pause size={15} />}
			</IconButton>
			<IconButton
				label="Clear the view"
				tip="Clear the view (everything stays in the capture)"
				disabled={end === base}
				onClick={clear}
			>
				<Eraser size={15} />
			</IconButton>
			<IconButton label="Export…" tip="Export… (Ctrl Shift E)" onClick={() => openDialog({ kind: 'export' })}>
				<FileDown size={15} />
			</IconButton>
		</PanelHeader>
	);
}
