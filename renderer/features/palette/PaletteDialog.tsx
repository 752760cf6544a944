import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Command } from '../../app/state/endpoints/endpoint-commands.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { closeDialog } from '../../app/state/window/dialogs.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { findCommands } from './commands.ts';
import './palette.css';
import { useWords } from '../../words/index.ts';

/** All commands by their words: type, arrow keys, Enter. */
export function PaletteDialog() {
	const { title } = useWords().palette;
	return (
		<Dialog title={title} onClose={closeDialog} width={560}>
			<Commands />
		</Dialog>
	);
}

/** Closes the list first, which restores the focus: a command may move it. */
function run({ onSelect }: Command): void {
	flushSync(closeDialog);
	onSelect();
}

function Commands() {
	// A snapshot from when it opened: rates change all the time, and nothing must move under the pointer.
	const [endpoints] = useState(() => [...useWorkbench.getState().endpoints.values()]);
	const text = useWords().palette;
	const [query, setQuery] = useState('');
	const [at, setAt] = useState(0);
	const id = useId();
	const list = useRef<HTMLDivElement>(null);
	const groups = useMemo(() => findCommands(query, endpoints), [query, endpoints]);
	const all = groups.flatMap(({ commands }) => commands);
	const index = Math.min(at, all.length - 1);
	const current = all[index];
	const currentId = current === undefined ? undefined : `${id}-${index}`;
	useEffect(() => {
		if (currentId === undefined) return;
		list.current?.querySelector(`#${CSS.escape(currentId)}`)?.scrollIntoView({ block: 'nearest' });
	}, [currentId]);

	function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
		if (event.key === 'Enter' && current !== undefined && !event.nativeEvent.isComposing) run(current);
		else if (event.key === 'ArrowDown') setAt(Math.min(index + 1, all.length - 1));
		else if (event.key === 'ArrowUp') setAt(Math.max(index - 1, 0));
		else return;
		event.preventDefault();
	}

	return (
		<>
			<SearchField
				list={id}
				current={currentId}
				placeholder={text.search}
				value={query}
				onChange={(typed) => {
					setQuery(typed);
					setAt(0);
				}}
				onKeyDown={onKeyDown}
			/>
			<div ref={list} id={id} role="listbox" aria-label={text.title} className="palette-list" tabIndex={-1}>
				{groups.map(({ name, commands }, place) => (
					// biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
					// biome-ignore lint/suspicious/noArrayIndexKey: endpoints may share a name
					<div key={place} role="group" aria-label={name}>
						<div className="palette-heading" aria-hidden="true">
							{name}
						</div>
						{commands.map((command) => {
							const n = all.indexOf(command);
							return (
								// biome-ignore lint/a11y/useKeyWithClickEvents: the search field keeps the focus and handles the keys
								// biome-ignore lint/a11y/useFocusableInteractive: the same
								<div
									key={command.label}
									id={`${id}-${n}`}
									role="option"
									aria-selected={n === index}
									className="palette-option"
									onMouseMove={() => setAt(n)}
									onClick={() => run(command)}
								>
									<span>{command.label}</span>
									{command.note === undefined ? null : <kbd>{command.note}</kbd>}
								</div>
							);
						})}
					</div>
				))}
			</div>
			{all.length === 0 ? <p className="palette-none">{text.none}</p> : null}
		</>
	);
}
