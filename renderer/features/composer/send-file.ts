import { uploadFile } from '../../app/state/capture/open-file.ts';
import { session } from '../../app/state/host/session.ts';
import { toastError } from '../../app/state/window/toasts.ts';
import { words } from '../../words/index.ts';
import { type Place, placeInput } from './outgoing.ts';
import { keepError } from './store.ts';
import { targetKey } from './to/targets.ts';

/** A path on the host's machine, or a file to upload. */
export type FileSource = { readonly path: string } | { readonly file: File };

/** Opens the host's file dialog. */
export async function chooseInHost(onPath: (path: string) => void): Promise<void> {
	try {
		const { path } = await session.call('chooseFileToSend', {});
		if (path !== undefined) onPath(path);
	} catch (error) {
		toastError(words().composer.file.notChosen, error);
	}
}

/** Starts to send a file; the list of transfers shows its progress. */
export async function sendFile(place: Place, source: FileSource, datagramBytes: number): Promise<void> {
	try {
		const what = 'path' in source ? source : await handedOver(source.file);
		if (what !== undefined) await session.call('sendFile', { ...placeInput(place), ...what, datagramBytes });
	} catch (error) {
		keepError(targetKey(place.target), error);
	}
}

/** By its path where the host knows it, else by uploading its bytes; undefined when it was cancelled. */
async function handedOver(file: File): Promise<{ path: string } | { upload: string } | undefined> {
	const path = window.wirebench?.pathForFile(file);
	if (path !== undefined && path !== '') return { path };
	const upload = await uploadFile(file, 'send');
	return upload === undefined ? undefined : { upload };
}
