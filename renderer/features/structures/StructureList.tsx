import { FileInput, Plus } from 'lucide-react';
import { useRef } from 'react';
import { STRUCTURE_SAMPLES } from '../../../common/structure/samples/index.ts';
import { idOf, type StructureDocument, titleOf } from '../../app/state/templates/structures.ts';
import type { StructureFile } from '../../app/state/window/structure-files.ts';
import { toastError } from '../../app/state/window/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { useDialogWords } from '../../words/dialogs.ts';

/** A structure in the list. */
export interface Chosen {
	readonly from: 'own' | 'samples' | 'new';
	readonly id: string;
}

interface StructureListProps {
	readonly own: readonly StructureDocument[];
	readonly chosen: Chosen;
	/** What has changes that are not saved: `own ID`. */
	readonly edited: ReadonlySet<string>;
	readonly onChoose: (chosen: Chosen) => void;
	/** Names of imported files whose structures are not saved. */
	readonly imported: readonly string[];
	/** A person has chosen a file to import. */
	readonly onFile: (file: StructureFile) => void;
}

/** The structures of the workspace, and samples to begin with. */
export function StructureList({ own, chosen, edited, imported, onChoose, onFile }: StructureListProps) {
	const { structures: words } = useDialogWords();
	const titles = new Map(Object.entries(words.sampleTitles));
	const entry = (from: Chosen['from'], id: string, title: string) => (
		<li key={id}>
			<button
				type="button"
				className="structure-entry"
				aria-current={chosen.from === from && chosen.id === id}
				title={title}
				onClick={() => onChoose({ from, id })}
			>
				<span>{title}</span>
				{from !== 'new' && edited.has(`${from} ${id}`) ? <small>{words.unsaved}</small> : null}
			</button>
		</li>
	);
	return (
		<nav className="structure-list" aria-label={words.list}>
			<Button icon={<Plus size={13} />} onClick={() => onChoose({ from: 'new', id: '' })}>
				{words.fresh}
			</Button>
			<ImportButton onFile={onFile} />
			{imported.length === 0 ? null : (
				<>
					<h3>{words.imported}</h3>
					<ul>{imported.map((file) => entry('new', file, file))}</ul>
				</>
			)}
			<h3>{words.own}</h3>
			{own.length === 0 ? <p>{words.noneOwn}</p> : <ul>{own.map((one) => entry('own', idOf(one), titleOf(one)))}</ul>}
			<h3>{words.samples}</h3>
			<ul>{STRUCTURE_SAMPLES.map(({ id, title = id }) => entry('samples', id, titles.get(id) ?? title))}</ul>
		</nav>
	);
}

/** Reads files of this machine. */
function ImportButton({ onFile }: Pick<StructureListProps, 'onFile'>) {
	const { structures: words } = useDialogWords();
	const input = useRef<HTMLInputElement>(null);
	return (
		<>
			<Button icon={<FileInput size={13} />} title={words.importTypes} onClick={() => input.current?.click()}>
				{words.importFiles}
			</Button>
			<input
				ref={input}
				type="file"
				accept=".proto,.ksy,.json"
				multiple
				hidden
				data-testid="structure-files"
				onChange={(event) => {
					const files = [...(event.target.files ?? [])];
					event.target.value = '';
					for (const file of files) {
						file.text().then(
							(text) => onFile({ name: file.name, text }),
							(error: unknown) => toastError(words.unread(file.name), error),
						);
					}
				}}
			/>
		</>
	);
}
