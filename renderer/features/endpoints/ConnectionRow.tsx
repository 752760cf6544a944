import { EllipsisVertical } from 'lucide-react';
import { memo, useState } from 'react';
import { leaveConnection } from '../../app/endpoint-actions.ts';
import { formatAddress, formatBytes } from '../../app/format.ts';
import { useWorkbench } from '../../app/workbench.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { Row, type RowPlace } from './Row.tsx';
import { connectionNote } from './words.ts';

/** One connection under its endpoint. A UDP peer has no halves to end and nothing to reset. */
export const ConnectionRow = memo(function ConnectionRow({
	connection,
	udp,
	...row
}: { readonly connection: number; readonly udp: boolean } & RowPlace) {
	const state = useWorkbench((workbench) => workbench.connections.get(connection));
	const [menu, setMenu] = useState(false);
	if (state === undefined) return null;
	const remote = formatAddress(state.remote);
	const note = connectionNote(state.status);
	const name = `#${connection} ${remote}`;
	const ended = state.status === 'ended' || state.status === 'connecting';
	return (
		<Row
			{...row}
			level={2}
			onMenu={() => setMenu(true)}
			line={
				<>
					<div className="connection-cell">
						<span className="connection-id">#{connection}</span>
						<span className="connection-remote">{remote}</span>
						{note === '' ? null : <span className="connection-note">{note}</span>}
						{state.pending > 0 ? <span className="connection-note">{formatBytes(state.pending)} waiting</span> : null}
					</div>
					<Menu
						open={menu}
						onOpenChange={setMenu}
						align="end"
						label={`Commands for ${name}`}
						trigger={
							<IconButton
								label={`More for ${name}`}
								tip={false}
								size="s"
								className="row-more"
								tabIndex={row.active ? 0 : -1}
							>
								<EllipsisVertical size={14} />
							</IconButton>
						}
						entries={udp ? peerEntries(connection) : streamEntries(connection, ended)}
					/>
				</>
			}
		/>
	);
});

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
