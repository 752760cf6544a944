import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { offerNoticePlace } from '../state/window/notice-place.ts';
import { setFolded } from '../state/window/pane-layout.ts';
import { toast, useToasts } from '../state/window/toasts.ts';
import { ToastStack } from './ToastStack.tsx';
import './app.css';

afterEach(() => useToasts.setState(useToasts.getInitialState(), true));

test('a notice has room of its own in the endpoints, and covers nothing', async () => {
	await render(
		<TooltipProvider>
			<div style={{ display: 'flex', flexDirection: 'column', width: 240, height: 400 }}>
				<button type="button" style={{ flex: 1 }}>
					Tree
				</button>
				<div ref={offerNoticePlace} />
			</div>
			<ToastStack />
		</TooltipProvider>,
	);
	toast({ tone: 'info', title: 'echo removed', action: { label: 'Undo', run: () => undefined } });
	const undo = page.getByRole('button', { name: 'Undo' });
	await expect.element(undo).toBeVisible();
	const { bottom } = page.getByRole('button', { name: 'Tree' }).element().getBoundingClientRect();
	expect(undo.element().getBoundingClientRect().top).toBeGreaterThanOrEqual(bottom);
	setFolded('endpoints', true);
	await expect.element(undo).toBeVisible();
	expect(getComputedStyle(page.getByRole('region', { name: 'Notices' }).element()).position).toBe('fixed');
	setFolded('endpoints', false);
});
