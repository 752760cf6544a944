import { X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import { MAX_IGNORES } from '../../../common/contract/calls/compare.ts';
import type { Ignore } from '../../../common/contract/config/ignore.ts';
import { compileIgnores, formatIgnore, parseIgnore } from '../../../common/diff/index.ts';
import { ExplainButton } from '../../app/shared/explain/ExplainButton.tsx';
import { useCompare } from '../../app/state/capture/compare/compare.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { errorInWords } from '../../words/errors.ts';

/** A pattern is written between slashes. */
const PATTERN = /^\/(.+)\/$/s;

/** Adds what a person has written. Throws a WirebenchError with a sentence. */
function added(text: string): Ignore {
	const pattern = PATTERN.exec(text)?.[1];
	const ignore: Ignore = pattern === undefined ? parseIgnore(text) : { type: 'regex', pattern };
	compileIgnores([ignore]);
	return ignore;
}

export function addIgnore(ignore: Ignore): void {
	useCompare.setState(({ ignore: before }) => ({ ignore: [...before, ignore].slice(-MAX_IGNORES) }));
}

/** What the comparison leaves out, and a field for more. */
export function IgnoreBar() {
	const words = useDialogWords().compare;
	const ignore = useCompare((compare) => compare.ignore);
	const [text, setText] = useState('');
	const [fault, setFault] = useState<string>();
	const submit = (event: FormEvent) => {
		event.preventDefault();
		try {
			addIgnore(added(text.trim()));
			setText('');
			setFault(undefined);
		} catch (error) {
			setFault(messageOf(errorInWords(error)));
		}
	};
	return (
		<form className="compare-ignore" onSubmit={submit}>
			<TextField
				label={words.ignore.label}
				aside={<ExplainButton explains="dialogs.ignored" />}
				hideLabel
				mono
				value={text}
				placeholder={words.ignore.example}
				error={fault}
				onChange={setText}
			/>
			<Button type="submit" disabled={text.trim() === ''}>
				{words.ignore.add}
			</Button>
			{ignore.map((one, i) => (
				<span key={formatIgnore(one)} className="compare-ignored-item">
					{formatIgnore(one)}
					<IconButton
						label={words.compareAgain(formatIgnore(one))}
						tip={false}
						size="s"
						onClick={() => useCompare.setState({ ignore: ignore.filter((_, at) => at !== i) })}
					>
						<X size={12} />
					</IconButton>
				</span>
			))}
		</form>
	);
}
