import { Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import type { SavedFilter } from '../../../common/filter/saved.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { FilterTextField } from '../../app/shared/fields/FilterTextField.tsx';
import { useFault } from '../../app/shared/filter-fault.ts';
import { applyFilter, useFilter } from '../../app/state/capture/filter.ts';
import { deleteFilter, renameFilter, saveFilter, useSavedFilters } from '../../app/state/capture/saved-filters.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { useWords } from '../../words/index.ts';

/** The saved filters: save the current one, use, rename or delete others. */
export function FiltersDialog() {
	const words = useDialogWords().filters;
	const { faultAt } = useWords().filter;
	const applied = useFilter((filter) => filter.applied);
	const filters = useSavedFilters((saved) => saved.filters);
	const [name, setName] = useState('');
	const [text, setText] = useState(applied);
	const fault = useFault(text);
	const replaces = filters.some((saved) => saved.name === name.trim());
	const ready = name.trim() !== '' && text.trim() !== '' && fault === undefined;
	const save = (event: FormEvent) => {
		event.preventDefault();
		if (!ready) return;
		saveFilter({ name: name.trim(), text: text.trim() });
		setName('');
	};
	return (
		<Dialog title={words.title} onClose={closeDialog} width={560}>
			<form className="filters-new" aria-label={words.save} onSubmit={save}>
				<TextField
					label={words.name}
					aside={<ExplainButton explains="dialogs.filterName" />}
					autoFocus
					maxLength={LIMITS.nameChars}
					value={name}
					onChange={setName}
				/>
				<FilterTextField
					label={words.filter}
					aside={<ExplainButton explains="dialogs.filter" />}
					maxLength={LIMITS.filterChars}
					error={fault === undefined ? undefined : faultAt(fault.position + 1, fault.message, '')}
					value={text}
					onChange={setText}
				/>
				<Button type="submit" variant="primary" disabled={!ready}>
					{replaces ? words.replace : words.store}
				</Button>
			</form>
			<ul className="filters-list" aria-label={words.title}>
				{filters.map((saved) => (
					<SavedRow key={saved.name} saved={saved} />
				))}
				{filters.length === 0 ? <li className="filters-none">{words.none}</li> : null}
			</ul>
		</Dialog>
	);
}

function SavedRow({ saved }: { readonly saved: SavedFilter }) {
	const words = useDialogWords().filters;
	const [name, setName] = useState(saved.name);
	const rename = () => {
		renameFilter(saved.name, name);
		setName(saved.name);
	};
	return (
		<li className="filters-row">
			<TextField
				label={words.nameOf(saved.name)}
				aside={<ExplainButton explains="dialogs.filterName" />}
				hideLabel
				maxLength={LIMITS.nameChars}
				value={name}
				onChange={setName}
				onBlur={rename}
				onKeyDown={(event) => {
					if (event.key === 'Enter') rename();
				}}
			/>
			<code title={saved.text}>{saved.text}</code>
			<Button
				onClick={() => {
					applyFilter(saved.text);
					closeDialog();
				}}
			>
				{words.apply}
			</Button>
			<IconButton label={words.delete(saved.name)} tip={false} onClick={() => deleteFilter(saved)}>
				<Trash2 size={14} />
			</IconButton>
		</li>
	);
}
