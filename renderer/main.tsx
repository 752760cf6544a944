import '../common/rpc/no-eval.ts';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onHostCommand, onOpenFile } from '../preload/api.ts';
import { App } from './app/shell/App.tsx';
import { feedStores } from './app/shell/feeds.ts';
import { openPath } from './app/state/capture/captures.ts';
import { session } from './app/state/host/session.ts';
import { openDialog } from './app/state/window/dialogs.ts';
import { requestOpen } from './app/state/window/open-request.ts';
import { followTheme } from './app/state/window/theme.ts';
import { toastError } from './app/state/window/toasts.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root');

feedStores(session);
followTheme();
onHostCommand<MessagePort>(window, (command) => {
	if (command === 'open-capture') requestOpen();
	else openDialog({ kind: command });
});
onOpenFile<MessagePort>(window, (path) => {
	openPath(path).catch((error: unknown) => toastError(`${path} could not be opened`, error));
});
createRoot(root).render(
	<StrictMode>
		<App />
	</StrictMode>,
);
