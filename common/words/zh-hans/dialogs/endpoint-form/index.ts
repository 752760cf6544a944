import type { endpointForm as english } from '../../../en/dialogs/endpoint-form/index.ts';
import type { Texts } from '../../../locale/texts.ts';
import { fields } from './fields.ts';
import { framing } from './framing.ts';
import { socketOptions } from './socket-options.ts';
import { tls } from './tls.ts';

export const endpointForm: Texts<typeof english> = {
	fields,
	framing,
	socketOptions,
	tls,
};
