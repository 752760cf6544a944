// biome-ignore-all lint/a11y/useFocusableInteractive: the field keeps the focus and references it with aria-activedescendant
import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { CapturedConnection } from '../../../common/contract/calls/stream.ts';
import { formatBytes } from '../../app/shared/format.ts';
import { useWords } from '../../words/index.ts';
import { showConnection, useConversation } from './state/store.ts';
import { useConnections } from './state/use-connections.ts';

/** Selects a connection of the capture, live or stored, by any part of its description. */
export function ConnectionPicker() {
	const connection = useConversation((view) => view.connection);
	const words = useWords().conversation;
	const [open, setOpen] = useState(false);
	const button = useRef<HTMLButtonElement>(null);
	const close = (refocus: boolean) => {
		setOpen(false);
		if (refocus) button.current?.focus();
	};
	return (
		<div className="talk-picker">
			<button
				ref={button}
				type="button"
				className="talk-picker-button"
				aria-haspopup="listbox"
				aria-expanded={open}
				// Otherwise the field of the open list would lose the focus, and the list close before the click.
				onMouseDown={(event) => open && event.preventDefault()}
				onClick={() => setOpen(!open)}
			>
				<span>{connection === undefined ? words.choose : words.connection(connection)}</span>
				<ChevronDown size={13} aria-hidden="true" />
			</button>
			{open ? <PickerList onClose={close} /> : null}
		</div>
	);
}

function PickerList({ onClose }: { readonly onClose: (refocus: boolean) => void }) {
	const words = useWords().conversation.picker;
	const id = useId();
	const [text, setText] = useState('');
	const [active, setActive] = useState(0);
	const { connections, total, state, error } = useConnections(text);
	const list = useRef<HTMLDivElement>(null);
	const shown = connections ?? [];
	const at = Math.min(active, shown.length - 1);
	useEffect(() => {
		list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
	}, [at]);
	const choose = (chosen: CapturedConnection | undefined) => {
		if (chosen === undefined) return;
		showConnection(chosen.id, chosen.pair);
		onClose(true);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key === 'ArrowDown') setActive(Math.min(at + 1, shown.length - 1));
		else if (event.key === 'ArrowUp') setActive(Math.max(at - 1, 0));
		else if (event.key === 'Enter') choose(shown[at]);
		else if (event.key === 'Escape') onClose(true);
		else return;
		event.preventDefault();
		event.stopPropagation();
	};
	const looking = state !== undefined && state.scanned < state.stored && !state.limited;
	return (
		<div className="ui-popup talk-picker-panel">
			<input
				type="text"
				role="combobox"
				className="ui-input"
				aria-label={words.find}
				aria-expanded="true"
				aria-controls={`${id}-list`}
				{...(at >= 0 ? { 'aria-activedescendant': `${id}-${at}` } : {})}
				placeholder={words.placeholder}
				autoComplete="off"
				spellCheck={false}
				// biome-ignore lint/a11y/noAutofocus: it opens on a click, to be typed into
				autoFocus
				value={text}
				onChange={(event) => {
					setText(event.target.value);
					setActive(0);
				}}
				onBlur={() => onClose(false)}
				onKeyDown={onKeyDown}
			/>
			<div role="listbox" ref={list} id={`${id}-list`} className="talk-picker-list" aria-label={words.list}>
				{shown.map((connection, i) => (
					<div
						key={connection.id}
						role="option"
						id={`${id}-${i}`}
						className="talk-picker-option"
						aria-selected={i === at}
						onMouseDown={(event) => {
							// The field keeps the focus until the list has closed.
							event.preventDefault();
							choose(connection);
						}}
					>
						<Summary connection={connection} />
					</div>
				))}
			</div>
			<div className="talk-picker-note" role="status">
				{error !== undefined
					? error.message
					: total > shown.length
						? words.some(shown.length, total)
						: looking
							? words.looking
							: shown.length > 0
								? ''
								: text === ''
									? words.none
									: words.noMatch}
			</div>
		</div>
	);
}

/** The description of a connection in a list. */
function Summary({ connection }: { readonly connection: CapturedConnection }) {
	const words = useWords().conversation.picker;
	const { id, endpoint, protocol, remote, local, bytesIn, bytesOut, closed } = connection;
	return (
		<>
			<span className="talk-summary-number">
				<span role="img" aria-label={closed ? words.closed : words.open}>
					{closed ? '○' : '●'}
				</span>{' '}
				#{id}
			</span>
			<span className="talk-summary-ends">
				{endpoint} <span>{protocol}</span> {local} ⇄ {remote}
			</span>
			<span className="talk-summary-bytes">
				← {formatBytes(bytesIn)} → {formatBytes(bytesOut)}
			</span>
		</>
	);
}
