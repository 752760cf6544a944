import { ArrowDown, ArrowUp, TextSearch, X } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useId, useRef } from 'react';
import { useFault } from '../../app/shared/filter-fault.ts';
import { useTip } from '../../app/shared/use-tip.ts';
import { closeBar, stopJump, useJump } from '../../app/state/capture/jump.ts';
import { findNext } from '../../app/state/capture/search/find-next.ts';
import { useTakeFocus } from '../../app/state/window/focus.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useWords } from '../../words/index.ts';
import { JumpStatus } from './JumpStatus.tsx';
import { MatchCount } from './MatchCount.tsx';

/** Searches for events that match a filter, and hides nothing. */
export function FindBar() {
	const { jump: words, filter: filterWords } = useWords();
	const tip = useTip();
	const find = useJump((state) => state.find);
	const running = useJump((state) => state.running);
	const input = useRef<HTMLInputElement>(null);
	const id = useId();
	const take = useCallback(() => {
		input.current?.focus();
		input.current?.select();
	}, []);
	useTakeFocus('find', take);
	useEffect(take, [take]);
	const fault = useFault(find);
	const ready = fault === undefined && find.trim() !== '';
	const go = (back: boolean) => {
		if (ready) findNext(back);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.nativeEvent.isComposing) return;
		if (event.key === 'Enter') go(event.shiftKey);
		else if (event.key === 'Escape' && running) stopJump();
		else if (event.key === 'Escape') closeBar();
		else return;
		event.preventDefault();
	};
	return (
		<search className="jump-bar" aria-label={words.findBar}>
			<div className="jump-field">
				<TextSearch size={14} aria-hidden="true" />
				<input
					ref={input}
					type="text"
					aria-label={words.find}
					aria-invalid={fault === undefined ? undefined : true}
					aria-describedby={fault === undefined ? undefined : `${id}-fault`}
					autoComplete="off"
					spellCheck={false}
					placeholder={words.findExample}
					value={find}
					onChange={({ target }) => {
						stopJump();
						useJump.setState({
							find: target.value,
							searched: '',
							target: undefined,
							state: undefined,
							error: undefined,
						});
					}}
					onKeyDown={onKeyDown}
				/>
			</div>
			<IconButton
				label={words.previousMatch}
				tip={tip(words.previous, 'previous-match')}
				disabled={!ready}
				onClick={() => go(true)}
			>
				<ArrowUp size={15} />
			</IconButton>
			<IconButton
				label={words.nextMatch}
				tip={tip(words.next, 'next-match')}
				disabled={!ready}
				onClick={() => go(false)}
			>
				<ArrowDown size={15} />
			</IconButton>
			{fault === undefined ? (
				<>
					<MatchCount />
					<JumpStatus />
				</>
			) : (
				<span id={`${id}-fault`} className="jump-status jump-error" role="status">
					{filterWords.faultAt(fault.position + 1, fault.message, fault.hint ?? '')}
				</span>
			)}
			<IconButton label={words.closeSearch} tip={words.closeTip} onClick={closeBar}>
				<X size={15} />
			</IconButton>
		</search>
	);
}
