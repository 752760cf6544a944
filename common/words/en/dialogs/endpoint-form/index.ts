import { fields } from './fields.ts';
import { framing } from './framing.ts';
import { socketOptions } from './socket-options.ts';
import { tls } from './tls.ts';

/** The form of an endpoint, and the dialogs that change parts of a running one. */
export const endpointForm = {
	fields,
	framing,
	socketOptions,
	tls,
};
