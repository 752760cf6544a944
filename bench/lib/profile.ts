/** Node's options that make a server write processor profiles, one file a thread, into the folder that `--profile` names. */
export function profileArguments(): string[] {
	const folder = process.env.WIREBENCH_BENCH_PROFILE;
	return folder === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', folder];
}
