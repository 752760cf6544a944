import type { EndpointState } from '../../../../common/contract/calls/workbench.ts';
import {
	ENDPOINT_KINDS,
	ENDPOINTS,
	type EndpointConfig,
	type EndpointConfigInput,
	type EndpointKind,
	endpointConfigSchema,
	isProxy,
} from '../../../../common/endpoints/index.ts';
import { PRESETS, type PresetGroup } from '../../../../common/presets/index.ts';
import { aliasesOfOffer, aliasesOfPreset } from '../../../../common/words/aliases/index.ts';
import { en, type Words } from '../../../../common/words/en.ts';
import { words } from '../../../words/index.ts';
import { besideAll } from '../free.ts';
import { nameFor } from '../names.ts';
import { isTargetOf, type Target } from '../targets.ts';
import { towardTarget } from '../toward-target.ts';

/** One entry of the gallery. */
export interface Offer {
	readonly id: string;
	readonly group: PresetGroup | 'blank';
	/** In the language of these texts. */
	readonly texts: (words: Words) => { readonly title: string; readonly summary: string };
	/** To be edited by a person: names and ports are not adjusted to existing endpoints yet. */
	readonly config: EndpointConfigInput;
	/** Without a purpose of its own: we choose its name, port and target. */
	readonly blank: boolean;
}

/** The kinds that are offered blank: a proxy needs a target, which its preset has. */
function isOfferedBlank(kind: EndpointKind): kind is keyof Words['offers']['kinds'] {
	return ENDPOINTS[kind].summary !== undefined;
}

const blanks = ENDPOINT_KINDS.filter(isOfferedBlank).map((id): Offer => {
	const texts: Offer['texts'] = ({ kinds, offers: words }) => ({ title: kinds[id], summary: words.kinds[id] });
	return { id, texts, group: 'blank', blank: true, config: ENDPOINTS[id].blank };
});

const ready = PRESETS.map(({ id, group, config }): Offer => {
	return { id, texts: ({ offers: words }) => words.presets[id], group, blank: false, config };
});

/** Every entry, in the order of the gallery. */
export const offers: readonly Offer[] = [...blanks, ...ready];

/** Words of a title that only name the kind: `echo` finds the TCP echo server before the timestamp echo. */
const KIND_WORDS = /\b(tcp|udp|unix|datagram|server|client)\b/g;

/**
 * The entries that contain every word of the query, in English, in the page's language, or by their aliases; those whose
 * name starts with it come first.
 */
export function findOffers(query: string): readonly Offer[] {
	const parts = query.toLowerCase().split(/\s+/).filter(Boolean);
	if (parts.length === 0) return offers;
	const wanted = parts.join(' ');
	const languages = [en, words()];
	const found = offers.filter((offer) => {
		const { id, group, config } = offer;
		const port = 'port' in config ? config.port : '';
		const shown = languages.map((language) => {
			const { title, summary } = offer.texts(language);
			return `${title} ${language.offers.groups[group]} ${summary}`;
		});
		const text = `${id} ${shown.join(' ')} ${port}`.toLowerCase();
		const aliases = aliasesOfOffer(config.kind, id);
		return parts.every((word) => text.includes(word) || aliases.includes(word));
	});
	const rank = ({ id, texts, config }: Offer) => {
		const titles = languages.map((language) => texts(language).title.toLowerCase());
		const own = titles.map((title) => title.replace(KIND_WORDS, '').trim());
		if ([id, ...titles, ...own].some((name) => name.startsWith(wanted))) return 0;
		if (`${id} ${titles.join(' ')}`.includes(wanted)) return 1;
		// What is known by the word comes before what shares it with its kind.
		return aliasesOfPreset(id).includes(wanted) ? 2 : aliasesOfOffer(config.kind, '').includes(wanted) ? 4 : 3;
	};
	return found.toSorted((a, b) => rank(a) - rank(b));
}

/** The initial config of a form: a likely target for a blank one, and a unique name, port and path. */
export function startingConfig(
	offer: Offer,
	endpoints: readonly EndpointState[],
	targets: readonly Target[],
): EndpointConfig {
	const config = endpointConfigSchema.parse(offer.config);
	const takes = offer.blank || isProxy(config.kind);
	const target = takes ? targets.find((candidate) => isTargetOf(candidate, config.kind)) : undefined;
	const placed = target === undefined ? config : towardTarget(config, target, endpoints);
	return besideAll(takes ? { ...placed, name: nameFor(placed, endpoints) } : placed, endpoints);
}
