import { EllipsisVertical } from 'lucide-react';
import { memo, useState } from 'react';
import { type EndpointKind, isClient, isDatagram } from '../../../common/endpoints/index.ts';
import { writeClipboard } from '../../app/shared/clipboard.ts';
import { formatAddress, formatBytes } from '../../app/shared/format.ts';
import { compareConnection } from '../../app/state/capture/compare/compare-connections.ts';
import { listEntry } from '../../app/state/capture/menu/list-entry.ts';
import { recordingEntries } from '../../app/state/capture/recording.ts';
import { leaveConnection } from '../../app/state/endpoints/endpoint-actions.ts';
import { openContextMenu } from '../../app/state/window/context-menu.ts';
import { openDialog } from '../../app/state/window/dialogs.ts';
import { toastError } from '../../app/state/window/toasts.ts';
import { CutText } from '../../ui/CutText.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { useWords, words } from '../../words/index.ts';
import { ConnectionFaults } from './FaultsBadge.tsx';
import { halfEntries, halfName } from './proxy-entries.ts';
import { Row, type RowPlace } from './Row.tsx';
import { TlsMark } from './tls/TlsMark.tsx';
import { type SteadyConnection, useSteadyConnection } from './use-steady.ts';
import { connectionNote } from './words.ts';

/** One connection under its endpoint. A UDP peer cannot be half-closed or reset. */
export const ConnectionRow = memo(function ConnectionRow({
	connection,
	kind,
	...row
}: { readonly connection: number; readonly kind: EndpointKind } & RowPlace) {
	const text = useWords().endpoints;
	const state = useSteadyConnection(connection);
	const [menu, setMenu] = useState(false);
	// A hundred closed menus cost more than the rest of their rows: each is created on demand.
	const [wanted, setWanted] = useState(false);
	if (state === undefined) return null;
	// A client's target is in the row above: its own end distinguishes its connections.
	const address = isClient(kind) ? text.connection.from(formatAddress(state.local)) : formatAddress(state.remote);
	const note = connectionNote(state);
	const name = `#${connection} ${address}`;
	const more = (
		<IconButton
			label={text.moreFor(name)}
			tip={false}
			size="s"
			className="row-more"
			tabIndex={row.active ? 0 : -1}
			aria-haspopup="menu"
			onClick={
				wanted
					? undefined
					: () => {
							setWanted(true);
							setMenu(true);
						}
			}
		>
			<EllipsisVertical size={14} />
		</IconButton>
	);
	return (
		<Row
			{...row}
			level={2}
			onMenu={(place) => openContextMenu(place, text.commands(name), entriesOf(state, kind))}
			line={
				<>
					<div className="connection-cell">
						<span className="connection-id">#{connection}</span>
						{state.tls === undefined ? null : <TlsMark facts={state.tls} />}
						<CutText text={address} />
						{state.proxy === undefined ? null : <span className="connection-note">{halfName(state.proxy)}</span>}
						<ConnectionFaults state={state} />
						{note === '' ? null : <span className="connection-note">{note}</span>}
						{state.pending > 0 ? (
							<span className="connection-note">{text.connection.waiting(formatBytes(state.pending))}</span>
						) : null}
					</div>
					{wanted ? (
						<Menu
							open={menu}
							onOpenChange={setMenu}
							align="end"
							label={text.commands(name)}
							trigger={more}
							entries={entriesOf(state, kind)}
						/>
					) : (
						more
					)}
				</>
			}
		/>
	);
});

function entriesOf(state: SteadyConnection, kind: EndpointKind): MenuEntry[] {
	const { id, endpoint, proxy, status } = state;
	const ended = status === 'ended' || status === 'connecting';
	return [
		...addressEntries(state),
		'separator',
		listEntry({ type: 'number', field: 'conn', is: '=', value: id }),
		{ label: words().endpoints.connection.compare, onSelect: () => compareConnection(undefined, id) },
		...recordingEntries(id),
		'separator',
		...(proxy === undefined ? [] : [...halfEntries(id, proxy), faultsEntry(endpoint, id)]),
		...(isDatagram(kind) ? peerEntries(id) : streamEntries(state, ended)),
	];
}

function faultsEntry(id: string, connection: number): MenuEntry {
	return { label: words().endpoints.connection.faults, onSelect: () => openDialog({ kind: 'faults', id, connection }) };
}

/** Both ends (getsockname, getpeername); choosing one copies it. */
function addressEntries({ local, remote }: SteadyConnection): MenuEntry[] {
	const text = words().endpoints.connection;
	const [own, peer] = [formatAddress(local), formatAddress(remote)];
	return [
		{ label: text.local(own), note: text.copy, onSelect: () => copyAddress(own) },
		{ label: text.peer(peer), note: text.copy, onSelect: () => copyAddress(peer) },
	];
}

function copyAddress(address: string): void {
	writeClipboard(address).catch((error: unknown) => toastError(words().endpoints.connection.notCopied, error));
}

function peerEntries(connection: number): MenuEntry[] {
	const { forget } = words().endpoints.connection;
	return [{ label: forget, note: 'Del', onSelect: () => void leaveConnection(connection, 'close') }];
}

function streamEntries({ id: connection, remote }: SteadyConnection, ended: boolean): MenuEntry[] {
	const text = words().endpoints.connection;
	const reset: MenuEntry = {
		label: text.reset,
		note: 'RST',
		danger: true,
		onSelect: () => void leaveConnection(connection, 'reset'),
	};
	return [
		{
			label: text.halfClose,
			note: text.halfCloseNote,
			disabled: ended,
			onSelect: () => void leaveConnection(connection, 'end'),
		},
		{ label: text.close, note: 'Del', onSelect: () => void leaveConnection(connection, 'close') },
		// A Unix socket has none.
		...(remote.path === undefined ? [reset] : []),
	];
}
