import { useEffect, useState } from 'react';
import type { StoredCapture } from '../../../../common/contract/calls/library.ts';
import type { OpenCapture } from '../../../../common/contract/calls/open-capture.ts';
import { session } from '../../../app/state/host/session.ts';
import { fullTime } from '../../../bytes/event-time.ts';
import { useDialogWords } from '../../../words/dialogs.ts';

/** A capture on disk that can be opened for a comparison. */
export interface LibraryChoice {
	readonly folder: string;
	readonly label: string;
}

/** The readable captures on disk that are not open yet, the newest first. */
export function useLibraryChoices(open: readonly OpenCapture[]): LibraryChoice[] {
	const { noEvents } = useDialogWords().compare.connections;
	const [captures, setCaptures] = useState<readonly StoredCapture[]>([]);
	useEffect(() => {
		const take = (library: { readonly captures: readonly StoredCapture[] }) => setCaptures(library.captures);
		return session.subscribe('captureLibrary', {}, { onSnapshot: take, onDelta: take });
	}, []);
	const opened = new Set(open.map(({ source }) => source));
	const isOffered = ({ state, folder }: StoredCapture) =>
		state !== 'live' && state !== 'unreadable' && !opened.has(folder);
	return captures
		.filter(isOffered)
		.sort((one, other) => Number((other.from ?? 0n) - (one.from ?? 0n)))
		.map(({ folder, from, endpoints }) => ({
			folder,
			label: [from === undefined ? noEvents : fullTime(from, 6), endpoints.join(', ')].filter(Boolean).join(' · '),
		}));
}
