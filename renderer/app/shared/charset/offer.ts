import { useEffect, useState } from 'react';
import { shortCharsetName } from '../../../../common/payload/charsets/guess/short-names.ts';
import type { CharsetName } from '../../../../common/payload/schema.ts';
import { type CharsetOfEndpoint, useCharsetOfEndpoint } from '../../state/capture/charset-of-endpoint.ts';

export interface CharsetOffer extends CharsetOfEndpoint {
	readonly charset: CharsetName;
	/** Its name for people. */
	readonly name: string;
}

/**
 * The charset that received bytes of an endpoint are plainly in, where nobody has chosen one and its text is read as UTF-8. Pass
 * the same array while the bytes are the same.
 */
export function useCharsetOffer(
	endpoint: string,
	own: CharsetName,
	received: Uint8Array | undefined,
): CharsetOffer | undefined {
	const of = useCharsetOfEndpoint(endpoint);
	const bytes = of === undefined || of.chosen || own !== 'utf-8' ? undefined : received;
	const [guess, setGuess] = useState<CharsetName>();
	useEffect(() => {
		setGuess(undefined);
		// Most bytes are ASCII, for which nothing has to be loaded.
		if (bytes === undefined || bytes.every((byte) => byte < 0x80)) return;
		let wanted = true;
		void import('../../../../common/payload/charsets/guess/guess.ts').then(({ guessCharset }) => {
			if (wanted) setGuess(guessCharset(bytes));
		});
		return () => {
			wanted = false;
		};
	}, [bytes]);
	if (of === undefined || bytes === undefined || guess === undefined) return undefined;
	return { ...of, charset: guess, name: shortCharsetName(guess) };
}
