import { type DialogWords, enDialogs } from '../../common/words/en-dialogs.ts';
import { useLanguage } from './store.ts';

/** The texts of parts that are loaded when they are opened. Only such parts may import this: English comes with them. */
export function useDialogWords(): DialogWords {
	return useLanguage((state) => state.catalogue?.dialogs ?? enDialogs);
}

/** The same texts, for code that runs once for each action, such as a menu that is opened. */
export function dialogWords(): DialogWords {
	return useLanguage.getState().catalogue?.dialogs ?? enDialogs;
}
