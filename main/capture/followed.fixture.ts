import type { TopicRun } from '../../common/rpc/types.ts';

/** The state of a scan. */
interface Scanned {
	scanned: number;
	error?: { message: string } | undefined;
}

/** Follows a scan; `upTo` resolves with the first state in which it has scanned the first `n` events, `until` with the first one that it accepts. */
export function followed<S extends Scanned>(follow: (listener: (state: S) => void) => TopicRun<S>) {
	let last: S | undefined;
	const waiting = new Set<() => void>();
	const run = follow((state) => {
		last = state;
		for (const look of [...waiting]) look();
	});
	last ??= run.snapshot;
	const until = (accepts: (state: S) => boolean) =>
		new Promise<S>((resolve, reject) => {
			const look = () => {
				if (last?.error) reject(new Error(last.error.message));
				else if (last && accepts(last)) resolve(last);
				else return;
				waiting.delete(look);
			};
			waiting.add(look);
			look();
		});
	const upTo = (n: number) => until(({ scanned }) => scanned >= n);
	return { upTo, until, stop: run.dispose };
}
