import type { Explanation } from '../../../common/explain/topics.ts';
import type { Explain } from '../../../common/words/load-explain.ts';
import { useExplain } from '../../app/shared/explain/use-explain.ts';
import type { Offer } from '../../app/shared/offers/offers.ts';

/** What the current preset, or a blank endpoint of the current kind, shows, and what to try next. Its height does not depend on which one is current. */
export function AboutPreset({ offer }: { readonly offer: Offer | undefined }) {
	const texts = useExplain();
	const about = texts === undefined || offer === undefined ? undefined : aboutOf(offer, texts);
	return (
		<div className="gallery-about">
			{about === undefined ? null : (
				<>
					<p>{about.text}</p>
					<p>{texts?.headings.next(about.next)}</p>
				</>
			)}
		</div>
	);
}

function aboutOf({ blank, id, config }: Offer, { kinds, presets }: Explain): Explanation | undefined {
	const all: Readonly<Record<string, Explanation>> = blank ? kinds : presets;
	return all[blank ? config.kind : id];
}
