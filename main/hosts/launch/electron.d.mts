import type { Progress } from './download.mjs';

export declare function electronPackage(): string;
export declare function installedElectron(packageFolder: string, env?: NodeJS.ProcessEnv): string | undefined;
export declare function whyNotFetched(env?: NodeJS.ProcessEnv): string | undefined;
export declare function fetchElectron(
	packageFolder: string,
	options: { readonly onProgress: (progress: Progress) => void; readonly stallMs?: number },
): Promise<string | undefined>;
