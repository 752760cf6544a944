import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { FindFields } from '../../app/shared/find/FindFields.tsx';
import { stepAround } from '../../app/state/capture/search/found.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useWords } from '../../words/index.ts';
import { changeBytesFind, closeBytesFind, useBytesFind } from './find-store.ts';
import { FoundCount } from './found/FoundCount.tsx';
import { textCharset, useInspector } from './store.ts';

export interface BytesFindBarProps {
	/** Moves to a typed offset, and with `extend` selects up to there; returns why it cannot. */
	readonly onOffset: (text: string, extend: boolean) => string | undefined;
	/** Gives the focus back. */
	readonly onClose: () => void;
}

/** Searches the bytes of the event, and goes to an offset. */
export function BytesFindBar({ onOffset, onClose }: BytesFindBarProps) {
	const { find: words, inspector } = useWords();
	const { open, count, written, fault } = useBytesFind();
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
		<search className="bytes-find" aria-label={words.inBytes} onKeyDown={onKeyDown}>
			<FindFields
				written={written}
				charset={charset}
				label={words.inBytes}
				placeholder={words.find}
				isInvalid={fault !== undefined}
				fieldRef={find}
				onChange={changeBytesFind}
				onStep={stepAround}
			/>
			{fault === undefined ? (
				<FoundCount />
			) : (
				<span className="bytes-find-note bytes-find-fault" role="status">
					{fault}
				</span>
			)}
			<TextField
				ref={goto}
				label={inspector.find.offset}
				hideLabel
				mono
				className="bytes-find-offset"
				placeholder={inspector.find.offsetExample}
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
			<IconButton label={words.close} tip={words.closeTip} size="s" onClick={close}>
				<X size={14} />
			</IconButton>
		</search>
	);
}
