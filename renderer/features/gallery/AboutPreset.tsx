import type { Explanation } from '../../../common/explain/topics.ts';
import { useExplain } from '../../app/shared/explain/use-explain.ts';
import type { Offer } from '../../app/shared/offers/offers.ts';

/** What the current preset shows, and what to try next. Its height does not depend on which one is current. */
export function AboutPreset({ offer }: { readonly offer: Offer | undefined }) {
	const texts = useExplain();
	const presets: Readonly<Record<string, Explanation>> = texts?.presets ?? {};
	const about = offer === undefined || offer.blank ? undefined : presets[offer.id];
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
