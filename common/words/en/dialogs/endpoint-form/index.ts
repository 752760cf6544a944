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

/** The form of an endpoint, and the dialogs that change parts of a running one. */
export const endpointForm = {
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
