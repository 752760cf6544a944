import { ArrowDownToLine, CornerDownRight, Eraser, EyeOff, FileDown, Pause, Play, TextSearch } from 'lucide-react';
import { CentreViews } from '../../app/shared/CentreViews.tsx';
import { formatCount } from '../../app/shared/format.ts';
import { useCaptureStatus } from '../../app/state/capture/capture-status.ts';
import { openBar } from '../../app/state/capture/jump.ts';
import { clearCapture } from '../../app/state/capture/live-capture.ts';
import { useViewed } from '../../app/state/capture/viewed.ts';
import { openDialog } from '../../app/state/window/dialogs.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PanelHeader } from '../../ui/PanelHeader.tsx';
import { changeView, useLogView } from './list/store.ts';
import { hiddenRows, withAll, withCleared, withFollowing, withPaused } from './list/view.ts';
import { MarksMenu } from './MarksMenu.tsx';
import { SelectedCount } from './SelectedCount.tsx';

/** Hides the listed rows, and clears a selection that would be hidden with them. */
function hide(): void {
	changeView(withCleared);
	useSelection.getState().selectEvent(undefined);
}

/** The controls of the log's list. */
export function LogToolbar() {
	const { base, end, following, pausedAt } = useLogView();
	const hidden = useLogView(hiddenRows);
	const live = useViewed(({ capture }) => capture === undefined);
	const received = useCaptureStatus((status) => status.received);
	const paused = pausedAt !== undefined;
	return (
		<PanelHeader title="Traffic" lead={<CentreViews />}>
			<SelectedCount />
			{hidden === 0 || end === base ? null : (
				<span className="log-hidden">
					{formatCount(hidden)} hidden
					<Button variant="ghost" onClick={() => changeView(withAll)}>
						Show all
					</Button>
				</span>
			)}
			<IconButton label="Find" tip="Find (F3)" onClick={() => openBar('find')}>
				<TextSearch size={15} />
			</IconButton>
			<IconButton
				label="Go to…"
				tip="Go to a time, an event, an error, a mark (Ctrl G)"
				onClick={() => openBar('goto')}
			>
				<CornerDownRight size={15} />
			</IconButton>
			<MarksMenu />
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
				label="Hide these rows"
				tip="Hide these rows (everything stays in the capture)"
				disabled={end === base}
				onClick={hide}
			>
				<EyeOff size={15} />
			</IconButton>
			<IconButton
				label="Clear the capture"
				tip={
					live
						? 'Clear the capture: delete it and start a new one (can be undone)'
						: 'Only the live capture can be cleared'
				}
				disabled={!live || received === 0}
				onClick={clearCapture}
			>
				<Eraser size={15} />
			</IconButton>
			<IconButton label="Export…" tip="Export… (Ctrl Shift E)" onClick={() => openDialog({ kind: 'export' })}>
				<FileDown size={15} />
			</IconButton>
		</PanelHeader>
	);
}
