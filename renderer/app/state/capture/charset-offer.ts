import { useEffect, useState } from 'react';
import { shortCharsetName } from '../../../../common/payload/charsets/guess/short-names.ts';
import type { CharsetName } from '../../../../common/payload/schema.ts';
import { useWorkbench, type Workbench } from '../endpoints/workbench.ts';
import { useViewed } from './viewed.ts';

export interface CharsetOffer {
	/** The endpoint, and its name. */
	readonly id: string;
	readonly endpoint: string;
	readonly charset: CharsetName;
	/** Its name for people. */
	readonly name: string;
}

/** The only endpoint of this name, where nobody has chosen a charset for it. */
function undecided({ endpoints }: Workbench, name: string): string | undefined {
	const named = [...endpoints.values()].filter(({ config }) => config.name === name);
	const [only] = named;
	return named.length === 1 && only !== undefined && only.config.charset === undefined ? only.id : undefined;
}

/**
 * The charset that received bytes of an endpoint of the live capture are plainly in, where it has the default. Pass the
 * same array while the bytes are the same.
 */
export function useCharsetOffer(endpoint: string, received: Uint8Array | undefined): CharsetOffer | undefined {
	const isLive = useViewed(({ capture }) => capture === undefined);
	const id = useWorkbench((workbench) => (isLive ? undecided(workbench, endpoint) : undefined));
	const bytes = id === undefined ? undefined : received;
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
	if (id === undefined || guess === undefined) return undefined;
	return { id, endpoint, charset: guess, name: shortCharsetName(guess) };
}
