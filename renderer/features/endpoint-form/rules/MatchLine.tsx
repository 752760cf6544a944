import type { ReactNode } from 'react';
import type { Match } from '../../../../common/contract/config/responder.ts';
import { ExplainButton } from '../../../app/shared/explain/ExplainButton.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';

/** How bytes are compared. */
export const BYTE_MATCHES = ['any', 'equals', 'starts', 'ends', 'contains', 'regex'] as const;

interface MatchLineProps<Way extends Match['type']> {
	readonly ways: readonly Way[];
	readonly way: Way;
	readonly onChange: (way: Way) => void;
	/** With what it is compared. */
	readonly children: ReactNode;
}

/** The condition of a rule: how a message is compared, and with what. */
export function MatchLine<Way extends Match['type']>({ ways, way, onChange, children }: MatchLineProps<Way>) {
	const { match: words } = useDialogWords().endpointForm.rules;
	return (
		<div className="rule-line">
			<span className="rule-word">{words.when}</span>
			<Select
				label={words.when}
				aside={<ExplainButton explains="answers.match" />}
				hideLabel
				className="rule-match"
				value={way}
				choices={ways.map((value) => ({ value, label: words[value] }))}
				onChange={onChange}
			/>
			{children}
		</div>
	);
}
