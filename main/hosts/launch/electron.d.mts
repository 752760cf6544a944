export declare const FETCH_LIMIT_MS: number;
export declare function runtimeFolder(): string;
export declare function installedElectron(): string | undefined;
export declare function fetchElectron(limitMs?: number, installer?: string): Promise<string | undefined>;
