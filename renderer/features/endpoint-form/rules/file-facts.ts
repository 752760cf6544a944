import { useEffect, useState } from 'react';
import { messageOf } from '../../../../common/contract/base/message-of.ts';
import { formatBytes } from '../../../app/shared/format.ts';
import { session } from '../../../app/state/host/session.ts';
import { useDialogWords } from '../../../words/dialogs.ts';

/** What the host reports about a path, shown below it. */
interface FileFacts {
	readonly text: string | undefined;
	/** A reply could not use it as it is now. */
	readonly wrong: boolean;
}

/** The answer about a path: what is there, or why it cannot be used. */
interface Found {
	readonly path: string;
	readonly folder: boolean;
	readonly answer:
		| { readonly bytes?: number | undefined; readonly files?: number | undefined }
		| { readonly error: unknown };
}

/** Milliseconds without typing before the host is queried. */
const PAUSE_MS = 250;

/** What is at a path on the host, queried when typing pauses. `folder`: a folder is expected. */
export function useFileFacts(path: string, folder: boolean): FileFacts {
	const { file: words } = useDialogWords().endpointForm.rules;
	const [found, setFound] = useState<Found>();
	useEffect(() => {
		if (path === '') return;
		let asked = true;
		const timer = setTimeout(() => {
			const show = (answer: Found['answer']) => {
				if (asked) setFound({ path, folder, answer });
			};
			session.call('replyFileLook', { path, folder }).then(show, (error: unknown) => show({ error }));
		}, PAUSE_MS);
		return () => {
			asked = false;
			clearTimeout(timer);
		};
	}, [path, folder]);
	if (found?.path !== path || found.folder !== folder) return { text: undefined, wrong: false };
	const { answer } = found;
	if ('error' in answer) return { text: messageOf(answer.error), wrong: true };
	const { bytes, files = 0 } = answer;
	return { text: bytes === undefined ? words.isFolder(files) : words.isFile(formatBytes(bytes)), wrong: false };
}
