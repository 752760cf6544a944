import type { Body, Layout, Part, SwitchBody } from './program.ts';

/** What a switch can be: its cases, and what it is otherwise. */
export function switchParts({ cases, otherwise }: Pick<SwitchBody, 'cases' | 'otherwise'>): readonly Part[] {
	const parts = cases.map(({ part }) => part);
	return otherwise === undefined ? parts : [...parts, otherwise];
}

/** Visits every body of a layout, those within others too, each layout once: structures may be within themselves. */
export function eachBody(layout: Layout, visit: (body: Body, part: Part) => void): void {
	const seen = new Set<Layout>();
	const inLayout = ({ parts }: Layout): void => {
		for (const part of parts) inPart(part);
	};
	const inPart = (part: Part): void => {
		const { body } = part;
		visit(body, part);
		if (body.kind === 'array') inPart(body.item);
		if (body.kind === 'switch') for (const one of switchParts(body)) inPart(one);
		if (body.kind !== 'struct' || seen.has(body.layout)) return;
		seen.add(body.layout);
		inLayout(body.layout);
	};
	inLayout(layout);
}
