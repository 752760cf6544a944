import { events } from '../../../../common/words/en/cli/events.ts';
import type { Capture } from '../../../app/headless.ts';
import { spoken } from '../terminal/language.ts';
import type { PrintedEvent } from './event.ts';
import { ownNote } from './own-note.ts';

const words = () => spoken('events', events);

/** Prints an `error` when the capture cannot be written, or the reason changes; a `note` when it works again. */
export function tellOfDisk(capture: Pick<Capture, 'error' | 'onProgress'>, print: (event: PrintedEvent) => void): void {
	let reported: string | undefined;
	capture.onProgress(() => {
		const error = capture.error();
		if (error?.message === reported) return;
		reported = error?.message;
		const common = { endpoint: '', time: new Date().toISOString() };
		if (error === undefined) {
			print(ownNote(events.writtenAgain, words().writtenAgain));
			return;
		}
		const { errno, hint } = error.details ?? {};
		const message = hint === undefined ? error.message : `${error.message} ${hint}`;
		print({ event: 'error', ...common, ...(errno === undefined ? {} : { errno }), message });
	});
}
