import { useEffect, useState } from 'react';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import { useLanguage } from '../../words/store.ts';
import { documentSections } from './documents.ts';
import type { Section } from './sections.ts';

interface Loaded {
	readonly sections: readonly Section[];
	/** Why there are none. */
	readonly failure?: string;
}

/** The sections of a document, in the language of the page; none until they are loaded. */
export function useDocument(name: string): Loaded {
	const language = useLanguage((state) => state.language);
	const [loaded, setLoaded] = useState<Loaded>({ sections: [] });
	useEffect(() => {
		let wanted = true;
		documentSections(name, language).then(
			(sections) => {
				if (wanted) setLoaded({ sections });
			},
			(error: unknown) => {
				if (wanted) setLoaded({ sections: [], failure: messageOf(error) });
			},
		);
		return () => {
			wanted = false;
		};
	}, [name, language]);
	return loaded;
}
