import { Button } from '../../../ui/Button.tsx';
import { useWords } from '../../../words/index.ts';
import { useCharsetOffer } from '../../state/capture/charset-offer.ts';
import { setCharset } from '../../state/endpoints/endpoint-actions.ts';
import './charset-offer.css';

interface CharsetOfferProps {
	/** The name of the endpoint that has received them. */
	readonly endpoint: string;
	/** The same array while the bytes are the same. */
	readonly received: Uint8Array | undefined;
}

/** Offers the charset that received bytes are plainly in; to keep UTF-8 is a choice as well, and ends the offers. */
export function CharsetOffer({ endpoint, received }: CharsetOfferProps) {
	const { charsetOffer: words } = useWords();
	const offer = useCharsetOffer(endpoint, received);
	if (offer === undefined) return null;
	const { id, name, charset } = offer;
	return (
		<div className="charset-offer">
			<span role="status">{words.looksLike(name)}</span>
			<Button title={words.takeTip(name, endpoint)} onClick={() => void setCharset(id, charset)}>
				{words.take(name)}
			</Button>
			<Button variant="ghost" title={words.keepTip(endpoint)} onClick={() => void setCharset(id, 'utf-8')}>
				{words.keep}
			</Button>
		</div>
	);
}
