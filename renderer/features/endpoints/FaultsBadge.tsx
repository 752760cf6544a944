import type { ConnectionState, EndpointState } from '../../../common/contract/calls/workbench.ts';
import { describeProxyFaults } from '../../../common/faults/index.ts';
import { openDialog } from '../../app/state/window/dialogs.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';

/** Shows that a proxy has faults, and which. A click opens them, like the row's menu. */
export function FaultsBadge({ state }: { readonly state: EndpointState }) {
	const { id, config } = state;
	if (!('faults' in config)) return null;
	const { toTarget, toClient } = config.faults;
	const count = Object.keys(toTarget).length + Object.keys(toClient).length;
	if (count === 0) return null;
	const text = `Faults: ${describeProxyFaults(config.faults)}`;
	return (
		<Badge
			label={count === 1 ? '1 fault' : `${count} faults`}
			text={text}
			onOpen={() => openDialog({ kind: 'faults', id })}
		/>
	);
}

/** For one connection: the faults applied to what it received, and whether its faults are its own. */
export function ConnectionFaults({ state }: { readonly state: ConnectionState }) {
	const { proxy, endpoint, id } = state;
	if (proxy === undefined) return null;
	const applied = Object.entries(proxy.applied).map(([fault, count]) => `${fault} ${count}`);
	if (applied.length === 0 && proxy.faults === undefined) return null;
	const own = proxy.faults === undefined ? '' : `Its own faults: ${describeProxyFaults(proxy.faults)}. `;
	const text = `${own}${applied.length === 0 ? 'None applied yet' : `Applied: ${applied.join(', ')}`}`;
	const label = proxy.faults === undefined ? applied.join(', ') : 'own faults';
	return (
		<Badge label={label} text={text} onOpen={() => openDialog({ kind: 'faults', id: endpoint, connection: id })} />
	);
}

interface BadgeProps {
	readonly label: string;
	readonly text: string;
	readonly onOpen: () => void;
}

function Badge({ label, text, onOpen }: BadgeProps) {
	return (
		<Tooltip text={text}>
			<button type="button" tabIndex={-1} className="fault-badge" aria-label={text} onClick={onOpen}>
				{label}
			</button>
		</Tooltip>
	);
}
