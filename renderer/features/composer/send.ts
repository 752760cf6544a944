import type { SendResult } from '../../../common/contract/calls/sending.ts';
import { session } from '../../app/state/host/session.ts';
import { updateSettings } from '../../app/state/window/settings.ts';
import { words } from '../../words/index.ts';
import type { ReadDraft } from './draft/drafts.ts';
import { entryOf, remembered } from './history/history.ts';
import { addSent, useHistory } from './history/history-store.ts';
import { type Place, placeInput } from './outgoing.ts';
import { named } from './sendings/sending-words.ts';
import { dismissError, keepError, useComposer } from './store.ts';
import { renewRandom } from './template-preview.ts';
import { targetKey } from './to/targets.ts';
import type { Encoded } from './use-message.ts';

/** What goes out: bytes, or a template that gives them. */
type Outgoing = Extract<Encoded, { ok: true }>;

/** Sends a message; resolves to whether the kernel has taken all of them. An error is kept with its target. */
export async function send(place: Place, { bytes, filled }: Outgoing, draft: ReadDraft): Promise<boolean> {
	const key = targetKey(place.target);
	note(draft);
	try {
		const where = placeInput(place);
		const result =
			filled === undefined
				? await session.call('send', { ...where, bytes })
				: await session.call('sendTemplate', { ...where, message: filled.message });
		if (filled !== undefined) renewRandom();
		const trouble = whatFailed(result, bytes.byteLength);
		if (trouble === undefined) dismissError(key);
		else keepError(key, new Error(trouble));
		remember();
		return trouble === undefined;
	} catch (error) {
		keepError(key, error);
		return false;
	}
}

/** Starts to send a message repeatedly. */
export async function repeat(
	place: Place,
	{ bytes, filled }: Outgoing,
	draft: ReadDraft,
	how: { readonly intervalMs: number; readonly count: number },
): Promise<void> {
	const key = targetKey(place.target);
	note(draft);
	try {
		const where = placeInput(place);
		if (filled === undefined) await session.call('repeatStart', { ...where, bytes, ...how });
		else {
			await session.call('repeatTemplate', { ...where, message: filled.message, ...how });
			renewRandom();
		}
		dismissError(key);
		remember();
	} catch (error) {
		keepError(key, error);
	}
}

function note(draft: ReadDraft): void {
	useComposer.setState({ replaced: undefined });
	addSent(entryOf(draft));
}

function remember(): void {
	updateSettings({ composerHistory: remembered(useHistory.getState().entries) });
}

/** The connections that did not take everything, in a sentence; undefined when all did. */
function whatFailed({ bytes, connections, failed = [], stopped }: SendResult, length: number): string | undefined {
	if (stopped) return words().sendings.stopped(bytes, length);
	if (failed.length === 0) return undefined;
	const all = connections + failed.length;
	return words().sendings.took(connections, all, length, named(failed));
}
