import { useEffect } from 'react';
import { useShownCount } from '../../app/state/capture/shown.ts';
import { useWords } from '../../words/index.ts';
import { ListingNotice } from './ListingNotice.tsx';
import { LogEmpty } from './LogEmpty.tsx';
import { LogGrid } from './LogGrid.tsx';
import { LogNotices } from './LogNotices.tsx';
import { LogToolbar } from './LogToolbar.tsx';
import { followCapture, useLogView } from './list/store.ts';
import { NewerPill } from './NewerPill.tsx';
import '../../bytes/bytes.css';
import './log.css';

/** The traffic log: every event of the capture that is not cleared from the view. */
export function LogPanel() {
	const { title } = useWords().log;
	const empty = useLogView((view) => view.end === view.base);
	useEffect(followCapture, []);
	return (
		<section className="log" aria-label={title}>
			<ListedCount />
			<LogToolbar />
			<ListingNotice />
			<LogNotices />
			<div className="log-body">
				<LogGrid />
				<NewerPill />
				{empty ? (
					<div className="log-empty">
						<LogEmpty />
					</div>
				) : null}
			</div>
		</section>
	);
}

/** Reports how many rows are listed. On its own, as that changes with each row. */
function ListedCount() {
	useShownCount(useLogView((view) => view.end - view.base));
	return null;
}
