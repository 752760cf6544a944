import { create } from 'zustand';
import type { OpenCapture } from '../../../../common/contract/calls/open-capture.ts';
import { session } from '../host/session.ts';
import { toast, toastError } from '../window/toasts.ts';
import { useViewed } from './viewed.ts';

interface Captures {
	/** As the host told them: the live one first. Empty until then. */
	readonly list: readonly OpenCapture[];
	/** The one to look at as soon as it is open, unless another is chosen before. */
	readonly awaited: string | undefined;
}

/** The captures that are open, fed by the `captures` topic. */
export const useCaptures = create<Captures>()(() => ({ list: [], awaited: undefined }));

/** Takes over the list. A capture that is open now and was waited for is looked at; one that is gone no more. */
export function setCaptures(list: readonly OpenCapture[]): void {
	const { awaited } = useCaptures.getState();
	const arrived = list.find((one) => one.id === awaited && one.progress === undefined);
	useCaptures.setState({ list, awaited: arrived === undefined ? awaited : undefined });
	if (arrived !== undefined && arrived.error === undefined) lookAt(arrived);
	const { capture } = useViewed.getState();
	if (capture !== undefined && !list.some((one) => one.id === capture)) backToLive();
}

/** The window looks at this capture from now on. */
export function lookAt({ id, kind }: Pick<OpenCapture, 'id' | 'kind'>): void {
	const capture = kind === 'live' ? undefined : id;
	useCaptures.setState({ awaited: undefined });
	if (capture !== useViewed.getState().capture) useViewed.setState({ capture });
}

export function backToLive(): void {
	lookAt({ id: '', kind: 'live' });
}

/** The capture that the window looks at; undefined until the host has told of it. */
export function useViewedCapture(): OpenCapture | undefined {
	const capture = useViewed((viewed) => viewed.capture);
	return useCaptures(({ list }) =>
		list.find((one) => (capture === undefined ? one.kind === 'live' : one.id === capture)),
	);
}

/** Looks at a capture as soon as it is open. */
export function awaitCapture(id: string): void {
	useCaptures.setState({ awaited: id });
	setCaptures(useCaptures.getState().list);
}

/** Opens what is at a path on the host's machine and then looks at it. Rejects with a WirebenchError where nothing is. */
export async function openPath(path: string): Promise<void> {
	awaitCapture((await session.call('openCapture', { path })).id);
}

/** Closes a capture, or gives its opening up. */
export function closeCapture(id: string): void {
	const title = useCaptures.getState().list.find((one) => one.id === id)?.title ?? 'The file';
	session.call('closeCapture', { id }).then(
		({ kept }) => {
			if (kept === undefined) return;
			toast({
				tone: 'info',
				title: `${title} is kept among the captures`,
				text: 'It has marks or notes that its file cannot hold.',
			});
		},
		(error: unknown) => toastError('The capture could not be closed', error),
	);
}

/** The warnings of a capture have been read. */
export function dismissWarnings(id: string): void {
	session
		.call('dismissCaptureWarnings', { id })
		.catch((error: unknown) => toastError('The warning could not be dismissed', error));
}
