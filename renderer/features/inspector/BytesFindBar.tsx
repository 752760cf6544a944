import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { stepAround } from '../../app/state/capture/search/found.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { changeBytesFind, closeBytesFind, hasCase, useBytesFind } from './find-store.ts';
import { FoundCount } from './found/FoundCount.tsx';
import { textCharset, useInspector } from './store.ts';

const FORMATS = [
	{ value: 'text', label: 'Text' },
	{ value: 'hex', label: 'Hex' },
] as const;

export interface BytesFindBarProps {
	/** Moves to a typed offset, and with `extend` selects up to there; returns why it cannot. */
	readonly onOffset: (text: string, extend: boolean) => string | undefined;
	/** Gives the focus back. */
	readonly onClose: () => void;
}

/** Searches the bytes of the event, and goes to an offset. */
export function BytesFindBar({ onOffset, onClose }: BytesFindBarProps) {
	const { open, count, text, format, anyCase, fault } = useBytesFind();
	const charset = useInspector(textCharset);
	const [offset, setOffset] = useState('');
	const [problem, setProblem] = useState<string>();
	const find = useRef<HTMLInputElement>(null);
	const goto = useRef<HTMLInputElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: `count` grows with each request of the focus
	useEffect(() => {
		const field = open === 'offset' ? goto.current : find.current;
		field?.focus();
		field?.select();
	}, [open, count]);
	const close = () => {
		closeBytesFind();
		onClose();
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.nativeEvent.isComposing) return;
		if (event.key === 'Escape') close();
		else if (event.key === 'Enter' && event.target === find.current) stepAround(event.shiftKey);
		else if (event.key === 'F3') stepAround(event.shiftKey);
		else if (event.key === 'Enter' && event.target === goto.current) {
			const why = onOffset(offset, event.shiftKey);
			setProblem(why);
			if (why === undefined) onClose();
		} else return;
		event.preventDefault();
		event.stopPropagation();
	};
	return (
		<search className="bytes-find" aria-label="Find in the bytes" onKeyDown={onKeyDown}>
			<TextField
				ref={find}
				label="Find in the bytes"
				hideLabel
				mono
				placeholder={format === 'hex' ? '0d 0a' : 'Find'}
				value={text}
				{...(fault === undefined ? {} : { 'aria-invalid': true })}
				onChange={(value) => changeBytesFind({ text: value })}
			/>
			<Segmented
				label="Find as"
				value={format}
				segments={FORMATS}
				onChange={(value) => changeBytesFind({ format: value })}
			/>
			{format === 'text' && hasCase(charset) ? (
				<Checkbox label="Any case" checked={anyCase} onChange={(checked) => changeBytesFind({ anyCase: checked })} />
			) : null}
			<IconButton label="Previous place" tip="Previous (Shift Enter)" size="s" onClick={() => stepAround(true)}>
				<ChevronUp size={14} />
			</IconButton>
			<IconButton label="Next place" tip="Next (Enter)" size="s" onClick={() => stepAround(false)}>
				<ChevronDown size={14} />
			</IconButton>
			{fault === undefined ? (
				<FoundCount />
			) : (
				<span className="bytes-find-note bytes-find-fault" role="status">
					{fault}
				</span>
			)}
			<TextField
				ref={goto}
				label="Go to an offset"
				hideLabel
				mono
				className="bytes-find-offset"
				placeholder="Offset: 0x1000"
				value={offset}
				{...(problem === undefined ? {} : { 'aria-invalid': true })}
				onChange={(value) => {
					setOffset(value);
					setProblem(undefined);
				}}
			/>
			{problem === undefined ? null : (
				<span className="bytes-find-note bytes-find-fault" role="alert">
					{problem}
				</span>
			)}
			<IconButton label="Close the search" tip="Close (Escape)" size="s" onClick={close}>
				<X size={14} />
			</IconButton>
		</search>
	);
}
