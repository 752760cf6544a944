import { useShallow } from 'zustand/react/shallow';
import { formatBytes, formatCount } from '../../app/format.ts';
import { useWorkbench, type Workbench } from '../../app/workbench.ts';
import { type Sending, useComposer } from './store.ts';
import type { Target } from './targets.ts';

function connectionsOf({ connections, connectionIds }: Workbench, { endpoint, connection }: Target) {
	const ids = connection === undefined ? (connectionIds.get(endpoint) ?? []) : [connection];
	return ids.flatMap((id) => connections.get(id) ?? []);
}

/** Sends that the kernel has not taken whole: how much is to go. Short ones are over before they show. */
export function Progress() {
	const sending = useComposer((composer) => composer.sending);
	const pending = useWorkbench(
		useShallow((workbench) =>
			sending.map(({ target }) => connectionsOf(workbench, target).reduce((sum, each) => sum + each.pending, 0)),
		),
	);
	return sending.map((each, i) => <Bar key={each.id} sending={each} pending={pending[i] ?? 0} />);
}

function Bar({ sending, pending }: { readonly sending: Sending; readonly pending: number }) {
	const receivers = useWorkbench((workbench) => connectionsOf(workbench, sending.target).length);
	if (pending === 0) return null;
	const whole = Math.max(pending, sending.bytes * Math.max(1, receivers));
	return (
		<div className="composer-line">
			<progress max={whole} value={whole - pending} aria-label="Sending" />
			<span className="composer-progress">
				Sending {formatBytes(whole)}
				{receivers > 1 ? ` to ${formatCount(receivers)} connections` : ''}: {formatBytes(pending)} to go
			</span>
		</div>
	);
}
