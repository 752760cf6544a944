/** Whether the deep tier runs (`npm test -- --deep`), of which the default tier runs a sample. */
const deep = process.env.WIREBENCH_TIER === 'deep';

/** How many, how often or how large: a sample by default, all of it in the deep tier. */
export function byTier(sample: number, all: number): number {
	return deep ? all : sample;
}
