// biome-ignore-all lint/a11y/useFocusableInteractive: the field keeps the focus and references it with aria-activedescendant
import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, useCallback, useId, useRef, useState } from 'react';
import { beginsAsAddress } from '../../app/shared/address/address.ts';
import { requestFocus, useTakeFocus } from '../../app/state/window/focus.ts';
import { useWords } from '../../words/index.ts';
import { setTarget, setTyped, useComposer } from './store.ts';
import { TargetList } from './TargetList.tsx';
import type { ToOption } from './to/options.ts';
import { useTargetLabel, useToOptions } from './use-to.ts';

/** Where a message goes: chosen from a list, or an address that is typed. */
export function TargetField({ invalid }: { readonly invalid: boolean }) {
	const words = useWords().targets;
	const id = useId();
	const typed = useComposer((composer) => composer.typed);
	const label = useTargetLabel();
	/** While it is edited. */
	const [text, setText] = useState<string>();
	/** The same for the event that takes the focus away, which comes before the next render. */
	const written = useRef<string>(undefined);
	const [open, setOpen] = useState(false);
	const [active, setActive] = useState(0);
	const options = useToOptions(open, text);
	const input = useRef<HTMLInputElement>(null);
	useTakeFocus(
		'target',
		useCallback(() => input.current?.select(), []),
	);
	const at = Math.min(active, options.length - 1);
	const write = (next: string | undefined) => {
		written.current = next;
		setText(next);
	};
	const close = () => {
		setOpen(false);
		write(undefined);
		setActive(0);
	};
	const choose = ({ to }: ToOption) => {
		close();
		if ('target' in to) setTarget(to.target);
		else setTyped(to.address.text);
		requestFocus('composer');
	};
	const onEnter = () => {
		const option = open ? options[at] : undefined;
		if (option !== undefined) choose(option);
		else if (text !== undefined && text.trim() !== '') {
			setTyped(text.trim());
			close();
		} else requestFocus('composer');
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.nativeEvent.isComposing) return;
		if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
			const by = event.key === 'ArrowDown' ? 1 : -1;
			if (open) setActive(Math.min(Math.max(at + by, 0), options.length - 1));
			else setOpen(true);
		} else if (event.key === 'Enter') onEnter();
		else if (event.key === 'Escape' && open) close();
		else return;
		event.preventDefault();
		event.stopPropagation();
	};
	return (
		<div className="composer-to">
			<label htmlFor={id}>{words.to}</label>
			<span className="ui-select">
				<input
					ref={input}
					id={id}
					type="text"
					role="combobox"
					className="ui-input"
					aria-autocomplete="list"
					aria-expanded={open}
					{...(open ? { 'aria-controls': `${id}-list` } : {})}
					{...(open && at >= 0 ? { 'aria-activedescendant': `${id}-list-${at}` } : {})}
					aria-invalid={invalid || undefined}
					aria-describedby="composer-why"
					placeholder={words.hint}
					title={text ?? typed ?? label}
					autoComplete="off"
					spellCheck={false}
					value={text ?? typed ?? label}
					onFocus={(event) => event.target.select()}
					onMouseDown={(event) => {
						if (document.activeElement !== event.currentTarget) {
							// The click that gives it the focus selects what is in it.
							event.preventDefault();
							event.currentTarget.focus();
						}
						setOpen(true);
					}}
					onChange={(event) => {
						write(event.target.value);
						setActive(0);
						setOpen(true);
					}}
					onBlur={() => {
						// An address is taken, with its faults; any other text was a search.
						const left = written.current?.trim() ?? '';
						close();
						if (beginsAsAddress(left)) setTyped(left);
					}}
					onKeyDown={onKeyDown}
				/>
				<ChevronDown size={12} aria-hidden="true" />
			</span>
			{open ? <TargetList id={`${id}-list`} options={options} active={at} onChoose={choose} /> : null}
		</div>
	);
}
