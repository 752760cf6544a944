/** Whether the deep tier runs (`npm test -- --deep`), of which the default tier runs a sample. */
const deep = process.env.WIREBENCH_TIER === 'deep';

/** How many, how often, how large or which: a sample by default, all of it in the deep tier. */
export function byTier<T>(sample: T, all: T): T {
	return deep ? all : sample;
}
