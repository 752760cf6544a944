import { useState } from 'react';
import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import { DECODERS } from '../../../../common/decode/index.ts';
import { type ChoiceScope, chooseProtocol, useChosen, useChosenOfRow } from '../../../app/shared/decoded/chosen.ts';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { Fields } from '../../../app/shared/fields/Fields.tsx';
import type { ByteSelection } from '../../../app/shared/hex/byte-selection.ts';
import type { ByteSource } from '../../../app/shared/hex/byte-source.ts';
import { HexView } from '../../../app/shared/hex/HexView.tsx';
import { useStructureDecoders } from '../../../app/shared/structures/decoders.ts';
import { openDialog } from '../../../app/state/window/dialogs.ts';
import type { Lit } from '../../../bytes/lit.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { openFieldMenu } from './field-menu.ts';
import { type DecodedEvent, useDecoded } from './use-decoded.ts';
import './decoded.css';

interface DecodedViewProps {
	readonly row: CaptureRow;
	readonly source: ByteSource;
	readonly selection: ByteSelection | undefined;
	readonly onSelect: (selection: ByteSelection | undefined) => void;
	readonly lit: Lit;
	readonly onCopyBytes: () => void;
	readonly onCopyText: (text: string) => void;
}

/** A message as a tree of fields above its bytes: a selected field selects its bytes, selected bytes their field. */
export default function DecodedView(props: DecodedViewProps) {
	const { row, source, selection, onSelect, lit, onCopyBytes, onCopyText } = props;
	const { decode: words } = useDialogWords();
	const kept = useChosen(row.endpoint);
	const direction = row.direction === 'out' ? 'out' : 'in';
	const structures = useStructureDecoders();
	const own = useChosenOfRow(row);
	const wanted = own ?? kept?.[direction];
	// A structure may have been removed, or have problems.
	const chosen = [...structures, ...DECODERS].some(({ id }) => id === wanted) ? wanted : undefined;
	const [scope, setScope] = useState<ChoiceScope>('endpoint');
	const event = useDecoded(row, source, chosen, structures);
	const structure = structures.find(({ id }) => id === event?.decoded?.decoder.id)?.id;
	const fields = event?.decoded?.fields ?? [];
	return (
		<>
			<div className="decoded-head">
				<Select
					label={words.protocol}
					aside={<ExplainButton explains="dialogs.protocol" />}
					value={chosen ?? ''}
					choices={[
						{ value: '', label: guessText(event, words) },
						...structures.map(({ id, title }) => ({ value: id, label: title })),
						...DECODERS.map((decoder) => ({ value: decoder.id, label: titleOf(decoder, words) })),
					]}
					onChange={(value) => chooseProtocol(row, kept, scope, value === '' ? undefined : value)}
				/>
				<Select
					label={words.scope}
					aside={<ExplainButton explains="dialogs.protocol" />}
					value={scope}
					choices={[
						{ value: 'endpoint', label: words.scopes.endpoint },
						{ value: 'in', label: words.scopes.in },
						{ value: 'out', label: words.scopes.out },
						{ value: 'event', label: words.scopes.event },
					]}
					onChange={setScope}
				/>
				<Button
					variant="ghost"
					onClick={() => openDialog({ kind: 'structures', ...(structure === undefined ? {} : { shows: structure }) })}
				>
					{words.structures}
				</Button>
				{source.total > (event?.length ?? source.total) ? <span>{words.first(event?.length ?? 0)}</span> : null}
			</div>
			<div className="decoded-parts">
				{event !== undefined && event.decoded === undefined ? (
					<EmptyState title={words.none.title}>{words.none.text}</EmptyState>
				) : null}
				{event?.decoded === undefined ? null : (
					<Fields
						key={`${row.n} ${event.decoded.decoder.id}`}
						fields={fields}
						selection={selection}
						onSelect={onSelect}
						onCopyText={onCopyText}
						onMenu={(id, place) => openFieldMenu(fields, id, place, onCopyText)}
					/>
				)}
				<HexView source={source} selection={selection} onSelect={onSelect} lit={lit} onCopy={onCopyBytes} />
			</div>
		</>
	);
}

type Words = ReturnType<typeof useDialogWords>['decode'];

/** The name of a protocol, or what its decoder reads. */
function titleOf({ id, title }: { readonly id: string; readonly title: string }, { titles }: Words): string {
	return new Map(Object.entries(titles)).get(id) ?? title;
}

/** The first choice: what the bytes look like. */
function guessText(event: DecodedEvent | undefined, words: Words): string {
	const guess = event?.guess;
	return guess === undefined
		? words.automatic
		: words.guessed(titleOf(guess.decoder, words), Math.floor(guess.sure * 100));
}
