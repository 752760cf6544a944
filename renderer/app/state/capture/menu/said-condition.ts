import type { FieldSaid } from '../../../../../common/contract/calls/capture.ts';
import { ANY_PROTOCOL } from '../../../../../common/filter/decoded/known.ts';
import { pathAt } from '../../../../../common/filter/decoded/path.ts';
import type { Filter } from '../../../../../common/filter/index.ts';

/** The condition that a value of a decoded field gives; where its text is cut, or it has none, that the field is there. */
export function saidCondition(field: string, { type, text, meaning, cut }: FieldSaid): Filter | undefined {
	const path = pathAt(field, 0, ANY_PROTOCOL)?.path;
	if (path === undefined) return undefined;
	const value = type === 'none' ? (meaning ?? '') : text;
	if (value === '' || cut === true) return { type: 'decoded', path, is: 'present', value: '', exact: false };
	return { type: 'decoded', path, is: '=', value, exact: type === 'text' || type === 'none' };
}
