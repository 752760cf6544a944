import type { MatchDraft } from '../draft/match-draft.ts';
import { BYTE_MATCHES, MatchLine } from './MatchLine.tsx';
import { PatternFields } from './PatternFields.tsx';

interface MatchFieldsProps {
	readonly rule: MatchDraft;
	readonly onChange: (patch: Partial<MatchDraft>) => void;
	readonly error: string | undefined;
}

/** The condition of a rule over bytes. */
export function MatchFields({ rule, onChange, error }: MatchFieldsProps) {
	return (
		<MatchLine ways={BYTE_MATCHES} way={rule.match} onChange={(match) => onChange({ match })}>
			<PatternFields rule={rule} onChange={onChange} error={error} fresh={false} />
		</MatchLine>
	);
}
