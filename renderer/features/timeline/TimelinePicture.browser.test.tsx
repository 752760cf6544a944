import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import type { TimelineState } from '../../../common/contract/calls/figures/timeline.ts';
import { TimelinePicture } from './TimelinePicture.tsx';

const SECOND = 1e9;

function state(seconds: number): TimelineState {
	const counts = Array.from({ length: seconds }, () => 1);
	const total = { bytesIn: counts, bytesOut: [], eventsIn: counts, eventsOut: [], eventsNone: [], errors: [] };
	const span = seconds * SECOND;
	return { span, from: 0, width: SECOND, total, endpoints: [], scanned: seconds, stored: seconds };
}

const picture = (seconds: number) => (
	<TimelinePicture
		state={state(seconds)}
		view={{ from: 0, to: seconds * SECOND }}
		width={500}
		measure="bytes"
		split={false}
	/>
);

test('a capture that grows moves the marks of the axis, it makes no others', async () => {
	const { container, rerender } = await render(picture(10));
	const marks = () => [...container.querySelectorAll('.timeline-tick, .timeline-time')];
	const before = marks();
	const at = before.map((mark) => mark.getAttribute('x1') ?? mark.getAttribute('x'));
	expect(before.length).toBeGreaterThan(4);
	await rerender(picture(21));
	expect(marks().slice(0, 2)).toEqual(before.slice(0, 2));
	expect(marks().map((mark) => mark.getAttribute('x1') ?? mark.getAttribute('x'))).not.toEqual(at);
});
