import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { EVENT_KINDS } from '../../../common/capture/event.ts';
import { completeFilter, filterHints, type Suggestion, withHint } from '../../../common/filter/index.ts';
import type { Words } from '../../../common/words/en.ts';
import { useFieldNames } from '../../app/shared/fields/use-field-names.ts';
import { faultOf, useFault, whenChecked } from '../../app/shared/filter-fault.ts';
import { useKnownProtocols } from '../../app/shared/known-protocols.ts';
import { applyFilter, useFilter } from '../../app/state/capture/filter.ts';
import { rememberFilter, savedFor, useSavedFilters } from '../../app/state/capture/saved-filters.ts';
import { showFirstMatch } from '../../app/state/capture/search/find-next.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { requestFocus, useTakeFocus } from '../../app/state/window/focus.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useWords } from '../../words/index.ts';
import { FilterCount } from './FilterCount.tsx';
import { FilterFault } from './FilterFault.tsx';
import { FilterHints } from './FilterHints.tsx';
import { FilterMenu } from './FilterMenu.tsx';
import { optionId, Suggestions } from './Suggestions.tsx';
import { useFilterHistory } from './use-history.ts';
import './filter.css';

/** Milliseconds without typing before the filter is applied. */
const PAUSE_MS = 400;

/** The filter field above the log: editing, completion, and the result. */
export function FilterField() {
	const { filter: words } = useWords();
	const applied = useFilter((filter) => filter.applied);
	const [text, setText] = useState(applied);
	const [caret, setCaret] = useState(0);
	const [focused, setFocused] = useState(false);
	/** Whether the focus is on the field or a button of it. */
	const [within, setWithin] = useState(false);
	/** Suggestions show for a started word, and in the empty field; for another word only on request. */
	const [offering, setOffering] = useState<'no' | 'word' | 'asked'>('no');
	const [active, setActive] = useState(-1);
	/** The last text that was paused at or applied: a fault shows only then, not at each letter. */
	const [settled, setSettled] = useState(text);
	/** The caret position after an accepted suggestion. */
	const [accepted, setAccepted] = useState<number>();
	const input = useRef<HTMLInputElement>(null);
	const id = useId();
	/** The last filter applied from here: the text being edited has priority over it. */
	const mine = useRef(applied);
	const filters = useSavedFilters((saved) => saved.filters);
	const history = useFilterHistory();
	const names = useWorkbench(useShallow(({ endpoints }) => [...endpoints.values()].map(({ config }) => config.name)));
	const known = useKnownProtocols((protocols) => protocols.known);
	const fields = useFieldNames(focused && text.includes('.'));

	useTakeFocus(
		'filter',
		useCallback(() => {
			input.current?.focus();
			input.current?.select();
		}, []),
	);
	// Changed elsewhere: removed in the empty log, narrowed on the timeline.
	useEffect(() => {
		if (applied === mine.current) return;
		mine.current = applied;
		setText(applied);
		setSettled(applied);
	}, [applied]);
	const settle = useCallback((written: string) => {
		const before = mine.current;
		setSettled(written);
		whenChecked(written, () => {
			// Changed elsewhere while the pause ran: that is newer, and about to show here.
			if (useFilter.getState().applied !== before || faultOf(written) !== undefined) return;
			mine.current = written.trim();
			applyFilter(mine.current);
		});
	}, []);
	useEffect(() => {
		const before = mine.current;
		const pause = setTimeout(() => {
			// Else a filter from elsewhere has come, whose text is not rendered yet.
			if (mine.current === before) settle(text);
		}, PAUSE_MS);
		return () => clearTimeout(pause);
	}, [text, settle]);
	const completion = useMemo(() => {
		const found = completeFilter(text, caret, { endpoints: names, fields, protocols: known });
		const saved = savedFor(text, filters).map(({ name, text: insert }) => ({ insert, about: words.saved(name) }));
		const explained = found.suggestions.map(({ insert, about }) => ({ insert, about: explain(about, words) }));
		return { ...found, saved: saved.length, suggestions: [...saved, ...explained] };
	}, [text, caret, names, fields, known, filters, words]);
	const started = completion.from < completion.to || (text.trim() !== '' && completion.saved > 0);
	const wanted = offering === 'asked' || (offering === 'word' && started);
	const open = focused && wanted && completion.suggestions.length > 0;
	const found = useFault(text);
	const fault = settled === text ? found : undefined;
	const nothing = useFilter(({ state }) => state?.matched === 0);
	const hints = useMemo(() => (settled === text ? filterHints(text, known) : []), [settled, text, known]);

	const write = (next: string, at: number) => {
		setText(next);
		setCaret(at);
		setActive(-1);
		setOffering(next === '' ? 'asked' : 'word');
	};
	/** Sets the whole text and applies it. */
	const choose = (whole: string) => {
		write(whole, whole.length);
		setAccepted(whole.length);
		setOffering('no');
		settle(whole);
		rememberFilter(whole);
	};
	const recall = (by: 1 | -1) => {
		const recent = history.step(by, text);
		if (recent === undefined) return;
		setText(recent);
		setCaret(recent.length);
		setAccepted(recent.length);
		setActive(-1);
		setOffering('no');
	};
	const accept = (index: number) => {
		const chosen = completion.suggestions[index];
		if (chosen === undefined) return;
		if (index < completion.saved) {
			choose(chosen.insert);
			return;
		}
		const { from, to } = completion;
		const open = /[:=<.]$/.test(chosen.insert);
		const insert = open ? chosen.insert : `${chosen.insert} `;
		write(text.slice(0, from) + insert + text.slice(to).trimStart(), from + insert.length);
		setAccepted(from + insert.length);
	};
	// The caret can only be moved after the text has been rendered.
	useLayoutEffect(() => {
		if (accepted === undefined) return;
		input.current?.setSelectionRange(accepted, accepted);
		setAccepted(undefined);
	}, [accepted]);

	const clear = () => {
		history.reset();
		rememberFilter(applied);
		setText('');
		setCaret(0);
		setOffering('no');
		setSettled('');
		mine.current = '';
		applyFilter('');
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
		const { length } = completion.suggestions;
		if (event.key === 'ArrowDown' && history.browsing()) recall(-1);
		else if (event.key === 'ArrowUp' && (!open || (text === '' && active < 0))) recall(1);
		else if (event.key === 'ArrowDown' && length > 0) {
			setOffering('asked');
			setActive((now) => (open ? (now + 1) % length : 0));
		} else if (event.key === 'ArrowUp' && open) setActive((now) => (now <= 0 ? length - 1 : now - 1));
		else if (event.key === 'Enter' && open && active >= 0) accept(active);
		else if (event.key === 'Tab' && !event.shiftKey && open && active >= 0) accept(active);
		else if (event.key === 'Enter') {
			setOffering('no');
			settle(text);
			if (faultOf(text) !== undefined) return;
			whenChecked(text, () => showFirstMatch(text.trim()));
			rememberFilter(text);
			history.reset();
			requestFocus('log');
		} else if (event.key === 'Escape' && open && active >= 0) setOffering('no');
		else if (event.key === 'Escape' && text !== '') clear();
		else if (event.key === 'Escape') requestFocus('log');
		else return;
		event.preventDefault();
	};

	return (
		<search
			className="filter"
			onFocus={() => setWithin(true)}
			onBlur={({ currentTarget, relatedTarget }) => setWithin(currentTarget.contains(relatedTarget))}
		>
			<Search size={14} aria-hidden="true" />
			<input
				ref={input}
				type="text"
				role="combobox"
				className="filter-input"
				aria-label={words.label}
				aria-expanded={open}
				aria-controls={`${id}-list`}
				aria-autocomplete="list"
				aria-invalid={fault === undefined ? undefined : true}
				aria-describedby={fault === undefined ? undefined : `${id}-fault`}
				aria-activedescendant={open && active >= 0 ? optionId(id, active) : undefined}
				autoComplete="off"
				spellCheck={false}
				placeholder={words.example}
				value={text}
				onChange={({ target }) => {
					history.reset();
					write(target.value, target.selectionStart ?? target.value.length);
				}}
				onSelect={({ currentTarget }) => {
					if (currentTarget.selectionStart === currentTarget.selectionEnd) setCaret(currentTarget.selectionStart ?? 0);
				}}
				onFocus={() => {
					setFocused(true);
					if (text === '') setOffering('asked');
				}}
				onBlur={() => setFocused(false)}
				onKeyDown={onKeyDown}
			/>
			<FilterCount />
			{text === '' ? null : (
				<IconButton label={words.clear} tip={words.clearTip} onClick={clear}>
					<X size={14} />
				</IconButton>
			)}
			<FilterMenu onChoose={choose} />
			{open ? (
				<Suggestions id={id} suggestions={completion.suggestions} active={active} onChoose={accept} />
			) : (within || nothing) && hints.length > 0 ? (
				<FilterHints hints={hints} onFollow={(hint) => choose(withHint(text, hint))} />
			) : (
				<FilterFault id={`${id}-fault`} text={text} fault={fault} />
			)}
		</search>
	);
}

/** What a completion is. */
function explain(about: Suggestion['about'], { keys, anyNote, types }: Words['filter']): string {
	switch (about) {
		case undefined:
			return '';
		case 'kind':
			return EVENT_KINDS.join(', ');
		case 'anyNote':
			return anyNote;
		case 'number':
		case 'bytes':
		case 'truth':
		case 'textual':
			return types[about];
		default:
			return keys[about];
	}
}
