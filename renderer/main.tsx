import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { feedStores } from './app/feeds.ts';
import { session } from './app/session.ts';
import { followTheme } from './app/theme.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root');

feedStores(session);
followTheme();
createRoot(root).render(
	<StrictMode>
		<App />
	</StrictMode>,
);
