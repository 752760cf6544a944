import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import type { To } from './use-to.ts';

/** Where a payload is sent. */
export function ToField({ text, error, set }: Pick<To, 'text' | 'error' | 'set'>) {
	const { asCode } = useDialogWords();
	return (
		<TextField
			label={asCode.to}
			aside={<ExplainButton explains="dialogs.peer" />}
			className="as-code-to"
			mono
			value={text}
			onChange={set}
			error={error}
		/>
	);
}
