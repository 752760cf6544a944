// biome-ignore-all lint/a11y/useFocusableInteractive: the field keeps the focus and references it with aria-activedescendant

import { CornerDownRight, X } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import { closeBar, useJump } from '../../app/state/capture/jump.ts';
import { requestFocus, useTakeFocus } from '../../app/state/window/focus.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useWords } from '../../words/index.ts';
import { goTo, gotoContext } from './goto.ts';
import { type GotoOption, gotoOptions } from './goto-options.ts';
import type { GotoContext } from './parse-goto.ts';

/** One field to jump to a time, an event, or the next of a kind. */
export function GotoBar() {
	const words = useWords().jump;
	const [text, setText] = useState('');
	const [active, setActive] = useState(0);
	const [fault, setFault] = useState('');
	const [context, setContext] = useState<GotoContext>();
	const input = useRef<HTMLInputElement>(null);
	const id = useId();
	const take = useCallback(() => {
		input.current?.focus();
		input.current?.select();
	}, []);
	useTakeFocus('goto', take);
	useEffect(take, [take]);
	useEffect(() => {
		let gone = false;
		gotoContext().then(
			(known) => {
				if (!gone) setContext(known);
			},
			(error: unknown) => setFault(messageOf(error)),
		);
		return () => {
			gone = true;
		};
	}, []);
	const options = gotoOptions(text, context);

	const close = () => {
		useJump.setState({ bar: 'none' });
		requestFocus('log');
	};
	const choose = (option: GotoOption | undefined) => {
		if (option?.run !== undefined) {
			close();
			option.run();
			return;
		}
		goTo(text).then(
			(problem) => {
				if (problem === undefined) close();
				else setFault(problem);
			},
			(error: unknown) => setFault(messageOf(error)),
		);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.nativeEvent.isComposing) return;
		const { length } = options;
		if (event.key === 'ArrowDown' && length > 0) setActive((now) => (now + 1) % length);
		else if (event.key === 'ArrowUp' && length > 0) setActive((now) => (now + length - 1) % length);
		else if (event.key === 'Enter') choose(options[active]);
		else if (event.key === 'Escape') closeBar();
		else return;
		event.preventDefault();
	};

	return (
		<search className="jump-bar" aria-label={words.goTo}>
			<div className="jump-field">
				<CornerDownRight size={14} aria-hidden="true" />
				<input
					ref={input}
					type="text"
					role="combobox"
					aria-label={words.goTo}
					aria-expanded={options.length > 0}
					aria-controls={`${id}-list`}
					aria-autocomplete="list"
					aria-activedescendant={options.length > 0 ? `${id}-${active}` : undefined}
					autoComplete="off"
					spellCheck={false}
					placeholder={words.goToExample}
					value={text}
					onChange={({ target }) => {
						setText(target.value);
						setActive(0);
						setFault('');
					}}
					onKeyDown={onKeyDown}
				/>
				<div
					role="listbox"
					id={`${id}-list`}
					className="ui-popup jump-list"
					aria-label={words.places}
					hidden={options.length === 0}
				>
					{options.map((option, i) => (
						<div
							key={option.label}
							role="option"
							id={`${id}-${i}`}
							className="jump-option"
							aria-selected={i === active}
							onMouseDown={(event) => {
								// The field keeps the focus until it is closed.
								event.preventDefault();
								choose(option);
							}}
						>
							<span>{option.label}</span>
							<span className="jump-about">{option.about}</span>
						</div>
					))}
				</div>
			</div>
			<span className="jump-status jump-error" role="status">
				{fault}
			</span>
			<IconButton label={words.close} tip={words.closeTip} onClick={closeBar}>
				<X size={15} />
			</IconButton>
		</search>
	);
}
