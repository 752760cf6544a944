import { formatCount } from '../../app/shared/format.ts';
import { useCaptureStatus } from '../../app/state/capture/capture-status.ts';
import { jump, openBar } from '../../app/state/capture/jump.ts';
import { revealEvent } from '../../app/state/capture/reveal.ts';
import { fullTime } from '../../bytes/event-time.ts';
import { type GotoContext, parseGoto } from './parse-goto.ts';

/** One entry of “Go to”. */
export interface GotoOption {
	readonly label: string;
	/** A short remark: a key, or an explanation. */
	readonly about: string;
	/** Absent for the typed place: see goto.ts. */
	readonly run?: () => void;
}

const COMMANDS: readonly GotoOption[] = [
	{ label: 'Next error', about: 'F8', run: () => jump('error', false) },
	{ label: 'Previous error', about: 'Shift F8', run: () => jump('error', true) },
	{ label: 'Next mark or note', about: 'F2', run: () => jump('mark', false) },
	{ label: 'Previous mark or note', about: 'Shift F2', run: () => jump('mark', true) },
	{ label: 'Find a match…', about: 'F3', run: () => openBar('find') },
	{ label: 'First event', about: '', run: () => revealEvent(0) },
	{ label: 'Last event', about: '', run: () => revealEvent(Math.max(0, useCaptureStatus.getState().stored - 1)) },
];

/** The typed text read as a place, and the commands that contain it. */
export function gotoOptions(text: string, context: GotoContext | undefined): GotoOption[] {
	const target = context && parseGoto(text, context);
	const letters = text.trim().toLowerCase();
	const commands = COMMANDS.filter(({ label }) => label.toLowerCase().includes(letters));
	if (target === undefined) return commands;
	if ('event' in target) return [{ label: `Event ${formatCount(target.event)}`, about: '' }, ...commands];
	return [{ label: fullTime(target.time, 9), about: 'the event nearest to it' }, ...commands];
}
