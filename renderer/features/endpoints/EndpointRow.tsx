import { EllipsisVertical, Play, Plug, Square, TriangleAlert } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { isIdle } from '../../../common/contract/base/endpoint-status.ts';
import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import { isClient, namesOf } from '../../../common/endpoints/index.ts';
import { formatRate, formatShort } from '../../app/shared/format.ts';
import { listEntry } from '../../app/state/capture/list-in-log.ts';
import { canConnectClient, connectClient } from '../../app/state/endpoints/clients.ts';
import {
	dismissError,
	removeEndpoint,
	startEndpoint,
	stopEndpoint,
} from '../../app/state/endpoints/endpoint-actions.ts';
import { endpointCommands } from '../../app/state/endpoints/endpoint-commands.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { Card } from '../../ui/Card.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { ErrorCard } from './ErrorCard.tsx';
import { FaultsBadge } from './FaultsBadge.tsx';
import { Row, type RowDrag, type RowPlace } from './Row.tsx';
import { RowAddresses } from './RowAddresses.tsx';
import { StatusShape } from './StatusShape.tsx';
import { asksOf, countOf, exposure } from './words.ts';

interface EndpointRowProps extends RowPlace {
	readonly id: string;
	/** Whether its connections are shown. */
	readonly expanded: boolean;
	readonly drag: RowDrag | undefined;
}

/** An endpoint: its state, its actions, and below it its error. */
export function EndpointRow({ id, expanded, ...row }: EndpointRowProps) {
	const state = useWorkbench((workbench) => workbench.endpoints.get(id));
	const [menu, setMenu] = useState(false);
	const error = useScrollTo(state?.error);
	const warning = useScrollTo(state?.warning);
	if (state === undefined) return null;
	const { name, kind } = state.config;
	const { active } = row;
	// The card has buttons for the same: Tab goes to it at once.
	const tabbable = active && state.error === undefined;
	return (
		<Row
			{...row}
			level={1}
			expanded={state.connections > 0 ? expanded : undefined}
			endpoint={id}
			onMenu={() => setMenu(true)}
			line={
				<>
					<div className="endpoint-cell">
						<StatusShape status={state.status} />
						<span className="endpoint-name" title={name}>
							{name}
							<VisuallyHidden>{` ${namesOf(kind).title}, ${state.status},`}</VisuallyHidden>
						</span>
						<Rate state={state} />
					</div>
					<div className="endpoint-detail">
						<RowAddresses state={state} />
						{'tls' in state.config && state.config.tls !== undefined ? <span className="endpoint-tls">TLS</span> : null}
						<FaultsBadge state={state} />
						<Exposed state={state} />
						{state.asks === undefined ? null : <span className="endpoint-count">{asksOf(state.asks)}</span>}
						{state.connections === 0 ? null : <span className="endpoint-count">{countOf(state)}</span>}
					</div>
					<div className="row-actions">
						<ConnectClient state={state} />
						<StartStop state={state} tabbable={tabbable} />
						<EndpointMenu state={state} open={menu} onOpenChange={setMenu} tabbable={tabbable} />
					</div>
				</>
			}
		>
			{state.error === undefined ? null : (
				<div ref={error} className="endpoint-error">
					<ErrorCard state={state} error={state.error} />
				</div>
			)}
			{state.warning === undefined ? null : (
				<div ref={warning} className="endpoint-error">
					<Card
						tone="warn"
						label={`Warning of ${name}`}
						announce
						title={state.warning.message}
						onDismiss={() => void dismissError(state.id)}
					>
						<p>{state.warning.hint}</p>
					</Card>
				</div>
			)}
		</Row>
	);
}

/** Scrolls a card into view as its message appears; for its element. */
function useScrollTo(message: { readonly message: string } | undefined): RefObject<HTMLDivElement | null> {
	const card = useRef<HTMLDivElement>(null);
	const text = message?.message;
	useEffect(() => {
		if (text !== undefined) card.current?.scrollIntoView({ block: 'nearest' });
	}, [text]);
	return card;
}

/** Opens a client of an endpoint in one click. */
function ConnectClient({ state }: { readonly state: EndpointState }) {
	if (!canConnectClient(state)) return null;
	return (
		<IconButton
			label={`Connect a client to ${state.config.name}`}
			tip="Connect a client (C)"
			size="s"
			tabIndex={-1}
			onClick={() => void connectClient(state.id)}
		>
			<Plug size={12} />
		</IconButton>
	);
}

/** Events per second, while there are any: hidden from screen readers, which would read every change. */
function Rate({ state }: { readonly state: EndpointState }) {
	if (state.eventRate === 0) return null;
	return (
		<span
			className="endpoint-rate"
			aria-hidden="true"
			title={`in ${formatRate(state.rateIn)}, out ${formatRate(state.rateOut)}`}
		>
			{formatShort(state.eventRate)}/s
		</span>
	);
}

function Exposed({ state }: { readonly state: EndpointState }) {
	const why = exposure(state);
	if (why === undefined) return null;
	return (
		<Tooltip text={why}>
			<span className="endpoint-exposed" role="img" aria-label={why}>
				<TriangleAlert size={12} aria-hidden="true" />
			</span>
		</Tooltip>
	);
}

interface ToolProps {
	readonly state: EndpointState;
	readonly tabbable: boolean;
}

/** One click stops a running endpoint and starts a stopped one. The name is "Start" or "Stop" for clients too. */
function StartStop({ state, tabbable }: ToolProps) {
	const { id, status, config } = state;
	const runs = !isIdle(state);
	const client = isClient(config.kind);
	const tip = runs ? (client ? 'Disconnect' : 'Stop') : client ? 'Connect' : 'Start';
	return (
		<IconButton
			label={`${runs ? 'Stop' : 'Start'} ${config.name}`}
			tip={tip}
			size="s"
			className={runs ? 'row-stop' : 'row-start'}
			tabIndex={tabbable ? 0 : -1}
			aria-disabled={status === 'stopping'}
			onClick={() => {
				// Not disabled, because it would lose the focus.
				if (status !== 'stopping') void (runs ? stopEndpoint(id) : startEndpoint(id));
			}}
		>
			{runs ? <Square size={11} fill="currentColor" /> : <Play size={12} fill="currentColor" />}
		</IconButton>
	);
}

function EndpointMenu({
	state,
	tabbable,
	open,
	onOpenChange,
}: ToolProps & { readonly open: boolean; readonly onOpenChange: (open: boolean) => void }) {
	const { config } = state;
	return (
		<Menu
			open={open}
			onOpenChange={onOpenChange}
			align="end"
			label={`Commands for ${config.name}`}
			trigger={
				<IconButton label={`More for ${config.name}`} tip={false} size="s" tabIndex={tabbable ? 0 : -1}>
					<EllipsisVertical size={14} />
				</IconButton>
			}
			entries={[
				...endpointCommands(state),
				listEntry({ type: 'endpoint', is: '=', name: config.name }),
				'separator',
				{ label: 'Remove', note: 'Del', danger: true, onSelect: () => void removeEndpoint(state.id) },
			]}
		/>
	);
}
