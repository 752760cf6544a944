import { ChevronDown } from 'lucide-react';
import { useTip } from '../../app/shared/use-tip.ts';
import { useMessagesUseful } from '../../app/state/capture/framed.ts';
import { list, useListing } from '../../app/state/capture/listing.ts';
import { placeOf } from '../../app/state/window/context-menu.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { useWords } from '../../words/index.ts';
import { rowCommands } from './row-commands.ts';

/** Messages or reads as rows, and the framings that split the messages. */
export function ListingSwitch() {
	const { listed: words } = useWords().log;
	const tip = useTip();
	const as = useListing((listing) => listing.as);
	const useful = useMessagesUseful();
	return (
		<span className="log-listing">
			<Tooltip text={useful || as === 'messages' ? tip(words.label, 'messages') : words.noFraming}>
				<span>
					<Segmented
						label={words.label}
						value={as}
						segments={[
							{ value: 'messages', label: words.messages, disabled: !useful && as === 'reads' },
							{ value: 'reads', label: words.reads },
						]}
						onChange={(next) => list({ as: next })}
					/>
				</span>
			</Tooltip>
			<IconButton
				label={words.framings}
				size="s"
				aria-haspopup="menu"
				onClick={({ currentTarget }) => rowCommands((commands) => commands.openListingMenu(placeOf(currentTarget)))}
			>
				<ChevronDown size={12} />
			</IconButton>
		</span>
	);
}
