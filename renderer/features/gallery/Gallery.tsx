import { CodeXml, Play } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { findOffers, type Offer } from '../../app/shared/offers/offers.ts';
import { Button } from '../../ui/Button.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { useWords } from '../../words/index.ts';
import { AboutPreset } from './AboutPreset.tsx';
import { asOneLine, isCommandLine, useCommandLine } from './command-line.ts';
import { createFromCommand } from './create-command.ts';
import { LessonStrip } from './LessonStrip.tsx';
import { PastedCommand } from './PastedCommand.tsx';
import { useUnavailableKinds } from './use-unavailable-kinds.ts';
import './gallery.css';
import { openOver } from '../../app/state/window/over-dialog.ts';
import { keyText } from '../../app/state/window/shortcuts.ts';
import { useDialogWords } from '../../words/dialogs.ts';

export interface GalleryProps {
	/** Opens its form. */
	readonly onChoose: (offer: Offer) => void;
	/** Creates and starts it as it is. */
	readonly onStart: (offer: Offer) => void;
	/** Name in an unfinished form. */
	readonly unfinished: string | undefined;
	/** Returns to that form. */
	readonly onContinue: () => void;
	/** A command line has made something. */
	readonly onCreated: () => void;
	/** Opens a lesson; without one, the list of them. */
	readonly onLesson: (lesson?: string) => void;
}

/** Everything that can be created, with a focused search field: type, arrow keys, Enter. */
export function Gallery({ onChoose, onStart, unfinished, onContinue, onCreated, onLesson }: GalleryProps) {
	const [query, setQuery] = useState('');
	const [at, setAt] = useState(0);
	const listId = useId();
	const list = useRef<HTMLDivElement>(null);
	const pasted = isCommandLine(query);
	const command = useCommandLine(query);
	const [error, setError] = useState<string>();
	const creating = useRef(false);
	const found = pasted ? [] : findOffers(query);
	const unavailable = useUnavailableKinds();
	const { groups } = useWords().offers;
	const text = useDialogWords().gallery;
	const choose = (offer: Offer, start = false) => {
		if (unavailable.has(offer.config.kind)) return;
		if (start) onStart(offer);
		else onChoose(offer);
	};
	const createCommand = async () => {
		if (creating.current) return;
		creating.current = true;
		const why = await createFromCommand(query);
		creating.current = false;
		setError(why);
		if (why === undefined) onCreated();
	};
	const search = (text: string) => {
		setQuery(text);
		setAt(0);
		setError(undefined);
	};
	const current = found[Math.min(at, found.length - 1)];
	const optionId = (offer: Offer) => `${listId}-${offer.id}`;
	const currentId = current === undefined ? undefined : optionId(current);

	useEffect(() => {
		if (currentId === undefined) return;
		list.current?.querySelector(`#${CSS.escape(currentId)}`)?.scrollIntoView({ block: 'nearest' });
	}, [currentId]);

	function onPaste(event: ClipboardEvent<HTMLInputElement>): void {
		const text = event.clipboardData.getData('text/plain');
		// A field would join the lines of a long command, and lose what separates them.
		if (!isCommandLine(text) || !/[\r\n]/.test(text.trim())) return;
		search(asOneLine(text));
		event.preventDefault();
	}

	function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
		if (event.key === 'Enter' && pasted && !event.nativeEvent.isComposing) void createCommand();
		else if (event.key === 'Enter' && event.altKey && current !== undefined) showCode(current);
		else if (event.key === 'Enter' && current !== undefined && !event.nativeEvent.isComposing)
			choose(current, event.ctrlKey || event.metaKey);
		else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1));
		else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
		else return;
		event.preventDefault();
	}

	return (
		<>
			<SearchField
				list={listId}
				current={currentId}
				placeholder={text.search}
				value={query}
				onChange={search}
				onPaste={onPaste}
				onKeyDown={onKeyDown}
			/>
			{unfinished === undefined ? null : (
				<div className="gallery-unfinished">
					<span>{text.unfinished(unfinished)}</span>
					<Button onClick={onContinue}>{text.goOn}</Button>
				</div>
			)}
			{pasted ? null : <LessonStrip query={query} onOpen={onLesson} />}
			<div
				ref={list}
				id={listId}
				role="listbox"
				aria-label={text.list}
				className={pasted ? 'gallery-list gallery-list-none' : 'gallery-list'}
				tabIndex={-1}
			>
				{[...Map.groupBy(found, (offer) => (query.trim() === '' ? groups[offer.group] : ''))].map(
					([group, members]) => (
						// biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
						<div key={group} role="group" aria-label={group === '' ? text.found : group} className="gallery-group">
							{group === '' ? null : (
								<div className="gallery-heading" aria-hidden="true">
									{group}
								</div>
							)}
							{members.map((offer) => (
								<Option
									key={offer.id}
									id={optionId(offer)}
									offer={offer}
									current={offer === current}
									unavailable={unavailable.get(offer.config.kind)}
									onPoint={() => setAt(found.indexOf(offer))}
									onChoose={(start) => choose(offer, start)}
								/>
							))}
						</div>
					),
				)}
			</div>
			{pasted ? <PastedCommand found={command} error={error} onCreate={() => void createCommand()} /> : null}
			{found.length === 0 ? null : <AboutPreset offer={current} />}
			{found.length === 0 ? null : (
				<p className="gallery-keys">
					<kbd>{keyText('Enter')}</kbd> {text.opens} <kbd>{keyText('Ctrl+Enter')}</kbd> {text.starts}{' '}
					<kbd>{keyText('Alt+Enter')}</kbd> {text.shows}
				</p>
			)}
			{found.length === 0 && !pasted ? <p className="gallery-none">{text.none}</p> : null}
		</>
	);
}

