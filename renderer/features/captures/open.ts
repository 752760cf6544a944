import type { StoredCapture } from '../../../common/contract/calls/library.ts';
import { backToLive, openPath } from '../../app/state/capture/captures.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { dialogWords } from '../../words/dialogs.ts';
import { tellFailure } from './store.ts';

/** Views a capture of the list, in the window behind it. */
export function openStored({ state, folder }: StoredCapture): void {
	if (state === 'live') {
		backToLive();
		closeDialog();
		return;
	}
	openPath(folder).then(closeDialog, (error: unknown) => tellFailure(dialogWords().captures.failures.open, error));
}
