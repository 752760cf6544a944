import { Diff, FolderOpen, RefreshCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { StoredCapture } from '../../../common/contract/calls/library.ts';
import { formatBytes, formatCounted } from '../../app/shared/format.ts';
import { compareStored } from '../../app/state/capture/compare-connections.ts';
import { session } from '../../app/state/host/session.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { openStored } from './open.ts';
import { isDeletable, olderThan, totalSize } from './order.ts';
import { deleteCaptures, tellFailure, useLibrary } from './store.ts';

const AGES = [
	{ value: '1', label: 'a day' },
	{ value: '7', label: '7 days' },
	{ value: '30', label: '30 days' },
	{ value: '90', label: '90 days' },
] as const;
type Age = (typeof AGES)[number]['value'];

interface SelectedActionsProps {
	readonly captures: readonly StoredCapture[];
	readonly chosen: readonly StoredCapture[];
}

/** The size of the list, and actions for its selection or for old captures. */
export function SelectedActions({ captures, chosen }: SelectedActionsProps) {
	const looking = useLibrary(({ library }) => library?.looking);
	const [age, setAge] = useState<Age>('30');
	const [only, second] = chosen;
	const isComparable = chosen.length <= 2 && chosen.every(({ state }) => state !== 'live' && state !== 'unreadable');
	const deletable = chosen.filter(isDeletable);
	const old = olderThan(captures, Number(age), Date.now());
	const look = () => {
		session
			.call('captureLibraryLook', {})
			.catch((error: unknown) => tellFailure('The folders could not be looked at', error));
	};
	return (
		<div className="captures-tools">
			<span className="captures-total" role="status">
				{formatCounted(captures.length, 'capture')}, <b>{formatBytes(totalSize(captures))}</b>
				{looking === undefined || looking.total === 0 ? '' : `, looking: ${looking.done} of ${looking.total}`}
			</span>
			<IconButton label="Look again" tip="Look again: other processes write captures too" size="s" onClick={look}>
				<RefreshCw size={13} />
			</IconButton>
			<span className="captures-space" />
			<Button
				icon={<FolderOpen size={14} />}
				disabled={chosen.length !== 1}
				onClick={() => only !== undefined && openStored(only)}
			>
				Open
			</Button>
			<Button
				icon={<Diff size={14} />}
				disabled={only === undefined || !isComparable}
				title={second === undefined ? 'Compare it with the live capture' : 'Compare both'}
				onClick={() => {
					if (only === undefined) return;
					compareStored(only.folder, second?.folder).catch((error: unknown) =>
						tellFailure('The captures could not be compared', error),
					);
				}}
			>
				Compare…
			</Button>
			<Button
				icon={<Trash2 size={14} />}
				disabled={deletable.length === 0}
				onClick={() => void deleteCaptures(deletable)}
			>
				{deletable.length < 2 ? 'Delete' : `Delete ${deletable.length}`}
			</Button>
			<span className="captures-old">
				<Select label="Older than" hideLabel value={age} choices={AGES} onChange={setAge} />
				<Button
					disabled={old.length === 0}
					title={`Delete those whose last event is older than ${AGES.find(({ value }) => value === age)?.label}`}
					onClick={() => void deleteCaptures(old)}
				>
					Delete older ({old.length}, {formatBytes(totalSize(old))})
				</Button>
			</span>
		</div>
	);
}
