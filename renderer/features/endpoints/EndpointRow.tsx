import { EllipsisVertical, Play, Plug, Square, TriangleAlert } from 'lucide-react';
import { memo, type RefObject, useEffect, useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { isIdle } from '../../../common/contract/base/endpoint-status.ts';
import type { EndpointState } from '../../../common/contract/calls/workbench.ts';
import { isClient } from '../../../common/endpoints/index.ts';
import { formatRate, formatShort } from '../../app/shared/format.ts';
import { listEntry } from '../../app/state/capture/menu/list-entry.ts';
import { canConnectClient, connectClient } from '../../app/state/endpoints/clients.ts';
import {
	dismissError,
	removeEndpoint,
	startEndpoint,
	stopEndpoint,
} from '../../app/state/endpoints/endpoint-actions.ts';
import { endpointCommands } from '../../app/state/endpoints/endpoint-commands.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { openContextMenu } from '../../app/state/window/context-menu.ts';
import { Card } from '../../ui/Card.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { useWords, words } from '../../words/index.ts';
import { ERROR_CARD } from './error/later.ts';
import { FaultsBadge } from './FaultsBadge.tsx';
import { Row, type RowDrag, type RowPlace } from './Row.tsx';
import { RowAddresses } from './RowAddresses.tsx';
import { StatusShape } from './StatusShape.tsx';
import { useSteady } from './use-steady.ts';
import { asksOf, countOf, exposure } from './words.ts';

interface EndpointRowProps extends RowPlace {
	readonly id: string;
	/** Whether its connections are shown. */
	readonly expanded: boolean;
	readonly drag: RowDrag | undefined;
}

/** An endpoint: its state, its actions, and below it its error. */
export const EndpointRow = memo(function EndpointRow({ id, expanded, ...row }: EndpointRowProps) {
	const { endpoints: text, endpointErrors, kinds } = useWords();
	const state = useSteady(id);
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
			onMenu={(place) => openContextMenu(place, text.commands(name), entriesOf(state))}
			line={
				<>
					<div className="endpoint-cell">
						<StatusShape status={state.status} />
						<span className="endpoint-name" title={name}>
							{name}
							<VisuallyHidden>{` ${text.about(kinds[kind], text.status[state.status])}`}</VisuallyHidden>
						</span>
						<Rate id={id} />
					</div>
					<div className="endpoint-detail">
						<RowAddresses state={state} />
						{'tls' in state.config && state.config.tls !== undefined ? <span className="endpoint-tls">TLS</span> : null}
						<FaultsBadge state={state} />
						<Exposed state={state} />
						{state.asks === undefined ? null : <span className="endpoint-count">{asksOf(state.asks)}</span>}
						<ConnectionCount state={state} />
					</div>
					<div className="row-actions">
						<ConnectClient state={state} />
						<StartStop state={state} tabbable={tabbable} />
						<EndpointMenu state={state} tabbable={tabbable} />
					</div>
				</>
			}
		>
			{state.error === undefined ? null : (
				<div ref={error} className="endpoint-error">
					<ERROR_CARD.Part ahead={null} state={state} error={state.error} />
				</div>
			)}
			{state.warning === undefined ? null : (
				<div ref={warning} className="endpoint-error">
					<Card
						tone="warn"
						label={endpointErrors.warning(name)}
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
});

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
	const { endpoints: text, shell } = useWords();
	if (!canConnectClient(state)) return null;
	return (
		<IconButton
			label={text.connectTo(state.config.name)}
			tip={shell.withKey(text.connectTip, 'C')}
			size="s"
			tabIndex={-1}
			onClick={() => void connectClient(state.id)}
		>
			<Plug size={12} />
		</IconButton>
	);
}

/** Changes many times a second while connections open. */
function ConnectionCount({ state }: { readonly state: EndpointState }) {
	useWords();
	const connections = useWorkbench(({ endpoints }) => endpoints.get(state.id)?.connections ?? 0);
	return connections === 0 ? null : <span className="endpoint-count">{countOf({ ...state, connections })}</span>;
}

/** Events per second, while there are any: hidden from screen readers, which would read every change. */
function Rate({ id }: { readonly id: string }) {
	const { endpoints: text, units } = useWords();
	const rates = useWorkbench(
		useShallow(({ endpoints }) => {
			const { eventRate = 0, rateIn = 0, rateOut = 0 } = endpoints.get(id) ?? {};
			return { eventRate, rateIn, rateOut };
		}),
	);
	if (rates.eventRate === 0) return null;
	return (
		<span
			className="endpoint-rate"
			aria-hidden="true"
			title={text.rate(formatRate(rates.rateIn), formatRate(rates.rateOut))}
		>
			{units.perSecond(formatShort(rates.eventRate))}
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
	const text = useWords().endpoints;
	const { id, status, config } = state;
	const runs = !isIdle(state);
	const client = isClient(config.kind);
	const tip = runs ? (client ? 'disconnect' : 'stop') : client ? 'connect' : 'start';
	return (
		<IconButton
			label={runs ? text.stop(config.name) : text.start(config.name)}
			tip={text.tips[tip]}
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

function EndpointMenu({ state, tabbable }: ToolProps) {
	const text = useWords().endpoints;
	const { config } = state;
	return (
		<Menu
			align="end"
			label={text.commands(config.name)}
			trigger={
				<IconButton label={text.moreFor(config.name)} tip={false} size="s" tabIndex={tabbable ? 0 : -1}>
					<EllipsisVertical size={14} />
				</IconButton>
			}
			entries={entriesOf(state)}
		/>
	);
}

function entriesOf(state: EndpointState): MenuEntry[] {
	const { remove } = words().endpoints;
	return [
		...endpointCommands(state),
		listEntry({ type: 'endpoint', is: '=', name: state.config.name }),
		'separator',
		{ label: remove, note: 'Del', danger: true, onSelect: () => void removeEndpoint(state.id) },
	];
}
