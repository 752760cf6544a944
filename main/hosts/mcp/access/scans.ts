import { type ErrorInfo, WirebenchError } from '../../../../common/contract/base/errors.ts';
import { cancelled } from './cancelled.ts';

/** Scans that are kept of one kind: the next page of a result needs no other scan. */
const MOST_KEPT = 8;

/** Progress of a host's scan through a capture. */
interface Progress {
	readonly scanned: number;
	readonly stored: number;
	readonly limited: boolean;
	readonly error?: ErrorInfo | undefined;
}

interface ScanListener<S> {
	onState(state: S): void;
	onError(error: WirebenchError): void;
}

interface Scan<S> {
	state: S | undefined;
	failure: WirebenchError | undefined;
	readonly listeners: Set<() => void>;
	stop: () => void;
}

/** Scans of one topic: each stays active until others have replaced it. */
export class Scans<P, S extends Progress> {
	readonly #subscribe: (params: P, listener: ScanListener<S>) => () => void;
	/** Oldest use first. */
	readonly #kept = new Map<string, Scan<S>>();

	constructor(subscribe: (params: P, listener: ScanListener<S>) => () => void) {
		this.#subscribe = subscribe;
	}

	/**
	 * Resolves once everything that is stored now was scanned, or the scan has found all that it keeps, or has `enough`.
	 * Rejects where the scan fails, and on cancelling.
	 */
	scanned(params: P, signal: AbortSignal, enough: (state: S) => boolean = () => false): Promise<S> {
		let goal: number | undefined;
		return this.until(
			params,
			(state) => {
				goal ??= state.stored;
				return state.limited || state.scanned >= goal || enough(state);
			},
			signal,
		);
	}

	/** Resolves with the first state that satisfies a condition, the present one included. Rejects as `scanned`. */
	until(params: P, satisfied: (state: S) => boolean, signal: AbortSignal): Promise<S> {
		const scan = this.#scanOf(params);
		return new Promise((resolve, reject) => {
			const end = (settle: () => void): void => {
				scan.listeners.delete(look);
				signal.removeEventListener('abort', cancel);
				settle();
			};
			const cancel = (): void => end(() => reject(cancelled()));
			const look = (): void => {
				const { state, failure } = scan;
				if (failure !== undefined) end(() => reject(failure));
				else if (state !== undefined && satisfied(state)) end(() => resolve(state));
			};
			scan.listeners.add(look);
			signal.addEventListener('abort', cancel);
			if (signal.aborted) cancel();
			else look();
		});
	}

	#scanOf(params: P): Scan<S> {
		const key = JSON.stringify(params);
		const scan = this.#kept.get(key) ?? this.#begin(key, params);
		// The newest use is last.
		this.#kept.delete(key);
		this.#kept.set(key, scan);
		for (const [oldest, { listeners, stop }] of this.#kept) {
			if (this.#kept.size <= MOST_KEPT) break;
			if (listeners.size > 0) continue;
			stop();
			this.#kept.delete(oldest);
		}
		return scan;
	}

	#begin(key: string, params: P): Scan<S> {
		const scan: Scan<S> = { state: undefined, failure: undefined, listeners: new Set(), stop: () => undefined };
		const changed = (): void => {
			for (const look of [...scan.listeners]) look();
		};
		const fail = (error: WirebenchError): void => {
			scan.failure = error;
			// The next call tries again.
			this.#kept.delete(key);
			scan.stop();
			changed();
		};
		scan.stop = this.#subscribe(params, {
			onState: (state) => {
				if (state.error !== undefined) return fail(WirebenchError.fromInfo(state.error));
				scan.state = state;
				changed();
			},
			onError: fail,
		});
		return scan;
	}
}
