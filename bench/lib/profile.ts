/** Node options that make a server write processor profiles, one file per thread, into the folder of `--profile`. */
export function profileArguments(): string[] {
	const folder = process.env.WIREBENCH_BENCH_PROFILE;
	return folder === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', folder];
}
