import type { Marks } from '../../../common/capture/marks.ts';
import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import type { FindState } from '../../../common/contract/calls/find.ts';
import { asInfo } from '../segments/errors.ts';
import type { CaptureFolder } from '../segments/folder.ts';
import { type FindRequest, FindScan } from './find-scan.ts';

/** What the main thread says of searches; they are told by number. `stored`: as in a query. */
export type FindOrder =
	| { readonly type: 'find'; readonly id: number; readonly request: FindRequest; readonly stored: number }
	| { readonly type: 'find-stop'; readonly id: number };

export type TellFind = (id: number, state: FindState) => void;

/** Queries wait no longer than this for a search, in ms. */
const SLICE_MS = 6;
/** About thirty times a second. */
const TELL_MS = 33;

interface Running {
	readonly scan: FindScan;
	told: number;
}

/** The searches that run, in slices between which the thread answers queries. */
export class Finds {
	readonly #folder: CaptureFolder;
	readonly #marks: Marks;
	readonly #tell: TellFind;
	readonly #running = new Map<number, Running>();
	#scheduled = false;

	constructor(folder: CaptureFolder, marks: Marks, tell: TellFind) {
		this.#folder = folder;
		this.#marks = marks;
		this.#tell = tell;
	}

	take(order: FindOrder): void {
		if (order.type === 'find-stop') {
			this.#running.delete(order.id);
			return;
		}
		const { id, request, stored } = order;
		this.#running.set(id, {
			scan: new FindScan(this.#folder, request, this.#marks, stored),
			told: performance.now(),
		});
		this.#schedule();
	}

	#schedule(): void {
		if (this.#scheduled) return;
		this.#scheduled = true;
		setImmediate(() => {
			this.#scheduled = false;
			for (const [id, running] of this.#running) this.#slice(id, running);
			if (this.#running.size > 0) this.#schedule();
		});
	}

	#slice(id: number, running: Running): void {
		const { scan } = running;
		let error: ErrorInfo | undefined;
		try {
			scan.step(SLICE_MS);
		} catch (failure) {
			error = asInfo(failure);
		}
		const over = scan.done || error !== undefined;
		if (over) this.#running.delete(id);
		else if (performance.now() - running.told < TELL_MS) return;
		running.told = performance.now();
		this.#tell(id, error ? { ...scan.state, done: true, error } : scan.state);
	}
}
