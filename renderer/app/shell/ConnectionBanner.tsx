import { LoaderCircle } from 'lucide-react';
import { useWords } from '../../words/index.ts';
import { useWorkbench } from '../state/endpoints/workbench.ts';
import { session, useSessionState } from '../state/host/session.ts';

/**
 * Reports that the host cannot be reached; its last state stays on the screen. It is in the top bar, so that nothing
 * moves when it appears.
 */
export function ConnectionBanner() {
	const state = useSessionState();
	const loaded = useWorkbench((workbench) => workbench.loaded);
	const lost = loaded && state !== 'connected';
	const { reason } = session;
	const { lost: words } = useWords().shell;
	return (
		<div role="alert" className={lost ? 'banner' : undefined}>
			{lost ? (
				<>
					<LoaderCircle size={14} className="spin" aria-hidden="true" />
					<strong>{words.title}</strong>
					<span>{words.state}</span>
					{reason === undefined ? null : <span className="banner-reason">{reason}</span>}
				</>
			) : null}
		</div>
	);
}
