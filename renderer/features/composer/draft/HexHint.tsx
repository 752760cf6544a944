import { Button } from '../../../ui/Button.tsx';
import { useWords } from '../../../words/index.ts';
import type { Draft } from './drafts.ts';
import { hexIn } from './recognised.ts';

interface HexHintProps {
	readonly draft: Draft;
	/** The draft as it is sent. */
	readonly read: Draft;
	readonly onFormat: (format: 'text' | 'hex') => void;
}

/** Beside the preview: a text that was read as hex, or could be. */
export function HexHint({ draft, read, onFormat }: HexHintProps) {
	const text = useWords().composer;
	if (read.format !== draft.format) {
		return (
			<>
				<span className="composer-hint">{text.readAsHex}</span>
				<Button variant="ghost" onClick={() => onFormat('text')}>
					{text.asText}
				</Button>
			</>
		);
	}
	if (draft.format !== 'text' || draft.template || hexIn(draft.text) === undefined) return null;
	return (
		<Button variant="ghost" title="Alt H" onClick={() => onFormat('hex')}>
			{text.readHex}
		</Button>
	);
}
