import { endpointNames as en } from './en/endpoint-names.ts';
import type { Texts } from './locale/texts.ts';
import { endpointNames as zhHans } from './zh-hans/endpoint-names.ts';
import { endpointNames as zhHant } from './zh-hant/endpoint-names.ts';

/** The parts of names in one language. */
export type EndpointNames = Texts<typeof en>;

/** Those of all languages: an endpoint keeps its name when another language is chosen. */
export const ENDPOINT_NAMES: readonly EndpointNames[] = [en, zhHans, zhHant];
