import { useSyncExternalStore } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../words/index.ts';
import { rowSource } from './list/rows.ts';
import { changeView, useLogView } from './list/store.ts';
import { sincePause, withPaused } from './list/view.ts';

/** Between the toolbar and the rows: the view is paused, or rows could not be read. */
export function LogNotices() {
	const { log } = useWords();
	const paused = useLogView(({ pausedAt }) => pausedAt !== undefined);
	const since = useLogView(sincePause);
	const error = useSyncExternalStore(rowSource.subscribe, () => rowSource.failure());
	return (
		<>
			{!paused ? null : (
				<div className="log-notice">
					<span role="status">{log.paused}</span>
					<span className="log-notice-count">{log.since(since)}</span>
					<Button onClick={() => changeView((now) => withPaused(now, false))}>{log.resume}</Button>
				</div>
			)}
			{error === undefined ? null : (
				<div className="log-notice log-notice-error" role="alert">
					<span>{log.unread(error.message)}</span>
					<Button onClick={() => rowSource.retry()}>{log.tryAgain}</Button>
				</div>
			)}
		</>
	);
}
