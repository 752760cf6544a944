import type { Match } from '../../../../common/contract/config/responder.ts';
import type { PayloadFormat } from '../../../../common/payload/schema.ts';

/** The condition of a rule, while it is edited. */
export interface MatchDraft {
	readonly match: Match['type'];
	readonly patternFormat: PayloadFormat;
	readonly pattern: string;
	readonly ignoreCase: boolean;
}

/** The input for the schema. */
export function matchInput({ match: type, pattern, patternFormat, ignoreCase }: MatchDraft): Match {
	if (type === 'any') return { type };
	if (type === 'regex') return { type, pattern, ignoreCase };
	return { type, pattern: { format: patternFormat, text: pattern } };
}
