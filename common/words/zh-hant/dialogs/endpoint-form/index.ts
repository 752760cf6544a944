import type { endpointForm as english } from '../../../en/dialogs/endpoint-form/index.ts';
import type { Texts } from '../../../locale/texts.ts';
import { dialogs } from './dialogs.ts';
import { draft } from './draft.ts';
import { faults } from './faults.ts';
import { fields } from './fields.ts';
import { form } from './form.ts';
import { framing } from './framing.ts';
import { rules } from './rules.ts';
import { script } from './script.ts';
import { socketOptions } from './socket-options.ts';
import { tls } from './tls.ts';

export const endpointForm: Texts<typeof english> = {
	dialogs,
	draft,
	faults,
	fields,
	form,
	framing,
	rules,
	script,
	socketOptions,
	tls,
};
