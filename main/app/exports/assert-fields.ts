import { type ExportFormat, type ExportScope, FIELD_FORMATS } from '../../../common/contract/calls/exports.ts';
import { appError } from '../sentences/app-error.ts';

/** Throws `bad-input` where decoded fields are wanted in a format that has no columns. */
export function assertFields(format: ExportFormat, { fields }: ExportScope): void {
	if (fields === undefined || FIELD_FORMATS.includes(format)) return;
	throw appError('bad-input', 'noColumns', { format, formats: FIELD_FORMATS.join(', ') });
}
