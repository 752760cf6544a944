import type { ConnectionState, EndpointState } from '../../../common/contract/calls/workbench.ts';
import { FAULTS } from '../../../common/contract/config/proxy.ts';
import { describeProxyFaults } from '../../../common/faults/index.ts';
import type { Words } from '../../../common/words/en.ts';
import { openDialog } from '../../app/state/window/dialogs.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { useWords } from '../../words/index.ts';

/** Shows that a proxy has faults, and which. A click opens them, like the row's menu. */
export function FaultsBadge({ state }: { readonly state: EndpointState }) {
	const { endpoints: text, faults } = useWords();
	const { id, config } = state;
	if (!('faults' in config)) return null;
	const { toTarget, toClient } = config.faults;
	const count = Object.keys(toTarget).length + Object.keys(toClient).length;
	if (count === 0) return null;
	return (
		<Badge
			label={text.faults.count(count)}
			text={text.faults.all(describeProxyFaults(config.faults, faults.described))}
			onOpen={() => openDialog({ kind: 'faults', id })}
		/>
	);
}

/** For one connection: the faults applied to what it received, and whether its faults are its own. */
export function ConnectionFaults({ state }: { readonly state: Pick<ConnectionState, 'proxy' | 'endpoint' | 'id'> }) {
	const { endpoints, faults } = useWords();
	const { proxy, endpoint, id } = state;
	if (proxy === undefined) return null;
	const applied = FAULTS.flatMap((fault) => {
		const count = proxy.applied[fault];
		return count === undefined ? [] : [`${faults.names[fault]} ${count}`];
	});
	if (applied.length === 0 && proxy.faults === undefined) return null;
	const counts = applied.join(faults.and);
	return (
		<Badge
			label={proxy.faults === undefined ? counts : endpoints.faults.own}
			text={appliedText(endpoints.faults, counts, proxy.faults && describeProxyFaults(proxy.faults, faults.described))}
			onOpen={() => openDialog({ kind: 'faults', id: endpoint, connection: id })}
		/>
	);
}

/** `own`: the connection's own faults, if it has any; `counts`: empty where none was applied. */
function appliedText(text: Words['endpoints']['faults'], counts: string, own: string | undefined): string {
	if (own !== undefined) return counts === '' ? text.ownNoneApplied(own) : text.ownApplied(own, counts);
	return counts === '' ? text.noneApplied : text.applied(counts);
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
