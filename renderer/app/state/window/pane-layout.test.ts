import { afterEach, expect, test } from 'vitest';
import { settingsSchema } from '../../../../common/contract/calls/settings.ts';
import { defaultSizes, foldsByItself, isFolded, isInspectorBelow, roomOf, useWindowSize } from './pane-layout.ts';
import { useSettings } from './settings.ts';

const FOLDABLE = ['endpoints', 'timeline', 'inspector', 'composer'] as const;

afterEach(() => {
	useWindowSize.setState(useWindowSize.getInitialState());
	useSettings.setState(useSettings.getInitialState());
});

test.each([
	[1440, 900, 'wide', 'beside', []],
	[1280, 720, 'wide', 'beside', []],
	[1024, 1000, 'narrow', 'below', []],
	[1024, 700, 'narrow', 'below', ['timeline']],
	[720, 450, 'small', 'below', ['endpoints', 'timeline', 'inspector']],
	[1440, 450, 'small', 'beside', ['timeline', 'inspector']],
] as const)(
	'a window of %i × %i is %s: the inspector is %s the log, strips are %j',
	(width, height, room, place, strips) => {
		const size = { width, height };
		expect(roomOf(size)).toBe(room);
		expect(isInspectorBelow(size)).toBe(place === 'below');
		expect(FOLDABLE.filter((pane) => foldsByItself(pane, size))).toEqual(strips);
	},
);

test('what a person folded counts in windows with as much room, and in others not', () => {
	const panes = { sizes: {}, folded: { wide: { endpoints: true }, narrow: {}, small: { inspector: false } } };
	useSettings.setState(settingsSchema.parse({ panes }));
	expect(isFolded('endpoints')).toBe(true);
	useWindowSize.setState({ width: 1024, height: 700 });
	expect(isFolded('endpoints')).toBe(false);
	useWindowSize.setState({ width: 720, height: 450 });
	expect(isFolded('inspector')).toBe(false);
	expect(isFolded('endpoints')).toBe(true);
});

test('the timeline of a wide window is folded by the setting that earlier versions have', () => {
	useSettings.setState(settingsSchema.parse({ timeline: { open: false, measure: 'bytes', split: false } }));
	expect(isFolded('timeline')).toBe(true);
});

test('default sizes fit their window', () => {
	expect(defaultSizes({ width: 1440, height: 900 })).toEqual({
		endpoints: 264,
		inspectorWidth: 425,
		inspectorHeight: 360,
	});
	expect(defaultSizes({ width: 1024, height: 700 })).toMatchObject({ endpoints: 224, inspectorHeight: 180 });
});
