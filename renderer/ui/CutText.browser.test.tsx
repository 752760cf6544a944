import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { CutText } from './CutText.tsx';

test('an address that is too wide keeps its port in view, and its whole text in the tooltip', async () => {
	const address = '[2001:db8:85a3::8a2e:370:7334]:50214';
	const { container } = await render(
		<div style={{ display: 'flex', width: 120 }}>
			<CutText text={address} />
		</div>,
	);
	const box = container.querySelector('.cut-text');
	const text = box?.querySelector('bdi')?.firstChild;
	if (!(box instanceof HTMLElement) || text == null) throw new Error('nothing is shown');
	expect(box.title).toBe(address);
	const port = document.createRange();
	port.setStart(text, address.lastIndexOf(':'));
	port.setEnd(text, address.length);
	const { left, right } = box.getBoundingClientRect();
	expect(box.scrollWidth).toBeGreaterThan(box.clientWidth);
	expect(port.getBoundingClientRect().left).toBeGreaterThanOrEqual(left);
	expect(port.getBoundingClientRect().right).toBeLessThanOrEqual(right + 1);
});
