import '../common/rpc/no-eval.ts';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onHostCommand } from '../preload/api.ts';
import { App } from './app/App.tsx';
import { openDialog } from './app/dialogs.ts';
import { feedStores } from './app/feeds.ts';
import { requestOpen } from './app/open-request.ts';
import { session } from './app/session.ts';
import { followTheme } from './app/theme.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root');

feedStores(session);
followTheme();
onHostCommand<MessagePort>(window, (command) => {
	if (command === 'open-capture') requestOpen();
	else openDialog({ kind: command });
});
createRoot(root).render(
	<StrictMode>
		<App />
	</StrictMode>,
);
