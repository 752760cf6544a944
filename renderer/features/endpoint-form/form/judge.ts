import { type EndpointConfig, endpointConfigSchema } from '../../../../common/endpoints/index.ts';
import { type FormErrors, schemaErrors } from '../draft/errors.ts';
import { type EndpointDraft, errorsOf, inputOf } from '../kinds/index.tsx';

export type Judged =
	| { readonly config: EndpointConfig; readonly errors: FormErrors }
	| { readonly config?: undefined; readonly errors: FormErrors };

/** The config of a draft, validated like the host does; or all its faults. */
export function judge(draft: EndpointDraft): Judged {
	const parsed = endpointConfigSchema.safeParse(inputOf(draft));
	if (!parsed.success) return { errors: schemaErrors(parsed.error) };
	const errors = errorsOf(parsed.data);
	return errors.size === 0 ? { config: parsed.data, errors } : { errors };
}
