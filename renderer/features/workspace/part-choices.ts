import type { OfferedPart } from '../../../common/contract/calls/workspace.ts';
import type { DialogWords } from '../../../common/words/en-dialogs.ts';
import { partId } from '../../../common/workspace/parts.ts';

/** What becomes of each part that is chosen, by `partId`; it counts only where there is a clash. */
export type PartChoices = ReadonlyMap<string, 'rename' | 'replace'>;

/**
 * What is chosen at first: everything new. What is the same here is not, and a variable of this name neither: under another
 * name nothing would use it.
 */
export function firstChoices(parts: readonly OfferedPart[]): PartChoices {
	const wanted = parts.filter(
		({ kind, clash }) => clash === undefined || (clash.by !== 'same' && kind !== 'variables'),
	);
	return new Map(wanted.map((part) => [partId(part), 'rename']));
}

export function isOn(choices: PartChoices, part: OfferedPart): boolean {
	return choices.has(partId(part));
}

/** The choices with all of these parts, or without them. */
export function withAll(choices: PartChoices, parts: readonly OfferedPart[], on: boolean): PartChoices {
	const next = new Map(choices);
	for (const part of parts) {
		const id = partId(part);
		if (!on) next.delete(id);
		else if (!next.has(id)) next.set(id, 'rename');
	}
	return next;
}

/** The chosen parts, in their order. */
export function chosenParts(parts: readonly OfferedPart[], choices: PartChoices) {
	return parts.flatMap((part) => {
		const clash = choices.get(partId(part));
		return clash === undefined ? [] : [{ kind: part.kind, key: part.key, clash }];
	});
}

/** The name of a part, with its folder. */
export function partLabel({ name, folder }: Pick<OfferedPart, 'name' | 'folder'>): string {
	return folder === undefined ? name : `${folder}: ${name}`;
}

/** A clash for people. */
export function clashText(
	{ kind }: Pick<OfferedPart, 'kind'>,
	{ by, name }: NonNullable<OfferedPart['clash']>,
	text: DialogWords['workspace']['parts'],
): string {
	if (by === 'same') return text.same;
	if (by === 'id') return text.sameId(name);
	return kind === 'variables' ? text.otherValue : text.sameName;
}
