import { ArrowDownToLine, CornerDownRight, Eraser, EyeOff, FileDown, Pause, Play, TextSearch } from 'lucide-react';
import { CentreViews } from '../../app/shared/CentreViews.tsx';
import { useTip } from '../../app/shared/use-tip.ts';
import { useCaptureStatus } from '../../app/state/capture/capture-status.ts';
import { openBar } from '../../app/state/capture/jump.ts';
import { clearCapture } from '../../app/state/capture/live-capture.ts';
import { useViewed } from '../../app/state/capture/viewed.ts';
import { openDialog } from '../../app/state/window/dialogs.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PanelHeader } from '../../ui/PanelHeader.tsx';
import { useWords } from '../../words/index.ts';
import { ListingSwitch } from './ListingSwitch.tsx';
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
	const { log } = useWords();
	const { tools } = log;
	const tip = useTip();
	const following = useLogView((view) => view.following);
	const paused = useLogView(({ pausedAt }) => pausedAt !== undefined);
	const empty = useLogView(({ base, end }) => end === base);
	const hidden = useLogView(hiddenRows);
	const live = useViewed(({ capture }) => capture === undefined);
	const unused = useCaptureStatus(({ received }) => received === 0);
	return (
		<PanelHeader title={log.title} lead={<CentreViews />}>
			<SelectedCount />
			<ListingSwitch />
			{hidden === 0 || empty ? null : (
				<span className="log-hidden">
					{log.hidden(hidden)}
					<Button variant="ghost" onClick={() => changeView(withAll)}>
						{log.showAll}
					</Button>
				</span>
			)}
			<IconButton label={tools.find} tip={tip(tools.find, 'next-match')} onClick={() => openBar('find')}>
				<TextSearch size={15} />
			</IconButton>
			<IconButton label={tools.goTo} tip={tip(tools.goToTip, 'goto')} onClick={() => openBar('goto')}>
				<CornerDownRight size={15} />
			</IconButton>
			<MarksMenu />
			<IconButton
				label={tools.follow}
				tip={following ? tools.following : tools.follow}
				aria-pressed={following}
				onClick={() => changeView((view) => withFollowing(view, !view.following))}
			>
				<ArrowDownToLine size={15} />
			</IconButton>
			<IconButton
				label={tools.pause}
				tip={paused ? tools.resume : tools.pauseTip}
				aria-pressed={paused}
				onClick={() => changeView((view) => withPaused(view, !paused))}
			>
				{paused ? <Play size={15} /> : <Pause size={15} />}
			</IconButton>
			<IconButton label={tools.hide} tip={tools.hideTip} disabled={empty} onClick={hide}>
				<EyeOff size={15} />
			</IconButton>
			<IconButton
				label={tools.clear}
				tip={live ? tools.clearTip : tools.clearLive}
				disabled={!live || unused}
				onClick={clearCapture}
			>
				<Eraser size={15} />
			</IconButton>
			<IconButton label={tools.export} tip={tip(tools.export, 'export')} onClick={() => openDialog({ kind: 'export' })}>
				<FileDown size={15} />
			</IconButton>
		</PanelHeader>
	);
}
