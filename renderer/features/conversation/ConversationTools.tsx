import { ArrowDownToLine, Copy, Diff, FileDown, Repeat, Search } from 'lucide-react';
import { CentreViews } from '../../app/shared/CentreViews.tsx';
import { compareConnection } from '../../app/state/capture/compare/compare-connections.ts';
import { startExport } from '../../app/state/capture/exports.ts';
import { recordingEntries } from '../../app/state/capture/recording.ts';
import { viewed } from '../../app/state/capture/viewed.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { COPY_FORMATS, copyLabel } from '../../bytes/copy.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { PanelHeader } from '../../ui/PanelHeader.tsx';
import { useWords } from '../../words/index.ts';
import { copySelected } from './state/copy.ts';
import { useConversation } from './state/store.ts';

const WAYS = ['both', 'in', 'out'] as const;

/** Actions for the conversation. */
export function ConversationTools() {
	const { conversation: words, find } = useWords();
	const { connection, following, finding, charset } = useConversation();
	const selected = useSelection((selection) => selection.event);
	const none = connection === undefined;
	return (
		<PanelHeader title={words.title} lead={<CentreViews />}>
			<IconButton
				label={find.inConversation}
				tip={words.findTip}
				disabled={none}
				aria-pressed={finding}
				onClick={() => useConversation.setState({ finding: !finding })}
			>
				<Search size={15} />
			</IconButton>
			<IconButton
				label={words.follow}
				tip={following ? words.following : words.follow}
				disabled={none}
				aria-pressed={following}
				onClick={() => useConversation.setState({ following: !following })}
			>
				<ArrowDownToLine size={15} />
			</IconButton>
			<IconButton
				label={words.compare}
				disabled={none}
				onClick={() => connection !== undefined && compareConnection(viewed().capture, connection)}
			>
				<Diff size={15} />
			</IconButton>
			<Menu
				trigger={
					<IconButton label={words.copy} tip={words.copyTip} disabled={none || selected === undefined}>
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
					<IconButton label={words.runnable} tip={words.runnableTip} disabled={none}>
						<Repeat size={15} />
					</IconButton>
				}
				align="end"
				entries={connection === undefined ? [] : recordingEntries(connection, viewed().capture)}
			/>
			<Menu
				trigger={
					<IconButton label={words.export} tip={words.exportTip} disabled={none}>
						<FileDown size={15} />
					</IconButton>
				}
				align="end"
				entries={[
					{ heading: words.raw },
					...WAYS.map((side) => ({
						label: words.ways[side],
						onSelect: () => {
							if (connection === undefined) return;
							const way = side === 'both' ? {} : { direction: side };
							const name = `connection-${connection}${side === 'both' ? '' : `-${side}`}`;
							// The export reports its own errors.
							void startExport({ format: 'raw', connection, ...way, name });
						},
					})),
				]}
			/>
		</PanelHeader>
	);
}