interface OptionProps {
	readonly id: string;
	readonly offer: Offer;
	readonly current: boolean;
	/** Why this machine does not support it. */
	readonly unavailable: string | undefined;
	readonly onPoint: () => void;
	readonly onChoose: (start: boolean) => void;
}

function Option({ id, offer, current, unavailable, onPoint, onChoose }: OptionProps) {
	const words = useWords();
	const { title, summary } = offer.texts(words);
	const { start } = words.ui;
	const text = useDialogWords().gallery;
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the search field keeps the focus and handles the keys
		// biome-ignore lint/a11y/useFocusableInteractive: the same
		<div
			id={id}
			role="option"
			aria-selected={current}
			aria-disabled={unavailable === undefined ? undefined : true}
			className="gallery-option"
			onMouseMove={onPoint}
			onClick={() => onChoose(false)}
		>
			<span className="gallery-title">{title}</span>
			<span className="gallery-side">
				{offer.blank ? null : <span className="gallery-id">{offer.id}</span>}
				{current ? (
					<OfferAction tip={text.codeTip} onChoose={() => showCode(offer)}>
						<CodeXml size={11} /> {text.code}
					</OfferAction>
				) : null}
				{current && unavailable === undefined ? (
					<OfferAction tip={text.startTip} onChoose={() => onChoose(true)}>
						<Play size={11} fill="currentColor" /> {start}
					</OfferAction>
				) : null}
			</span>
			<span className="gallery-summary">{summary}</span>
			{unavailable === undefined ? null : <span className="gallery-unavailable">{text.unavailable(unavailable)}</span>}
		</div>
	);
}

interface OfferActionProps {
	readonly tip: string;
	readonly onChoose: () => void;
	readonly children: ReactNode;
}

/** What can be done with an entry in place of its form. Hidden from screen readers, for which the field describes the key: an option has no buttons. */
function OfferAction({ tip, onChoose, children }: OfferActionProps) {
	return (
		<span
			className="gallery-start"
			aria-hidden="true"
			title={tip}
			onClick={(event) => {
				event.stopPropagation();
				onChoose();
			}}
		>
			{children}
		</span>
	);
}

function showCode({ config }: Offer): void {
	openOver({ kind: 'code', source: { of: 'endpoint', config } });
}
