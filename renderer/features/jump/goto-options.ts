import { useCaptureStatus } from '../../app/state/capture/capture-status.ts';
import { jump, openBar } from '../../app/state/capture/jump.ts';
import { revealEvent } from '../../app/state/capture/reveal.ts';
import { type Shortcut, shortcutText } from '../../app/state/window/shortcuts.ts';
import { fullTime } from '../../bytes/event-time.ts';
import { words } from '../../words/index.ts';
import { type GotoContext, parseGoto } from './parse-goto.ts';

/** One entry of “Go to”. */
export interface GotoOption {
	readonly label: string;
	/** A short remark: a key, or an explanation. */
	readonly about: string;
	/** Absent for the typed place: see goto.ts. */
	readonly run?: () => void;
}

/** What can be gone to without a place, with the keys that do the same. */
function commands(): GotoOption[] {
	const { options } = words().jump;
	const withKey = (label: string, command: Shortcut, run: () => void): GotoOption => ({
		label,
		about: shortcutText(command) ?? '',
		run,
	});
	return [
		withKey(options.nextError, 'next-error', () => jump('error', false)),
		withKey(options.previousError, 'previous-error', () => jump('error', true)),
		withKey(options.nextMark, 'next-mark', () => jump('mark', false)),
		withKey(options.previousMark, 'previous-mark', () => jump('mark', true)),
		withKey(options.match, 'next-match', () => openBar('find')),
		{ label: options.first, about: '', run: () => revealEvent(0) },
		{
			label: options.last,
			about: '',
			run: () => revealEvent(Math.max(0, useCaptureStatus.getState().stored - 1)),
		},
	];
}

/** The typed text read as a place, and the commands that contain it. */
export function gotoOptions(text: string, context: GotoContext | undefined): GotoOption[] {
	const target = context && parseGoto(text, context);
	const letters = text.trim().toLowerCase();
	const found = commands().filter(({ label }) => label.toLowerCase().includes(letters));
	if (target === undefined) return found;
	if ('event' in target) return [{ label: words().jump.event(target.event), about: '' }, ...found];
	return [{ label: fullTime(target.time, 9), about: words().jump.nearest }, ...found];
}
