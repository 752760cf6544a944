import { ArrowDownToLine, Copy, Diff, FileDown, Repeat, Search } from 'lucide-react';
import { CentreViews } from '../../app/shared/CentreViews.tsx';
import { compareConnection } from '../../app/state/capture/compare-connections.ts';
import { startExport } from '../../app/state/capture/exports.ts';
import { recordingEntries } from '../../app/state/capture/recording.ts';
import { viewed } from '../../app/state/capture/viewed.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { COPY_FORMATS, copyLabel } from '../../bytes/copy.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { PanelHeader } from '../../ui/PanelHeader.tsx';
import { copySelected } from './state/copy.ts';
import { useConversation } from './state/store.ts';

const WAYS = [
	{ label: 'Both sides, in order', direction: undefined },
	{ label: 'What the peer said ←', direction: 'in' },
	{ label: 'What we said →', direction: 'out' },
] as const;

/** Actions for the conversation. */
export function ConversationTools() {
	const { connection, following, finding, charset } = useConversation();
	const selected = useSelection((selection) => selection.event);
	const none = connection === undefined;
	return (
		<PanelHeader title="Conversation" lead={<CentreViews />}>
			<IconButton
				label="Find in the conversation"
				tip="Find in the conversation (Ctrl F)"
				disabled={none}
				aria-pressed={finding}
				onClick={() => useConversation.setState({ finding: !finding })}
			>
				<Search size={15} />
			</IconButton>
			<IconButton
				label="Follow the conversation"
				tip={following ? 'Following the conversation: press to stay where you are' : 'Follow the conversation'}
				disabled={none}
				aria-pressed={following}
				onClick={() => useConversation.setState({ following: !following })}
			>
				<ArrowDownToLine size={15} />
			</IconButton>
			<IconButton
				label="Compare with another connection"
				disabled={none}
				onClick={() => connection !== undefined && compareConnection(viewed().capture, connection)}
			>
				<Diff size={15} />
			</IconButton>
			<Menu
				trigger={
					<IconButton
						label="Copy what is selected"
						tip="Copy what is selected; Shift with a click or the arrows selects more"
						disabled={none || selected === undefined}
					>
						<Copy size={15} />
					</IconButton>
				}
				align="end"
				entries={COPY_FORMATS.map((format) => ({
					label: copyLabel(format, charset),
					onSelect: () => copySelected(format),
				}))}
			/>
			<Menu
				trigger={
					<IconButton
						label="Make it runnable"
						tip="Make a test, a mock server or a replay of the conversation"
						disabled={none}
					>
						<Repeat size={15} />
					</IconButton>
				}
				align="end"
				entries={connection === undefined ? [] : recordingEntries(connection, viewed().capture)}
			/>
			<Menu
				trigger={
					<IconButton label="Export the bytes" tip="Export the bytes to a file" disabled={none}>
						<FileDown size={15} />
					</IconButton>
				}
				align="end"
				entries={[
					{ heading: 'Raw bytes' },
					...WAYS.map(({ label, direction }) => ({
						label,
						onSelect: () => {
							if (connection === undefined) return;
							const way = direction === undefined ? {} : { direction };
							const name = `connection-${connection}${direction === undefined ? '' : `-${direction}`}`;
							// The export reports its own errors.
							void startExport({ format: 'raw', connection, ...way, name });
						},
					})),
				]}
			/>
		</PanelHeader>
	);
}
