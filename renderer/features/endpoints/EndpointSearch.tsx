import { Search, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
import { useWords } from '../../words/index.ts';

interface EndpointSearchProps {
	readonly value: string;
	readonly onChange: (value: string) => void;
	/** Moves the focus into the tree. */
	readonly onEnter: () => void;
}

/** Narrows the tree to the endpoints that have every word. */
export function EndpointSearch({ value, onChange, onEnter }: EndpointSearchProps) {
	const text = useWords().endpoints.search;
	const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
		if (event.nativeEvent.isComposing) return;
		if (event.key === 'Escape' && value !== '') onChange('');
		else if (event.key === 'ArrowDown' || event.key === 'Enter') onEnter();
		else return;
		event.preventDefault();
	};
	return (
		<div className="endpoint-search">
			<Search size={12} aria-hidden="true" />
			<input
				type="search"
				aria-label={text.label}
				placeholder={text.hint}
				autoComplete="off"
				spellCheck={false}
				value={value}
				onChange={(event) => onChange(event.target.value)}
				onKeyDown={onKeyDown}
			/>
			{value === '' ? null : (
				<IconButton label={text.clear} size="s" tip={false} onClick={() => onChange('')}>
					<X size={12} />
				</IconButton>
			)}
		</div>
	);
}
