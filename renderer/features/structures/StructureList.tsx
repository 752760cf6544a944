import { FileInput, Plus } from 'lucide-react';
import { useRef } from 'react';
import { STRUCTURE_SAMPLES } from '../../../common/structure/samples/index.ts';
import { idOf, type StructureDocument, titleOf } from '../../app/state/templates/structures.ts';
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
	/** A person has chosen a .proto file. */
	readonly onProto: (text: string, file: string) => void;
}

/** The structures of the workspace, and samples to begin with. */
export function StructureList({ own, chosen, edited, onChoose, onProto }: StructureListProps) {
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
				{edited.has(`${from} ${id}`) ? <small>{words.unsaved}</small> : null}
			</button>
		</li>
	);
	return (
		<nav className="structure-list" aria-label={words.list}>
			<Button icon={<Plus size={13} />} onClick={() => onChoose({ from: 'new', id: '' })}>
				{words.fresh}
			</Button>
			<ProtoButton onText={onProto} />
			<h3>{words.own}</h3>
			{own.length === 0 ? <p>{words.noneOwn}</p> : <ul>{own.map((one) => entry('own', idOf(one), titleOf(one)))}</ul>}
			<h3>{words.samples}</h3>
			<ul>{STRUCTURE_SAMPLES.map(({ id, title = id }) => entry('samples', id, titles.get(id) ?? title))}</ul>
		</nav>
	);
}

interface ProtoButtonProps {
	readonly onText: StructureListProps['onProto'];
}

/** Reads a .proto file of this machine. */
function ProtoButton({ onText }: ProtoButtonProps) {
	const { structures: words } = useDialogWords();
	const input = useRef<HTMLInputElement>(null);
	return (
		<>
			<Button icon={<FileInput size={13} />} onClick={() => input.current?.click()}>
				{words.importProto}
			</Button>
			<input
				ref={input}
				type="file"
				accept=".proto"
				hidden
				data-testid="proto-file"
				onChange={(event) => {
					const file = event.target.files?.[0];
					event.target.value = '';
					file?.text().then(
						(text) => onText(text, file.name),
						(error: unknown) => toastError(words.protoUnread(file.name), error),
					);
				}}
			/>
		</>
	);
}
