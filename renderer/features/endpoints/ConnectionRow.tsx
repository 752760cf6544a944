import { EllipsisVertical } from 'lucide-react';
import { memo, useState } from 'react';
import type { ConnectionState } from '../../../common/contract/calls/workbench.ts';
import { type EndpointKind, isClient, isDatagram } from '../../../common/endpoints/index.ts';
import { writeClipboard } from '../../app/shared/clipboard.ts';
import { formatAddress, formatBytes } from '../../app/shared/format.ts';
import { compareConnection } from '../../app/state/capture/compare-connections.ts';
import { listEntry } from '../../app/state/capture/list-in-log.ts';
import { recordingEntries } from '../../app/state/capture/recording.ts';
import { leaveConnection } from '../../app/state/endpoints/endpoint-actions.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { openDialog } from '../../app/state/window/dialogs.ts';
import { toastError } from '../../app/state/window/toasts.ts';
import { CutText } from '../../ui/CutText.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { ConnectionFaults } from './FaultsBadge.tsx';
import { halfEntries, halfName } from './proxy-entries.ts';
import { Row, type RowPlace } from './Row.tsx';
import { TlsMark } from './tls/TlsMark.tsx';
import { connectionNote } from './words.ts';

/** One connection under its endpoint. A UDP peer cannot be half-closed or reset. */
export const ConnectionRow = memo(function ConnectionRow({
	connection,
	kind,
	...row
}: { readonly connection: number; readonly kind: EndpointKind } & RowPlace) {
	const state = useWorkbench((workbench) => workbench.connections.get(connection));
	const [menu, setMenu] = useState(false);
	// A hundred closed menus cost more than the rest of their rows: each is created on demand.
	const [wanted, setWanted] = useState(false);
	const openMenu = () => {
		setWanted(true);
		setMenu(true);
	};
	if (state === undefined) return null;
	// A client's target is in the row above: its own end distinguishes its connections.
	const address = isClient(kind) ? `from ${formatAddress(state.local)}` : formatAddress(state.remote);
	const note = connectionNote(state);
	const name = `#${connection} ${address}`;
	const ended = state.status === 'ended' || state.status === 'connecting';
	const more = (
		<IconButton
			label={`More for ${name}`}
			tip={false}
			size="s"
			className="row-more"
			tabIndex={row.active ? 0 : -1}
			aria-haspopup="menu"
			onClick={wanted ? undefined : openMenu}
		>
			<EllipsisVertical size={14} />
		</IconButton>
	);
	return (
		<Row
			{...row}
			level={2}
			onMenu={openMenu}
			line={
				<>
					<div className="connection-cell">
						<span className="connection-id">#{connection}</span>
						{state.tls === undefined ? null : <TlsMark facts={state.tls} />}
						<CutText text={address} />
						{state.proxy === undefined ? null : <span className="connection-note">{halfName(state.proxy)}</span>}
						<ConnectionFaults state={state} />
						{note === '' ? null : <span className="connection-note">{note}</span>}
						{state.pending > 0 ? <span className="connection-note">{formatBytes(state.pending)} waiting</span> : null}
					</div>
					{wanted ? (
						<Menu
							open={menu}
							onOpenChange={setMenu}
							align="end"
							label={`Commands for ${name}`}
							trigger={more}
							entries={[
								...addressEntries(state),
								'separator',
								listEntry({ type: 'number', field: 'conn', is: '=', value: connection }),
								{ label: 'Compare with…', onSelect: () => compareConnection(undefined, connection) },
								...recordingEntries(connection),
								'separator',
								...(state.proxy === undefined ? [] : halfEntries(connection, state.proxy)),
								...(state.proxy === undefined ? [] : [faultsEntry(state.endpoint, connection)]),
								...(isDatagram(kind) ? peerEntries(connection) : streamEntries(connection, ended)),
							]}
						/>
					) : (
						more
					)}
				</>
			}
		/>
	);
});

function faultsEntry(id: string, connection: number): MenuEntry {
	return { label: 'Faults…', onSelect: () => openDialog({ kind: 'faults', id, connection }) };
}

/** Both ends (getsockname, getpeername); choosing one copies it. */
function addressEntries({ local, remote }: ConnectionState): MenuEntry[] {
	return [
		{ label: `Local ${formatAddress(local)}`, note: 'copy', onSelect: () => copyAddress(formatAddress(local)) },
		{ label: `Peer ${formatAddress(remote)}`, note: 'copy', onSelect: () => copyAddress(formatAddress(remote)) },
	];
}

function copyAddress(address: string): void {
	writeClipboard(address).catch((error: unknown) => toastError('The address was not copied', error));
}

function peerEntries(connection: number): MenuEntry[] {
	return [{ label: 'Forget peer', note: 'Del', onSelect: () => void leaveConnection(connection, 'close') }];
}

function streamEntries(connection: number, ended: boolean): MenuEntry[] {
	return [
		{
			label: 'Half-close',
			note: 'FIN, still read',
			disabled: ended,
			onSelect: () => void leaveConnection(connection, 'end'),
		},
		{ label: 'Close', note: 'Del', onSelect: () => void leaveConnection(connection, 'close') },
		{ label: 'Reset', note: 'RST', danger: true, onSelect: () => void leaveConnection(connection, 'reset') },
	];
}
