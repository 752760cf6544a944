/**
 * The environment of a server. With the folder of `--profile`, Node writes a processor profile of each thread there: threads
 * have none of the options of the command line, but those of NODE_OPTIONS.
 */
export function profiledEnvironment(): NodeJS.ProcessEnv {
	const { WIREBENCH_BENCH_PROFILE: folder, NODE_OPTIONS: others = '' } = process.env;
	if (folder === undefined) return process.env;
	const quoted = `--cpu-prof-dir=${folder}`.replace(/["\\]/g, '\\$&');
	return { ...process.env, NODE_OPTIONS: `${others} --cpu-prof "${quoted}"` };
}
