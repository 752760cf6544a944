// biome-ignore-all lint/a11y/useSemanticElements: a table cannot have a scrolling, virtualised body
import { useRef, useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { PagedSource } from './paged-source.ts';
import { useTail } from './use-tail.ts';
import { useVirtualScroll } from './use-virtual-scroll.ts';
import { VirtualGrid } from './VirtualGrid.tsx';

const ROW = 20;
const PAGE = 50;
const grid = page.getByRole('grid', { name: 'Numbers' });
const cells = page.getByRole('gridcell');
/** Unanswered queries. */
let held: (() => void)[] = [];

afterEach(() => {
	held = [];
});

function numbers(hold: () => boolean) {
	return new PagedSource<readonly number[]>({
		pageItems: PAGE,
		maxPages: 100,
		load: async (number) => {
			if (hold()) await new Promise<void>((resolve) => held.push(resolve));
			return Array.from({ length: PAGE }, (_, i) => number * PAGE + i);
		},
		lengthOf: (numbers) => numbers.length,
	});
}

interface NumbersProps {
	readonly source: PagedSource<readonly number[]>;
	readonly total: number;
}

/** A list that follows its end, like the log, the diagram and the conversation. */
function Numbers({ source, total }: NumbersProps) {
	const [listed, setListed] = useState(0);
	const [following, setFollowing] = useState(true);
	const viewport = useRef<HTMLDivElement | null>(null);
	const count = following ? listed : total;
	const scroll = useVirtualScroll({
		count,
		rowHeight: ROW,
		pinned: following,
		viewportRef: viewport,
		onFollow: setFollowing,
	});
	const { first, end } = scroll;
	const fits = Math.ceil(scroll.geometry.viewport / ROW);
	useTail({ source, base: 0, total, listed: count, following, first, end, fits, onArrived: setListed });
	return (
		<>
			<p>{following ? 'follows' : 'stands'}</p>
			<VirtualGrid
				role="grid"
				viewportRef={viewport}
				scroll={scroll}
				aria-label="Numbers"
				style={{ height: 200, overflow: 'auto' }}
				row={(index, y, slot) => (
					<div key={slot} role="row" tabIndex={-1} style={{ position: 'absolute', top: y, height: ROW }}>
						<span role="gridcell" tabIndex={-1}>
							{source.page(Math.floor(index / PAGE))?.[index % PAGE] ?? 'blank'}
						</span>
					</div>
				)}
			/>
		</>
	);
}

const shown = () => cells.elements().map((cell) => cell.textContent);

test('the end of ten million rows is shown with the visible rows alone, and follows what arrives without a blank', async () => {
	let hold = false;
	const source = numbers(() => hold);
	const { rerender } = await render(<Numbers source={source} total={10_000_000} />);
	await expect.element(cells.last()).toHaveTextContent('9999999');
	expect(shown()).toHaveLength(10);
	hold = true;
	await rerender(<Numbers source={source} total={10_000_060} />);
	await expect.poll(() => held.length).toBeGreaterThan(0);
	expect(shown().at(-1)).toBe('9999999');
	hold = false;
	for (const answer of held) answer();
	await expect.element(cells.last()).toHaveTextContent('10000059');
	expect(shown()).not.toContain('blank');
});

test('scrolling up ends following: later rows move nothing; scrolling down to the end resumes it', async () => {
	const source = numbers(() => false);
	const { rerender } = await render(<Numbers source={source} total={1000} />);
	await expect.element(cells.last()).toHaveTextContent('999');
	await userEvent.wheel(grid, { direction: 'up' });
	await expect.element(page.getByText('stands')).toBeInTheDocument();
	await expect.poll(() => shown().at(-1)).not.toBe('999');
	const before = shown();
	await rerender(<Numbers source={source} total={2000} />);
	expect(shown()).toEqual(before);
	grid.element().scrollTop = 2000 * ROW;
	await expect.element(page.getByText('follows')).toBeInTheDocument();
	await expect.element(cells.last()).toHaveTextContent('1999');
});

test('rows that came with those before them are listed, without another answer', async () => {
	const source = numbers(() => false);
	const { rerender } = await render(<Numbers source={source} total={1} />);
	await expect.element(cells.last()).toHaveTextContent('0');
	// More than fit at once, of the page that is loaded.
	await rerender(<Numbers source={source} total={45} />);
	await expect.element(cells.last()).toHaveTextContent('44');
});

test('where numbers fly past, their elements keep their places and their order', async () => {
	const source = numbers(() => false);
	const { rerender } = await render(<Numbers source={source} total={1000} />);
	await expect.element(cells.last()).toHaveTextContent('999');
	const rows = () => page.getByRole('row').elements();
	const before = rows();
	const tops = before.map((row) => row.getAttribute('style'));
	await rerender(<Numbers source={source} total={26_013} />);
	await expect.element(cells.last()).toHaveTextContent('26012');
	expect(rows()).toEqual(before);
	expect(rows().map((row) => row.getAttribute('style'))).toEqual(tops);
});
