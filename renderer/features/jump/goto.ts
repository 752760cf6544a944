import { useCaptureStatus } from '../../app/state/capture/capture-status.ts';
import { revealEvent } from '../../app/state/capture/reveal.ts';
import { viewed } from '../../app/state/capture/viewed.ts';
import { session } from '../../app/state/host/session.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { words } from '../../words/index.ts';
import { type GotoContext, type GotoTarget, parseGoto } from './parse-goto.ts';

/** Reference times for typed places; undefined while the capture has no event. */
export async function gotoContext(): Promise<GotoContext | undefined> {
	const { stored } = useCaptureStatus.getState();
	if (stored === 0) return undefined;
	const { event } = useSelection.getState();
	const timeOf = async (n: number) =>
		(await session.call('captureRows', { ...viewed(), from: n, count: 1 })).rows[0]?.time;
	const [first, last, selected] = await Promise.all([
		timeOf(0),
		timeOf(stored - 1),
		event === undefined ? undefined : timeOf(event),
	]);
	return first === undefined || last === undefined ? undefined : { first, last, selected };
}

/** Jumps to the typed place. Returns why it cannot, or undefined on success. */
export async function goTo(text: string): Promise<string | undefined> {
	const context = await gotoContext();
	const { noEvent, expected } = words().jump;
	if (context === undefined) return noEvent;
	const target = parseGoto(text, context);
	return target === undefined ? expected : goToTarget(target);
}

async function goToTarget(target: GotoTarget): Promise<string | undefined> {
	if ('event' in target) {
		const { stored } = useCaptureStatus.getState();
		if (target.event > stored) return words().jump.has(stored);
		revealEvent(target.event - 1);
		return undefined;
	}
	const { time, span } = target;
	const { n } = await session.call('captureAtTime', { ...viewed(), time });
	const { rows } = await session.call('captureRows', { ...viewed(), from: n, count: 2 });
	const [nearest, next] = rows;
	// Prefer an event that starts with the typed time to one just before it.
	const meant = nearest !== undefined && next !== undefined && nearest.time < time && next.time < time + span;
	revealEvent(meant ? n + 1 : n);
	return undefined;
}
