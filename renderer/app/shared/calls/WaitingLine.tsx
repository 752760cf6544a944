import { useEffect, useState } from 'react';
import type { CallsState } from '../../../../common/contract/calls/socket-calls.ts';
import type { Connecting } from '../../../../common/contract/calls/workbench.ts';
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

interface WaitingLineProps {
	/** Of clients that are not connected yet. */
	readonly connecting: readonly Connecting[];
	/** What waits after the last event; undefined where nothing does. */
	readonly state: Pick<CallsState, 'waiting' | 'waits'> | undefined;
}

/** What blocks now, and since when. The line keeps its height, whatever it says. */
export function WaitingLine({ connecting, state }: WaitingLineProps) {
	const { socketCalls: words } = useDialogWords();
	const { units } = useWords();
	const now = useNow();
	const all = [
		...connecting.map(({ call, to, since }) => ({ call: `${call}(${to})`, since })),
		...(state?.waiting ?? []).map(({ name, on, since }) => ({
			call: `${on}.${name}()`,
			since: Number(since / 1_000_000n),
		})),
	];
	const named = all.slice(0, MOST_NAMED);
	const others = connecting.length + (state?.waits ?? 0) - named.length;
	const text = [
		...named.map(({ call, since }) => words.waits(call, timeSince(since, now, units))),
		...(others > 0 ? [words.more(others)] : []),
	].join(' · ');
	return (
		<span className="calls-waiting" title={text}>
			<b>{words.now}</b>
			<span>{text === '' ? words.nothing : text}</span>
		</span>
	);
}

/** `3.2 s`, `2.5 min`. `since`: milliseconds since 1970, which may be after the last update. */
function timeSince(since: number, now: number, units: Words['units']): string {
	const seconds = Math.max(0, (now - since) / 1000);
	if (seconds < 60) return units.seconds(seconds.toFixed(1));
	return seconds < 3600 ? units.minutes((seconds / 60).toFixed(1)) : units.hours((seconds / 3600).toFixed(1));
}
