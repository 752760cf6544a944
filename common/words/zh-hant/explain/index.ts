import type { explain as english } from '../../en/explain/index.ts';
import type { Texts } from '../../locale/texts.ts';
import { addresses } from './addresses.ts';
import { answers } from './answers.ts';
import { calls } from './calls.ts';
import { dialogs } from './dialogs.ts';
import { errors } from './errors.ts';
import { events } from './events.ts';
import { faults } from './faults.ts';
import { fields } from './fields.ts';
import { framings } from './framings.ts';
import { headings } from './headings.ts';
import { kinds } from './kinds.ts';
import { options } from './options.ts';
import { presets } from './presets.ts';
import { settings } from './settings.ts';
import { states } from './states.ts';
import { steps } from './steps.ts';
import { testing } from './testing.ts';
import { views } from './views.ts';

export const explain: Texts<typeof english> = {
	addresses,
	calls,
	errors,
	events,
	faults,
	fields,
	steps,
	dialogs,
	settings,
	testing,
	answers,
	framings,
	headings,
	kinds,
	options,
	presets,
	states,
	views,
};
