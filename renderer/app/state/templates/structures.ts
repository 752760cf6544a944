import { create } from 'zustand';
import type { TopicSnapshot } from '../../../../common/contract/index.ts';
import { words } from '../../../words/index.ts';
import { takeStructureIds } from '../../shared/known-protocols.ts';
import { stepWorkspace } from '../endpoints/workspace.ts';
import { session } from '../host/session.ts';
import { toast, toastError } from '../window/toasts.ts';

/** A structure as its file has it. */
export type StructureDocument = TopicSnapshot<'structures'>['structures'][number];

/** The structures of the workspace, in order. */
export const useStructures = create<{ readonly structures: readonly StructureDocument[] }>()(() => ({
	structures: [],
}));

export function takeStructures({ structures }: TopicSnapshot<'structures'>): void {
	useStructures.setState({ structures });
	takeStructureIds(structures.map(idOf));
}

/** The id of a structure, which is another text than that of the others. */
export function idOf({ id }: StructureDocument): string {
	return typeof id === 'string' ? id : '';
}

/** The id of the first structure of the workspace, or what stands for one. */
export function firstStructure(): string {
	const [first] = useStructures.getState().structures;
	return first === undefined ? 'structure' : idOf(first);
}

/** What people call a structure. */
export function titleOf(structure: StructureDocument): string {
	const { title } = structure;
	return typeof title === 'string' && title !== '' ? title : idOf(structure);
}

/** Saves a structure, in place of one with the id `replaces` or at the end. Rejects when the host refuses it. */
export async function saveStructure(structure: StructureDocument, replaces?: string): Promise<void> {
	await session.call('structureSave', { structure, ...(replaces === undefined ? {} : { replaces }) });
	// The list may arrive after this answer, and who has saved reads the list.
	useStructures.setState(({ structures }) => {
		const ids = [replaces, idOf(structure)];
		const at = structures.findIndex((one) => ids.includes(idOf(one)));
		return { structures: at < 0 ? [...structures, structure] : structures.with(at, structure) };
	});
}

/** Removes a structure at once; undo of the workspace brings it back. */
export async function removeStructure(structure: StructureDocument): Promise<void> {
	const title = titleOf(structure);
	try {
		await session.call('structureRemove', { id: idOf(structure) });
		toast({
			tone: 'info',
			title: words().notices.removed(title),
			action: { label: words().ui.undo, run: () => void stepWorkspace('undo') },
		});
	} catch (error) {
		toastError(words().notices.notRemoved(title), error);
	}
}
