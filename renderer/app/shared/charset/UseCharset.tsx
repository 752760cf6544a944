import type { CharsetName } from '../../../../common/payload/schema.ts';
import { Button } from '../../../ui/Button.tsx';
import { useWords } from '../../../words/index.ts';
import { useCharsetOfEndpoint } from '../../state/capture/charset-of-endpoint.ts';

interface UseCharsetProps {
	/** The name of an endpoint. */
	readonly endpoint: string;
	readonly charset: CharsetName;
	readonly onUse: () => void;
}

/** Takes a charset that was tried on some bytes for all text of their endpoint. */
export function UseCharset({ endpoint, charset, onUse }: UseCharsetProps) {
	const { charsets, charsetOffer: words } = useWords();
	const of = useCharsetOfEndpoint(endpoint);
	if (of === undefined) return null;
	const take = () => {
		of.choose(charset);
		onUse();
	};
	return (
		<Button title={(of.opened ? words.readTip : words.takeTip)(charsets[charset], endpoint)} onClick={take}>
			{words.takeFor(endpoint)}
		</Button>
	);
}
