import { z } from 'zod';

/** Position and size in device-independent pixels, as in Electron. */
export interface Bounds {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** No display exceeds this; a number out of range means a damaged file. */
const coordinate = z.number().int().min(-100_000).max(100_000);

/** The saved state of a window: its bounds when it is not maximised, and whether it is. */
export const windowStateSchema = z.object({
	x: coordinate,
	y: coordinate,
	width: coordinate.min(1),
	height: coordinate.min(1),
	maximized: z.boolean(),
});
export type WindowState = z.infer<typeof windowStateSchema>;

export const MINIMUM_SIZE = { width: 720, height: 480 } as const;
const DEFAULT_SIZE = { width: 1440, height: 900 } as const;

/** Part of a window's top edge that must be on a display so that a person can drag it. */
const GRIP = { width: 120, height: 32 } as const;

const overlap = (start: number, length: number, otherStart: number, otherLength: number) =>
	Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart);

/** True when enough of the title bar is on this display's work area. */
function isReachable(bounds: Bounds, area: Bounds): boolean {
	return (
		overlap(bounds.x, bounds.width, area.x, area.width) >= Math.min(GRIP.width, bounds.width) &&
		bounds.y >= area.y &&
		bounds.y + GRIP.height <= area.y + area.height
	);
}

/** Of this size, reduced to fit, in the middle of the area. */
function centred(size: { readonly width: number; readonly height: number }, area: Bounds): Bounds {
	const width = Math.min(size.width, area.width);
	const height = Math.min(size.height, area.height);
	return {
		x: area.x + Math.floor((area.width - width) / 2),
		y: area.y + Math.floor((area.height - height) / 2),
		width,
		height,
	};
}

/**
 * The position of the window: the saved one, unless the displays have changed so that a person could not reach it.
 * @param areas work areas of the displays, the primary one first; at least one
 */
export function placeWindow(saved: WindowState | undefined, areas: readonly [Bounds, ...Bounds[]]): WindowState {
	if (saved === undefined) return { ...centred(DEFAULT_SIZE, areas[0]), maximized: false };
	const size = {
		width: Math.max(saved.width, MINIMUM_SIZE.width),
		height: Math.max(saved.height, MINIMUM_SIZE.height),
	};
	for (const area of areas) {
		// Reduced first: the visible part may be the one that is cut off.
		const fitting = {
			x: saved.x,
			y: saved.y,
			width: Math.min(size.width, Math.max(area.width, MINIMUM_SIZE.width)),
			height: Math.min(size.height, Math.max(area.height, MINIMUM_SIZE.height)),
		};
		if (isReachable(fitting, area)) return { ...fitting, maximized: saved.maximized };
	}
	return { ...centred(size, areas[0]), maximized: saved.maximized };
}
