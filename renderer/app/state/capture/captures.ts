import { create } from 'zustand';
import type { OpenCapture } from '../../../../common/contract/calls/open-capture.ts';
import type { CharsetName } from '../../../../common/payload/schema.ts';
import { words } from '../../../words/index.ts';
import { session } from '../host/session.ts';
import { toast, toastError } from '../window/toasts.ts';
import { useViewed } from './viewed.ts';

interface Captures {
	/** From the host: the live one first. Empty until loaded. */
	readonly list: readonly OpenCapture[];
	/** The capture to view as soon as it is open, unless another is chosen before. */
	readonly awaited: string | undefined;
}

/** The open captures, from the `captures` topic. */
export const useCaptures = create<Captures>()(() => ({ list: [], awaited: undefined }));

/** Replaces the list. Views the awaited capture once it is open; stops viewing one that was closed. */
export function setCaptures(list: readonly OpenCapture[]): void {
	const { awaited } = useCaptures.getState();
	const arrived = list.find((one) => one.id === awaited && one.progress === undefined);
	useCaptures.setState({ list, awaited: arrived === undefined ? awaited : undefined });
	if (arrived !== undefined && arrived.error === undefined) lookAt(arrived);
	const { capture } = useViewed.getState();
	if (capture !== undefined && !list.some((one) => one.id === capture)) backToLive();
}

/** Views this capture. */
export function lookAt({ id, kind }: Pick<OpenCapture, 'id' | 'kind'>): void {
	const capture = kind === 'live' ? undefined : id;
	useCaptures.setState({ awaited: undefined });
	if (capture !== useViewed.getState().capture) useViewed.setState({ capture });
}

export function backToLive(): void {
	lookAt({ id: '', kind: 'live' });
}

/** The viewed capture; undefined until the host has reported it. */
export function useViewedCapture(): OpenCapture | undefined {
	const capture = useViewed((viewed) => viewed.capture);
	return useCaptures(({ list }) =>
		list.find((one) => (capture === undefined ? one.kind === 'live' : one.id === capture)),
	);
}

/** Views a capture as soon as it is open. */
export function awaitCapture(id: string): void {
	useCaptures.setState({ awaited: id });
	setCaptures(useCaptures.getState().list);
}

/** Opens a path on the host's machine and then views it. Rejects with a WirebenchError where nothing is there. */
export async function openPath(path: string): Promise<void> {
	awaitCapture((await session.call('openCapture', { path })).id);
}

/** Closes a capture, or cancels opening it. */
export function closeCapture(id: string): void {
	const title = useCaptures.getState().list.find((one) => one.id === id)?.title ?? words().captureActions.theFile;
	session.call('closeCapture', { id }).then(
		({ kept }) => {
			if (kept === undefined) return;
			toast({
				tone: 'info',
				title: words().captureActions.kept(title),
				text: words().captureActions.keptWhy,
			});
		},
		(error: unknown) => toastError(words().captureActions.notClosed, error),
	);
}

/** The charset that a person has chosen for an endpoint of an opened capture; undefined for none, and in the live one. */
export function chosenCharset(
	{ list }: Captures,
	capture: string | undefined,
	endpoint: string,
): CharsetName | undefined {
	if (capture === undefined) return undefined;
	return list.find(({ id }) => id === capture)?.charsets?.[endpoint];
}

/** Reads the text of an endpoint of an opened capture in this charset. */
export function readInCharset(id: string, endpoint: string, charset: CharsetName): void {
	session
		.call('captureSetCharset', { id, endpoint, charset })
		.catch((error: unknown) => toastError(words().charsetOffer.failed(endpoint), error));
}

/** Dismisses the warnings of a capture. */
export function dismissWarnings(id: string): void {
	session
		.call('dismissCaptureWarnings', { id })
		.catch((error: unknown) => toastError(words().captureActions.undismissed, error));
}
