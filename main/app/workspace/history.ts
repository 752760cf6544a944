import {
	changeBetween,
	type ReadWorkspace,
	type Workspace,
	type WorkspaceChange,
} from '../../../common/workspace/index.ts';

/** Changes that can be undone at most. */
const MOST = 200;

/** A change of the workspace, and what it was before and after. */
export interface Step extends WorkspaceChange {
	/** Counts up; never used twice. */
	readonly id: number;
	readonly before: Workspace;
	readonly after: Workspace;
	/** What the file had besides, with keys that this version does not know: of what was before, and of what was undone. */
	readonly known: { readonly before: ReadWorkspace | undefined; readonly after: ReadWorkspace | undefined };
}

export type Way = 'undo' | 'redo';

/** The changes of the open workspace, whoever made them. */
export class History {
	#present: Workspace;
	#done: Step[] = [];
	#undone: Step[] = [];
	#last = 0;

	constructor(present: Workspace) {
		this.#present = present;
	}

	/** Takes what is set up now: what differs is a step. `known`: what its file had before. */
	note(now: Workspace, known: ReadWorkspace | undefined): void {
		const change = changeBetween(this.#present, now);
		if (change === undefined) return;
		this.#last++;
		const step = {
			...change,
			id: this.#last,
			before: this.#present,
			after: now,
			known: { before: known, after: undefined },
		};
		this.#done = [...this.#done, step].slice(-MOST);
		this.#undone = [];
		this.#present = now;
	}

	/** Steps go on meaning the same where what they lead to is written otherwise. */
	rewrite(change: (workspace: Workspace) => Workspace): void {
		const read = (one: ReadWorkspace | undefined) => one && { ...one, workspace: change(one.workspace) };
		const rewritten = ({ known, ...step }: Step): Step => ({
			...step,
			before: change(step.before),
			after: change(step.after),
			known: { before: read(known.before), after: read(known.after) },
		});
		this.#present = change(this.#present);
		this.#done = this.#done.map(rewritten);
		this.#undone = this.#undone.map(rewritten);
	}

	/** The change that would be undone or done again. */
	next(way: Way): Step | undefined {
		return (way === 'undo' ? this.#done : this.#undone).at(-1);
	}

	/** It has been undone, or done again; `now` is what is set up, which may have another form. `known`: what the file had until then. */
	went(way: Way, now: Workspace, known: ReadWorkspace | undefined): void {
		const [from, to] = way === 'undo' ? [this.#done, this.#undone] : [this.#undone, this.#done];
		const step = from.pop();
		if (step === undefined) return;
		to.push({ ...step, known: { ...step.known, [way === 'undo' ? 'after' : 'before']: known } });
		this.#present = now;
	}
}
