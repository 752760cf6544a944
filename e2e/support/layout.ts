import type { Page } from '@playwright/test';

/**
 * Visible texts that do not fit: cut without an ellipsis, or drawn beyond the button, tab, label or field that they belong to. And
 * dialogs that scroll sideways. The first 80 characters of each.
 */
export async function misfits(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const found: string[] = [];
		const own = (element: Element) =>
			[...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '');
		const name = (element: Element) =>
			`${element.tagName.toLowerCase()}.${element.className}: ${(element.textContent ?? '').slice(0, 80)}`;
		const scope = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
		for (const element of scope.querySelectorAll<HTMLElement>('*')) {
			if (own(element).length === 0 || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
				continue;
			const style = getComputedStyle(element);
			if (style.clipPath !== 'none' || element.closest('[aria-hidden="true"]') !== null) continue;
			const cuts = style.overflowX === 'hidden' || style.overflowX === 'clip';
			if (cuts && element.scrollWidth > element.clientWidth + 1 && style.textOverflow !== 'ellipsis')
				found.push(`cut: ${name(element)}`);
			const box = element.closest('button, [role=tab], [role=radio], label, summary, th, [role=columnheader]');
			if (box === null || style.textOverflow === 'ellipsis') continue;
			const outer = box.getBoundingClientRect();
			const range = document.createRange();
			for (const node of own(element)) {
				range.selectNodeContents(node);
				const { right, bottom } = range.getBoundingClientRect();
				const cutBy = getComputedStyle(box).overflowX === 'hidden' && getComputedStyle(box).textOverflow === 'ellipsis';
				if (!cutBy && (right > outer.right + 1 || bottom > outer.bottom + 3)) found.push(`beyond: ${name(element)}`);
			}
		}
		for (const dialog of document.querySelectorAll('dialog[open]'))
			if (dialog.scrollWidth > dialog.clientWidth + 1) found.push(`wide: ${name(dialog)}`);
		if (document.documentElement.scrollWidth > window.innerWidth) found.push('wide: the page');
		return found;
	});
}
