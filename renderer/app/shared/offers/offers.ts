import type { EndpointState } from '../../../../common/contract/calls/workbench.ts';
import {
	ENDPOINT_KINDS,
	ENDPOINTS,
	type EndpointConfig,
	type EndpointConfigInput,
	endpointConfigSchema,
	isProxy,
} from '../../../../common/endpoints/index.ts';
import { presets } from '../../../../common/presets/index.ts';
import { aliasesOfOffer, aliasesOfPreset } from '../../../../common/words/aliases/index.ts';
import { besideAll } from '../free.ts';
import { nameFor } from '../names.ts';
import { isTargetOf, type Target } from '../targets.ts';
import { towardTarget } from '../toward-target.ts';

/** One entry of the gallery. */
export interface Offer {
	readonly id: string;
	readonly title: string;
	readonly summary: string;
	readonly group: string;
	/** To be edited by a person: names and ports are not adjusted to existing endpoints yet. */
	readonly config: EndpointConfigInput;
	/** Without a purpose of its own: we choose its name, port and target. */
	readonly blank: boolean;
}

const BLANK = 'Blank';

const blanks: readonly Offer[] = ENDPOINT_KINDS.flatMap((id) => {
	const { summary, names, blank: config } = ENDPOINTS[id];
	return summary === undefined ? [] : [{ id, title: names.title, summary, group: BLANK, blank: true, config }];
});

/** Every entry, in the order of the gallery. */
export const offers: readonly Offer[] = [...blanks, ...presets.map((preset) => ({ ...preset, blank: false }))];

/** Words of a title that only name the kind: `echo` finds the TCP echo server before the timestamp echo. */
const KIND_WORDS = /\b(tcp|udp|unix|datagram|server|client)\b/g;

/** The entries that contain every word of the query, in their own words or their aliases; those whose name starts with it come first. */
export function findOffers(query: string): readonly Offer[] {
	const words = query.toLowerCase().split(/\s+/).filter(Boolean);
	if (words.length === 0) return offers;
	const wanted = words.join(' ');
	const found = offers.filter((offer) => {
		const { id, title, group, summary, config } = offer;
		const port = 'port' in config ? config.port : '';
		const text = `${id} ${title} ${group} ${summary} ${port}`.toLowerCase();
		const aliases = aliasesOfOffer(config.kind, id);
		return words.every((word) => text.includes(word) || aliases.includes(word));
	});
	const rank = ({ id, title, config }: Offer) => {
		const own = title.toLowerCase().replace(KIND_WORDS, '').trim();
		if ([id, title.toLowerCase(), own].some((name) => name.startsWith(wanted))) return 0;
		if (`${id} ${title.toLowerCase()}`.includes(wanted)) return 1;
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
