import { useEffect, useRef } from 'react';
import type { Section } from './sections.ts';

interface ContentsProps {
	readonly id: string;
	readonly sections: readonly Section[];
	/** The anchor of the section that is shown. */
	readonly shown: string | undefined;
	readonly onShow: (section: Section) => void;
}

/** The headings of a document. The search field beside them has the focus and the keys. */
export function Contents({ id: list, sections, shown, onShow }: ContentsProps) {
	const current = useRef<HTMLDivElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another section is another element
	useEffect(() => {
		current.current?.scrollIntoView({ block: 'nearest' });
	}, [shown]);
	return (
		<div id={list} role="listbox" className="help-list" tabIndex={-1}>
			{sections.map((section) => (
				// biome-ignore lint/a11y/useKeyWithClickEvents: the search field has the keys
				<div
					key={section.id}
					ref={section.id === shown ? current : undefined}
					id={`${list}-${section.id}`}
					role="option"
					aria-selected={section.id === shown}
					tabIndex={-1}
					className={`help-entry help-entry-${Math.min(section.level, 3)}`}
					onClick={() => onShow(section)}
				>
					{section.title}
				</div>
			))}
		</div>
	);
}
