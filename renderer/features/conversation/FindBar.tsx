import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { CharsetName } from '../../../common/payload/schema.ts';
import { FindFields } from '../../app/shared/find/FindFields.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useWords } from '../../words/index.ts';
import { changeFind, closeFind, find, openFind, useFinding } from './state/find.ts';
import { useConversation } from './state/store.ts';

export interface FindBarProps {
	/** Of the conversation's text. */
	readonly charset: CharsetName;
	/** Restores the focus. */
	readonly onClose: () => void;
}

/** Searches the conversation. */
export function FindBar({ charset, onClose }: FindBarProps) {
	const { find: words } = useWords();
	const { written, note, fault } = useFinding();
	const field = useRef<HTMLInputElement>(null);
	useEffect(() => {
		field.current?.focus();
		field.current?.select();
		return closeFind;
	}, []);
	useEffect(() => openFind(charset), [charset]);
	const close = () => {
		useConversation.setState({ finding: false });
		onClose();
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.nativeEvent.isComposing) return;
		if (event.key === 'Escape') close();
		else if (event.key === 'F3' || (event.key === 'Enter' && event.target === field.current)) find(event.shiftKey);
		else return;
		event.preventDefault();
		event.stopPropagation();
	};
	return (
		<search className="talk-find" aria-label={words.inConversation} onKeyDown={onKeyDown}>
			<FindFields
				written={written}
				charset={charset}
				label={words.inConversation}
				placeholder={words.inConversation}
				isInvalid={fault !== undefined}
				fieldRef={field}
				onChange={changeFind}
				onStep={find}
			/>
			<span className={fault === undefined ? 'talk-find-note' : 'talk-find-note talk-find-fault'} role="status">
				{fault ?? note}
			</span>
			<IconButton label={words.close} tip={words.closeTip} onClick={close}>
				<X size={15} />
			</IconButton>
		</search>
	);
}
