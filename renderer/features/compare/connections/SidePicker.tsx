import { useEffect, useId, useState } from 'react';
import type { CapturedConnection } from '../../../../common/contract/calls/stream.ts';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { useCaptures } from '../../../app/state/capture/captures.ts';
import { session } from '../../../app/state/host/session.ts';
import type { ComparedSide } from '../../../app/state/window/compared.ts';
import { toastError } from '../../../app/state/window/toasts.ts';
import { wholeNumber } from '../../../ui/NumberField.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { words as texts } from '../../../words/index.ts';
import { useLibraryChoices } from './use-library.ts';

const LIVE = 'live';

export interface SidePickerProps {
	readonly which: 'first' | 'second';
	readonly side: ComparedSide;
	/** The capture's connections, as far as they are suggested. */
	readonly connections: readonly CapturedConnection[];
	readonly onChange: (side: ComparedSide) => void;
}

/** Chooses one side of a comparison: a capture, which may have to be opened, and one of its connections or all. */
export function SidePicker({ which, side, connections, onChange }: SidePickerProps) {
	const words = useDialogWords().compare.connections;
	const id = useId();
	const open = useCaptures(({ list }) => list);
	const stored = useLibraryChoices(open);
	const [text, setText] = useState(side.connection === undefined ? '' : String(side.connection));
	useEffect(() => setText(side.connection === undefined ? '' : String(side.connection)), [side.connection]);
	const present = open.find((one) => one.id === side.capture);
	const isGone = side.capture !== undefined && present === undefined && open.length > 0;
	const choices = [
		{ value: LIVE, label: words.live },
		...open
			.filter(({ kind }) => kind !== 'live')
			.map((one) => ({ value: `open:${one.id}`, label: one.title, disabled: one.error !== undefined })),
		...(isGone ? [{ value: `open:${side.capture}`, label: words.closed, disabled: true }] : []),
		...stored.map(({ folder, label }) => ({ value: `stored:${folder}`, label })),
	];
	const choose = (value: string) => {
		if (value === LIVE) onChange({ capture: undefined, connection: undefined });
		else if (value.startsWith('open:')) onChange({ capture: value.slice('open:'.length), connection: undefined });
		else {
			session.call('openCapture', { path: value.slice('stored:'.length) }).then(
				(opened) => onChange({ capture: opened.id, connection: undefined }),
				(error: unknown) => toastError(texts().captureActions.notOpened, error),
			);
		}
	};
	const typed = (value: string) => {
		setText(value);
		const number = wholeNumber(value);
		if (value.trim() === '') onChange({ ...side, connection: undefined });
		else if (number !== undefined && number > 0) onChange({ ...side, connection: number });
	};
	const isWrong = text.trim() !== '' && (wholeNumber(text) ?? 0) < 1;
	return (
		<fieldset className="compare-side" aria-label={words.sides[which]}>
			<Select
				label={words.captures[which]}
				aside={<ExplainButton explains="dialogs.compared" />}
				value={side.capture === undefined ? LIVE : `open:${side.capture}`}
				choices={choices}
				error={isGone ? words.gone : present?.error?.message}
				onChange={choose}
			/>
			<TextField
				label={words.connection}
				aside={<ExplainButton explains="dialogs.compared" />}
				aria-label={words.connections[which]}
				inputMode="numeric"
				list={id}
				value={text}
				placeholder={words.all}
				error={isWrong ? words.wrongNumber : undefined}
				onChange={typed}
			/>
			<datalist id={id}>
				{connections.map((one) => (
					<option key={one.id} value={one.id}>
						{`${one.endpoint} ${one.local} ⇄ ${one.remote}`}
					</option>
				))}
			</datalist>
		</fieldset>
	);
}
