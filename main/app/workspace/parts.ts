import type { OfferedPart } from '../../../common/contract/calls/workspace.ts';
import { clashesOf, type PartPlace, partId, partsOf, type Workspace } from '../../../common/workspace/index.ts';
import { appError } from '../sentences/app-error.ts';

/** The parts of a file, each with what it clashes with in what is set up. */
export function offeredParts(present: Workspace, from: Workspace): OfferedPart[] {
	const clashes = clashesOf(present, from);
	return partsOf(from).map((part) => {
		const clash = clashes.get(partId(part));
		return clash === undefined ? part : { ...part, clash };
	});
}

/** Throws `not-found` where a part that was chosen is not there. */
export function assertParts(workspace: Workspace, chosen: readonly PartPlace[]): void {
	const present = new Set(partsOf(workspace).map(partId));
	if (chosen.every((one) => present.has(partId(one)))) return;
	throw appError('not-found', 'partGone');
}
