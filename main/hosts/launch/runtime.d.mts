export declare const MINIMUM_NODE_MAJOR: number;
export declare function pinnedPackageNames(platform?: string, arch?: string): string[];
export declare function pinnedNode(): string | undefined;
export declare function runInPlace(
	file: string,
	args: readonly string[],
): Promise<{ code: number; signal: NodeJS.Signals | null; asked: boolean; release: () => void }>;
export declare function ensureRuntime(): Promise<void>;
