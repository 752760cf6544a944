import type { CharsetName } from '../../../../common/payload/schema.ts';
import { Button } from '../../../ui/Button.tsx';
import { useWords } from '../../../words/index.ts';
import { useCharsetOffer } from './offer.ts';
import './charset-offer.css';

interface CharsetOfferProps {
	/** The name of the endpoint that has received them. */
	readonly endpoint: string;
	/** The charset in which its text is read. */
	readonly own: CharsetName;
	/** The same array while the bytes are the same. */
	readonly received: Uint8Array | undefined;
}

/** Offers the charset that received bytes are plainly in; to keep UTF-8 is a choice as well, and ends the offers. */
export function CharsetOffer({ endpoint, own, received }: CharsetOfferProps) {
	const { charsetOffer: words } = useWords();
	const offer = useCharsetOffer(endpoint, own, received);
	if (offer === undefined) return null;
	const { name, charset, opened, choose } = offer;
	return (
		<div className="charset-offer">
			<span role="status">{words.looksLike(name)}</span>
			<Button title={(opened ? words.readTip : words.takeTip)(name, endpoint)} onClick={() => choose(charset)}>
				{words.take(name)}
			</Button>
			<Button variant="ghost" title={words.keepTip(endpoint)} onClick={() => choose('utf-8')}>
				{words.keep}
			</Button>
		</div>
	);
}
