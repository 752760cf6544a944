import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { findOffers, type Offer } from './catalogue.ts';
import { useUnavailableKinds } from './use-unavailable-kinds.ts';
import './gallery.css';

export interface GalleryProps {
	readonly onChoose: (offer: Offer) => void;
	/** Name in an unfinished form. */
	readonly unfinished: string | undefined;
	/** Returns to that form. */
	readonly onContinue: () => void;
}

/** Everything that can be created, with a focused search field: type, arrow keys, Enter. */
export function Gallery({ onChoose, unfinished, onContinue }: GalleryProps) {
	const [query, setQuery] = useState('');
	const [at, setAt] = useState(0);
	const listId = useId();
	const list = useRef<HTMLDivElement>(null);
	const found = findOffers(query);
	const unavailable = useUnavailableKinds();
	const choose = (offer: Offer) => {
		if (!unavailable.has(offer.config.kind)) onChoose(offer);
	};
	const current = found[Math.min(at, found.length - 1)];
	const optionId = (offer: Offer) => `${listId}-${offer.id}`;
	const currentId = current === undefined ? undefined : optionId(current);

	useEffect(() => {
		if (currentId === undefined) return;
		list.current?.querySelector(`#${CSS.escape(currentId)}`)?.scrollIntoView({ block: 'nearest' });
	}, [currentId]);

	function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
		if (event.key === 'Enter' && current !== undefined && !event.nativeEvent.isComposing) choose(current);
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
				placeholder="Search: echo, udp, client…"
				value={query}
				onChange={(text) => {
					setQuery(text);
					setAt(0);
				}}
				onKeyDown={onKeyDown}
			/>
			{unfinished === undefined ? null : (
				<div className="gallery-unfinished">
					<span>{unfinished === '' ? 'A form' : unfinished} was left unfinished.</span>
					<Button onClick={onContinue}>Continue with it</Button>
				</div>
			)}
			<div ref={list} id={listId} role="listbox" aria-label="Kinds and presets" className="gallery-list" tabIndex={-1}>
				{[...Map.groupBy(found, (offer) => (query.trim() === '' ? offer.group : ''))].map(([group, members]) => (
					// biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
					<div key={group} role="group" aria-label={group === '' ? 'Found' : group} className="gallery-group">
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
								onChoose={() => choose(offer)}
							/>
						))}
					</div>
				))}
			</div>
			{found.length === 0 ? <p className="gallery-none">Nothing has all of these words.</p> : null}
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
	readonly onChoose: () => void;
}

function Option({ id, offer, current, unavailable, onPoint, onChoose }: OptionProps) {
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
			onClick={onChoose}
		>
			<span className="gallery-title">{offer.title}</span>
			{offer.blank ? null : <span className="gallery-id">{offer.id}</span>}
			<span className="gallery-summary">{offer.summary}</span>
			{unavailable === undefined ? null : <span className="gallery-unavailable">Unavailable: {unavailable}</span>}
		</div>
	);
}
