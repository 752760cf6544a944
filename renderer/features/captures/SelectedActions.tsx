import { Diff, FolderOpen, RefreshCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { StoredCapture } from '../../../common/contract/calls/library.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { formatBytes } from '../../app/shared/format.ts';
import { compareStored } from '../../app/state/capture/compare/compare-connections.ts';
import { session } from '../../app/state/host/session.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { useWords } from '../../words/index.ts';
import { openStored } from './open.ts';
import { isDeletable, olderThan, totalSize } from './order.ts';
import { deleteCaptures, tellFailure, useLibrary } from './store.ts';

/** Days. */
const AGES = ['1', '7', '30', '90'] as const;
type Age = (typeof AGES)[number];

interface SelectedActionsProps {
	readonly captures: readonly StoredCapture[];
	readonly chosen: readonly StoredCapture[];
}

/** The size of the list, and actions for its selection or for old captures. */
export function SelectedActions({ captures, chosen }: SelectedActionsProps) {
	const looking = useLibrary(({ library }) => library?.looking);
	const { ui } = useWords();
	const text = useDialogWords().captures;
	const [age, setAge] = useState<Age>('30');
	const [only, second] = chosen;
	const isComparable = chosen.length <= 2 && chosen.every(({ state }) => state !== 'live' && state !== 'unreadable');
	const deletable = chosen.filter(isDeletable);
	const old = olderThan(captures, Number(age), Date.now());
	const look = () => {
		session.call('captureLibraryLook', {}).catch((error: unknown) => tellFailure(text.failures.look, error));
	};
	return (
		<div className="captures-tools">
			<span className="captures-total" role="status">
				{text.count(captures.length)}
				<b>{formatBytes(totalSize(captures))}</b>
				{looking === undefined || looking.total === 0 ? '' : text.lookingAt(looking.done, looking.total)}
			</span>
			<IconButton label={text.lookAgain} tip={text.lookAgainTip} size="s" onClick={look}>
				<RefreshCw size={13} />
			</IconButton>
			<span className="captures-space" />
			<Button
				icon={<FolderOpen size={14} />}
				disabled={chosen.length !== 1}
				onClick={() => only !== undefined && openStored(only)}
			>
				{ui.open}
			</Button>
			<Button
				icon={<Diff size={14} />}
				disabled={only === undefined || !isComparable}
				title={second === undefined ? text.compareLive : text.compareBoth}
				onClick={() => {
					if (only === undefined) return;
					compareStored(only.folder, second?.folder).catch((error: unknown) =>
						tellFailure(text.failures.compare, error),
					);
				}}
			>
				{text.compare}
			</Button>
			<Button
				icon={<Trash2 size={14} />}
				disabled={deletable.length === 0}
				// Those that cannot be deleted, such as one that is closing, are named with the reason.
				onClick={() => void deleteCaptures(chosen)}
			>
				{deletable.length < 2 ? ui.delete : text.deleteOf(deletable.length)}
			</Button>
			<span className="captures-old">
				<Select
					label={text.olderThan}
					aside={<ExplainButton explains="dialogs.age" />}
					hideLabel
					value={age}
					choices={AGES.map((value) => ({ value, label: text.ages[value] }))}
					onChange={setAge}
				/>
				<Button
					disabled={old.length === 0}
					title={text.deleteOldTip(text.ages[age])}
					onClick={() => void deleteCaptures(old)}
				>
					{text.deleteOld(old.length, formatBytes(totalSize(old)))}
				</Button>
			</span>
		</div>
	);
}
