import { words } from './words/index.ts';
import '../common/rpc/no-eval.ts';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onHostCommand, onOpenFile } from '../preload/api.ts';
import { App } from './app/shell/App.tsx';
import { feedStores } from './app/shell/feeds.ts';
import { followView } from './app/shell/follow-view.ts';
import { HOST_COMMAND_ACTIONS } from './app/shell/host-commands.ts';
import { openNamed } from './app/state/capture/open-file.ts';
import { session } from './app/state/host/session.ts';
import { followFonts } from './app/state/window/fonts.ts';
import { followLanguage, startLanguage } from './app/state/window/language.ts';
import { followPeeks, followWindowSize } from './app/state/window/pane-layout.ts';
import { followTheme } from './app/state/window/theme.ts';
import { toastError } from './app/state/window/toasts.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root');

feedStores(session);
followTheme();
followFonts();
followLanguage();
followWindowSize();
followPeeks();
followView();
onHostCommand<MessagePort>(window, (command) => HOST_COMMAND_ACTIONS[command]());
onOpenFile<MessagePort>(window, (path) => {
	openNamed(path).catch((error: unknown) => toastError(words().captureActions.fileUnopened(path), error));
});
// No top-level await: the chunk of a language imports this one, and would wait for its end.
void startLanguage().then(() =>
	createRoot(root).render(
		<StrictMode>
			<App />
		</StrictMode>,
	),
);
