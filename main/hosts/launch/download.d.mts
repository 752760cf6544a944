export interface Progress {
	readonly received: number;
	readonly total: number | undefined;
}
export declare class NetworkError extends Error {}
export declare function download(
	url: string,
	file: string,
	options: { readonly stallMs: number; readonly onProgress: (progress: Progress) => void },
): Promise<void>;
