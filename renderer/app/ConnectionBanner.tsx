import { LoaderCircle } from 'lucide-react';
import { useHost } from './host.ts';
import { session, useSessionState } from './session.ts';
import { useWorkbench } from './workbench.ts';

/**
 * Says that the host cannot be reached; what it last told stays on the screen meanwhile. It stands in the top bar,
 * so that nothing moves when it comes and goes.
 */
export function ConnectionBanner() {
	const state = useSessionState();
	const loaded = useWorkbench((workbench) => workbench.loaded);
	const lost = loaded && state !== 'connected';
	const served = useHost((host) => host.info?.host === 'browser');
	return (
		<div role="alert" className={lost ? 'banner' : undefined}>
			{lost ? (
				<>
					<LoaderCircle size={14} className="spin" aria-hidden="true" />
					<strong>Reconnecting…</strong>
					<span>This is what the host last told.</span>
					{served ? (
						<span>Started again? Open the address it printed then.</span>
					) : session.reason === undefined ? null : (
						<span className="banner-reason">{session.reason}</span>
					)}
				</>
			) : null}
		</div>
	);
}
