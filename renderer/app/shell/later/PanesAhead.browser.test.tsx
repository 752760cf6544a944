import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { PaneTools } from '../../../ui/panes/pane-tools.ts';
import { InspectorAhead } from './PanesAhead.tsx';

test('the tools of the inspector are there for screen readers before it is loaded', async () => {
	await render(
		<div style={{ display: 'flex', width: 300, height: 200 }}>
			<PaneTools value={<button type="button">Fold</button>}>
				<InspectorAhead />
			</PaneTools>
		</div>,
	);
	// By role: what is hidden from screen readers has none.
	const inspector = page.getByRole('region', { name: 'Inspector' });
	await expect.element(inspector.getByRole('button', { name: 'Fold' })).toBeVisible();
});
