import { useSyncExternalStore } from 'react';
import { formatCount } from '../../app/shared/format.ts';
import { Button } from '../../ui/Button.tsx';
import { rowSource } from './list/rows.ts';
import { changeView, useLogView } from './list/store.ts';
import { sincePause, withPaused } from './list/view.ts';

/** Between the toolbar and the rows: the view is paused, or rows could not be read. */
export function LogNotices() {
	const view = useLogView();
	useSyncExternalStore(rowSource.subscribe, rowSource.version);
	const since = sincePause(view);
	const error = rowSource.failure();
	return (
		<>
			{view.pausedAt === undefined ? null : (
				<div className="log-notice">
					<span role="status">View paused; the capture goes on.</span>
					<span className="log-notice-count">
						{formatCount(since)} {since === 1 ? 'event' : 'events'} since
					</span>
					<Button onClick={() => changeView((now) => withPaused(now, false))}>Resume</Button>
				</div>
			)}
			{error === undefined ? null : (
				<div className="log-notice log-notice-error" role="alert">
					<span>These rows could not be read: {error.message}</span>
					<Button onClick={() => rowSource.retry()}>Try again</Button>
				</div>
			)}
		</>
	);
}
