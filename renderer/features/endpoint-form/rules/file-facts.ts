import { useEffect, useState } from 'react';
import { messageOf } from '../../../../common/contract/base/message-of.ts';
import { formatBytes } from '../../../app/shared/format.ts';
import { session } from '../../../app/state/host/session.ts';

/** What the host reports about a path, shown below it. */
interface FileFacts {
	readonly text: string | undefined;
	/** A reply could not use it as it is now. */
	readonly wrong: boolean;
}

const NOTHING: FileFacts = { text: undefined, wrong: false };

/** Milliseconds without typing before the host is queried. */
const PAUSE_MS = 250;

/** What is at a path on the host, queried when typing pauses. `folder`: a folder is expected. */
export function useFileFacts(path: string, folder: boolean): FileFacts {
	const [facts, setFacts] = useState<FileFacts & { readonly path: string; readonly folder: boolean }>();
	useEffect(() => {
		if (path === '') return;
		let asked = true;
		const timer = setTimeout(() => {
			const show = (next: FileFacts) => {
				if (asked) setFacts({ path, folder, ...next });
			};
			session.call('replyFileLook', { path, folder }).then(
				({ bytes, files }) => show({ wrong: false, text: factsText(bytes, files) }),
				(error: unknown) => show({ wrong: true, text: messageOf(error) }),
			);
		}, PAUSE_MS);
		return () => {
			asked = false;
			clearTimeout(timer);
		};
	}, [path, folder]);
	return facts?.path === path && facts.folder === folder ? facts : NOTHING;
}

function factsText(bytes: number | undefined, files: number | undefined): string {
	if (bytes !== undefined) return `A file of ${formatBytes(bytes)}.`;
	return `A folder with ${files} ${files === 1 ? 'entry' : 'entries'}.`;
}
