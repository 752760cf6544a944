import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { find, stopFinding, useFinding } from './state/find.ts';
import { useConversation } from './state/store.ts';

const FORMATS = [
	{ value: 'text', label: 'Text' },
	{ value: 'hex', label: 'Hex' },
] as const;

/** Searches bytes in the conversation. `onClose` restores the focus. */
export function FindBar({ onClose }: { readonly onClose: () => void }) {
	const { text, format, anyCase, note, fault } = useFinding();
	const field = useRef<HTMLInputElement>(null);
	useEffect(() => {
		field.current?.select();
		return stopFinding;
	}, []);
	const change = (patch: { text?: string; format?: 'text' | 'hex'; anyCase?: boolean }) => {
		stopFinding();
		useFinding.setState({ ...patch, fault: undefined });
		useConversation.setState({ hits: [] });
	};
	const close = () => {
		useConversation.setState({ finding: false, hits: [] });
		onClose();
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key === 'Escape') close();
		else if (event.key === 'Enter' && event.target === field.current) find(event.shiftKey);
		else return;
		event.preventDefault();
		event.stopPropagation();
	};
	return (
		<search className="talk-find" aria-label="Find in the conversation" onKeyDown={onKeyDown}>
			<TextField
				ref={field}
				label="Find in the conversation"
				hideLabel
				mono
				placeholder={format === 'hex' ? '0d 0a' : 'Find in the conversation'}
				value={text}
				autoFocus
				{...(fault === undefined ? {} : { 'aria-invalid': true })}
				onChange={(value) => change({ text: value })}
			/>
			<Segmented label="Find as" value={format} segments={FORMATS} onChange={(value) => change({ format: value })} />
			{format === 'text' ? (
				<Checkbox label="Any case" checked={anyCase} onChange={(checked) => change({ anyCase: checked })} />
			) : null}
			<IconButton label="Find the one before" tip="The one before (Shift Enter)" onClick={() => find(true)}>
				<ChevronUp size={15} />
			</IconButton>
			<IconButton label="Find the next" tip="The next (Enter)" onClick={() => find(false)}>
				<ChevronDown size={15} />
			</IconButton>
			<span className={fault === undefined ? 'talk-find-note' : 'talk-find-note talk-find-fault'} role="status">
				{fault ?? note}
			</span>
			<IconButton label="Close the search" tip="Close (Escape)" onClick={close}>
				<X size={15} />
			</IconButton>
		</search>
	);
}
