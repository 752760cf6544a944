import { changeTexts } from '../../../common/words/en/sentences/workspace-texts.ts';
import type { workspaceChanges } from '../../../common/words/en/workspace/workspace-changes.ts';
import { type Said, sayingOf } from '../../../common/words/sentence/said.ts';
import type { WorkspaceChange } from '../../../common/workspace/index.ts';

const say = sayingOf(changeTexts);

const CHANGES = {
	add: 'changeAdd',
	remove: 'changeRemove',
	edit: 'changeEdit',
	move: 'changeMove',
	several: 'changeSeveral',
	part: 'changePart',
} as const;

const PARTS = new Map(
	Object.entries({
		name: 'changedName',
		payloads: 'changedPayloads',
		variables: 'changedVariables',
		tests: 'changedTests',
		filters: 'changedFilters',
		colours: 'changedColours',
		structures: 'changedStructures',
		layout: 'changedLayout',
	} as const satisfies Record<keyof typeof workspaceChanges.parts, keyof typeof changeTexts>),
);

/** A change as a sentence, for an error: `Remove echo`. */
export function changeSays({ what, name }: WorkspaceChange): Said {
	const part = what === 'part' ? PARTS.get(name) : undefined;
	return say(CHANGES[what], { name: part === undefined ? name : say(part) });
}
