import { useEffect, useState } from 'react';
import { type Explain, loadExplain } from '../../../../common/words/load-explain.ts';
import { words } from '../../../words/index.ts';
import { useLanguage } from '../../../words/store.ts';
import { toastError } from '../../state/window/toasts.ts';

/** What names mean, in the language of the page; undefined until it is loaded. */
export function useExplain(): Explain | undefined {
	const language = useLanguage((state) => state.language);
	const [loaded, setLoaded] = useState<{ readonly language: string; readonly texts: Explain }>();
	useEffect(() => {
		let wanted = true;
		loadExplain(language).then(
			(texts) => {
				if (wanted) setLoaded({ language, texts });
			},
			(error: unknown) => toastError(words().ui.notExplained, error),
		);
		return () => {
			wanted = false;
		};
	}, [language]);
	return loaded?.language === language ? loaded.texts : undefined;
}
