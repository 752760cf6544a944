import type { ByteMatch, Match } from '../../../../common/contract/config/responder.ts';
import type { PayloadFormat } from '../../../../common/payload/schema.ts';

/** What bytes are compared with, while it is edited. */
export interface MatchDraft {
	readonly match: ByteMatch['type'];
	readonly patternFormat: PayloadFormat;
	readonly pattern: string;
	readonly ignoreCase: boolean;
}

/** The condition of a rule, while it is edited. */
export interface RuleMatchDraft extends Omit<MatchDraft, 'match'> {
	readonly match: Match['type'];
	/** Of a match by fields: the id of the structure. */
	readonly structure: string;
	readonly condition: string;
}

/** The input for the schema. */
export function matchInput({ match: type, pattern, patternFormat, ignoreCase }: MatchDraft): ByteMatch {
	if (type === 'any') return { type };
	if (type === 'regex') return { type, pattern, ignoreCase };
	return { type, pattern: { format: patternFormat, text: pattern } };
}

export function ruleMatchInput({ match, structure, condition, ...bytes }: RuleMatchDraft): Match {
	return match === 'fields' ? { type: match, structure, condition } : matchInput({ match, ...bytes });
}

/** The draft of a match. */
export function ruleMatchDraft(match: Match): RuleMatchDraft {
	const written = 'pattern' in match && typeof match.pattern === 'object' ? match.pattern : undefined;
	return {
		match: match.type,
		patternFormat: written?.format ?? 'text',
		pattern: match.type === 'regex' ? match.pattern : (written?.text ?? ''),
		ignoreCase: match.type === 'regex' && match.ignoreCase,
		structure: match.type === 'fields' ? match.structure : '',
		condition: match.type === 'fields' ? match.condition : '',
	};
}
