import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { STRUCTURE_SAMPLES } from '../../../common/structure/samples/index.ts';
import { idOf, removeStructure, saveStructure, titleOf, useStructures } from '../../app/state/templates/structures.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { type StructureFile, useStructureFiles } from '../../app/state/window/structure-files.ts';
import { toast, toastError } from '../../app/state/window/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { checkedText } from './editor/checked-text.ts';
import { StructureEditor } from './editor/StructureEditor.tsx';
import { FRESH, structureText } from './editor/texts.ts';
import { importFile } from './import-file.ts';
import { type Chosen, StructureList } from './StructureList.tsx';
import { TryStructure } from './try/TryStructure.tsx';
import './structures.css';

const FIRST_SAMPLE: Chosen = { from: 'samples', id: STRUCTURE_SAMPLES[0]?.id ?? '' };

/** Before the name of the file that a draft was made of. */
const IMPORTED = 'new ';

/** Structures of the workspace and samples: edited as JSON beside a message that they read, or compose. */
export function StructuresDialog({ shows }: { readonly shows?: string | undefined }) {
	const { structures: words } = useDialogWords();
	const own = useStructures(({ structures }) => structures);
	const [chosen, setChosen] = useState<Chosen>(() => {
		const [first] = own;
		const id = shows ?? (first && idOf(first));
		return id === undefined ? FIRST_SAMPLE : { from: 'own', id };
	});
	/** Counts choices: what is used of a structure stays when it is saved, under another id too. */
	const [turn, setTurn] = useState(0);
	const choose = (next: Chosen) => {
		setChosen(next);
		setTurn((count) => count + 1);
	};
	/** Edited texts that are not saved, by what they are of. */
	const [drafts, setDrafts] = useState<ReadonlyMap<string, string>>(new Map());
	const key = keyOf(chosen);
	const before = useMemo(() => textOf(chosen), [chosen]);
	const text = drafts.get(key) ?? before;
	const deferred = useDeferredValue(text);
	const checked = useMemo(() => checkedText(deferred), [deferred]);
	const saved = chosen.from === 'own' ? own.find((one) => idOf(one) === chosen.id) : undefined;

	const forget = () => setDrafts((all) => new Map([...all].filter(([one]) => one !== key)));
	/** After it was saved: what was typed in the meantime, and what was chosen, stay. */
	const keep = (as: Chosen) => {
		setDrafts((all) => {
			const rest = new Map(all);
			const now = rest.get(key);
			rest.delete(key);
			if (now !== undefined && now !== text) rest.set(keyOf(as), now);
			return rest;
		});
		setChosen((now) => (keyOf(now) === key ? as : now));
	};
	const save = () => {
		const { usable } = checkedText(text);
		if (usable === undefined) return;
		const { id } = usable.structure;
		saveStructure(JSON.parse(text), saved === undefined ? undefined : chosen.id).then(
			() => {
				keep({ from: 'own', id });
				toast({ tone: 'info', title: words.saved(titleOf(usable.structure)) });
			},
			(error: unknown) => toastError(words.notSaved(titleOf(usable.structure)), error),
		);
	};
	const remove = () => {
		if (saved === undefined) return;
		forget();
		choose(FIRST_SAMPLE);
		void removeStructure(saved);
	};
	/** What imported files have beside their structures, by their names. */
	const [outside, setOutside] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
	const take = async (file: StructureFile) => {
		const { name } = file;
		try {
			const imported = await importFile(file);
			const to: Chosen = { from: 'new', id: name };
			setDrafts((all) => new Map([...all, [keyOf(to), imported.text]]));
			setOutside((all) => new Map([...all, [name, imported.outside]]));
			choose(to);
		} catch (error) {
			toastError(words.unread(name), error);
		}
	};
	const dropped = useStructureFiles(({ files }) => files);
	// biome-ignore lint/correctness/useExhaustiveDependencies: files are taken once
	useEffect(() => {
		if (dropped.length === 0) return;
		useStructureFiles.setState({ files: [] });
		for (const file of dropped) void take(file);
	}, [dropped]);
	const imported = [...drafts.keys()].filter((one) => one.startsWith(IMPORTED) && one !== IMPORTED);
	const missing = chosen.from === 'new' ? (outside.get(chosen.id) ?? []) : [];
	return (
		<Dialog title={words.title} onClose={closeDialog} width={1280}>
			<div className="structures">
				<StructureList
					own={own}
					chosen={chosen}
					edited={new Set(drafts.keys())}
					onChoose={choose}
					imported={imported.map((one) => one.slice(IMPORTED.length))}
					onFile={(file) => void take(file)}
				/>
				<section className="structure-edit" aria-label={words.editor}>
					<StructureEditor
						key={turn}
						text={text}
						checked={checked}
						onChange={(next) => setDrafts((all) => new Map([...all, [key, next]]))}
					/>
					{missing.length === 0 ? null : (
						<div className="structure-outside" role="note">
							<p>{words.outside(chosen.id)}</p>
							<ul>
								{missing.map((sentence) => (
									<li key={sentence}>{sentence}</li>
								))}
							</ul>
						</div>
					)}
					<div className="structure-actions">
						{saved === undefined ? null : <Button onClick={remove}>{words.remove}</Button>}
						<Button variant="primary" disabled={checked.usable === undefined} onClick={save}>
							{words.save}
						</Button>
					</div>
				</section>
				<TryStructure key={`${turn} tried`} usable={checked.usable} />
			</div>
		</Dialog>
	);
}

function keyOf({ from, id }: Chosen): string {
	return `${from} ${id}`;
}

/** The text of what is chosen, as it is saved. */
function textOf({ from, id }: Chosen): string {
	if (from === 'new') return structureText(FRESH);
	const { structures } = useStructures.getState();
	const found =
		from === 'own' ? structures.find((one) => idOf(one) === id) : STRUCTURE_SAMPLES.find((sample) => sample.id === id);
	return structureText(found ?? FRESH);
}
