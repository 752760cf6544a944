import type { Framing } from '../../../common/contract/config/framing.ts';
import { useWords } from '../../words/index.ts';

const FRAMINGS = ['none', 'line', 'delimiter', 'fixed', 'length', 'idle'] as const satisfies readonly Framing['type'][];

/** The framings that a stream can have. */
export function useFramingChoices() {
	const { kinds } = useWords().framing;
	return FRAMINGS.map((value) => ({ value, label: kinds[value] }));
}
