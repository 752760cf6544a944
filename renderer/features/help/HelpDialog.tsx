import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { closeHelp, EXPLANATIONS, GUIDE, type HelpPlace } from '../../app/state/window/help.ts';
import { openLessons } from '../../app/state/window/lessons.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { Contents } from './Contents.tsx';
import { ExchangePicture } from './ExchangePicture.tsx';
import { HelpText } from './HelpText.tsx';
import { chapterWith, type Section, sectionsWith } from './sections.ts';
import { useDocument } from './use-document.ts';
import './help.css';

/** The user guide, or what names mean, opened at a place: contents and search beside the text. */
export function HelpDialog({ place: first }: { readonly place: HelpPlace }) {
	const { help: text, lessons } = useDialogWords();
	const [place, setPlace] = useState<HelpPlace>(first);
	const [before, setBefore] = useState<readonly HelpPlace[]>([]);
	const [query, setQuery] = useState('');
	const list = useId();
	const article = useRef<HTMLElement>(null);
	const { sections, failure } = useDocument(place.document);
	const found = sectionsWith(sections, query);
	const shown = sections.find(({ id }) => id === place.part) ?? sections[0];
	const chapter = shown === undefined ? [] : chapterWith(sections, shown.id);
	const show = ({ id }: Section) => setPlace({ document: place.document, part: id });

	const open = useCallback(
		(next: HelpPlace) => {
			setBefore((places) => [...places, place]);
			setPlace(next);
			setQuery('');
		},
		[place],
	);
	const documents = [
		{ value: GUIDE, label: text.title },
		{ value: EXPLANATIONS, label: text.explanations },
	] as const;
	const back = () => {
		const last = before.at(-1);
		if (last === undefined) return;
		setPlace(last);
		setBefore(before.slice(0, -1));
		setQuery('');
	};

	const shownId = shown?.id;
	useEffect(() => {
		const heading = shownId === undefined ? null : article.current?.querySelector(`#${CSS.escape(`help-${shownId}`)}`);
		heading?.scrollIntoView({ block: 'start' });
	}, [shownId]);

	function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
		const at = found.findIndex(({ id }) => id === shownId);
		const by = { ArrowDown: 1, ArrowUp: -1, Enter: 0 }[event.key];
		if (by === undefined || event.nativeEvent.isComposing) return;
		const next = found[at === -1 ? 0 : Math.min(Math.max(0, at + by), found.length - 1)];
		if (next !== undefined) show(next);
		if (by === 0) article.current?.focus();
		event.preventDefault();
	}

	return (
		<Dialog
			title={place.document === EXPLANATIONS ? text.explanations : text.title}
			onClose={closeHelp}
			width={900}
			placement="sheet"
			lead={before.length === 0 ? undefined : <Button onClick={back}>{text.back}</Button>}
		>
			<div className="help">
				<div className="help-contents">
					<Segmented
						label={text.documents}
						className="help-documents"
						value={place.document === EXPLANATIONS ? EXPLANATIONS : GUIDE}
						segments={documents}
						onChange={(document) => open(document === GUIDE ? { document, part: 'first-minutes' } : { document })}
					/>
					<Button
						className="help-lessons"
						onClick={() => {
							closeHelp();
							openLessons();
						}}
					>
						{lessons.command}
					</Button>
					<SearchField
						list={list}
						current={found.some(({ id }) => id === shownId) ? `${list}-${shownId}` : undefined}
						placeholder={place.document === EXPLANATIONS ? text.searchExplanations : text.search}
						value={query}
						onChange={setQuery}
						onKeyDown={onKeyDown}
					/>
					<Contents id={list} sections={found} shown={shownId} onShow={show} />
					{sections.length > 0 && found.length === 0 ? <p className="help-none">{text.none}</p> : null}
				</div>
				{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling element must be reachable by keyboard */}
				<article ref={article} className="help-text" tabIndex={0} aria-label={chapter[0]?.title ?? text.title}>
					{failure === undefined ? null : (
						<Card tone="error" title={text.failed}>
							{failure}
						</Card>
					)}
					{chapter.map(({ id, level, title, body, picture }) => (
						<section key={id} aria-labelledby={`help-${id}`}>
							{level <= 2 ? <h3 id={`help-${id}`}>{title}</h3> : <h4 id={`help-${id}`}>{title}</h4>}
							<HelpText text={body} document={place.document} onOpen={open} />
							{picture === undefined ? null : <ExchangePicture picture={picture.of} words={picture.words} />}
						</section>
					))}
				</article>
			</div>
		</Dialog>
	);
}
