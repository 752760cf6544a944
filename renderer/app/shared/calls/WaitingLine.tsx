import { useEffect, useState } from 'react';
import type { CallsState } from '../../../../common/contract/calls/socket-calls.ts';
import type { Words } from '../../../../common/words/en.ts';
import { useDialogWords } from '../../../words/dialogs.ts';
import { useWords } from '../../../words/index.ts';

/** Milliseconds between two updates. */
const UPDATE_MS = 1000;
/** Calls that are named. */
const MOST_NAMED = 2;

/** The wall clock, which moves on once a second while the line is shown. */
function useNow(): number {
	const [now, setNow] = useState(() => Date.now());
	useEffect(() => {
		const timer = setInterval(() => setNow(Date.now()), UPDATE_MS);
		return () => clearInterval(timer);
	}, []);
	return now;
}

/** What blocks now, and since when. The line keeps its height, whatever it says. */
export function WaitingLine({ state }: { readonly state: CallsState }) {
	const { socketCalls: words } = useDialogWords();
	const { units } = useWords();
	const now = useNow();
	const named = state.waiting.slice(0, MOST_NAMED);
	const others = state.waits - named.length;
	const text = [
		...named.map(({ name, on, since }) => words.waits(`${on}.${name}()`, timeSince(since, now, units))),
		...(others > 0 ? [words.more(others)] : []),
	].join(' · ');
	return (
		<span className="calls-waiting" title={text}>
			<b>{words.now}</b>
			<span>{text === '' ? words.nothing : text}</span>
		</span>
	);
}

/** `3.2 s`, `2.5 min`. The event may be newer than the last update. */
function timeSince(since: bigint, now: number, units: Words['units']): string {
	const seconds = Math.max(0, (now - Number(since / 1_000_000n)) / 1000);
	if (seconds < 60) return units.seconds(seconds.toFixed(1));
	return seconds < 3600 ? units.minutes((seconds / 60).toFixed(1)) : units.hours((seconds / 3600).toFixed(1));
}
