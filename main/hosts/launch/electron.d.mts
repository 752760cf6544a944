export const FETCH_LIMIT_MS: number;
export function runtimeFolder(): string;
export function installedElectron(): string | undefined;
export function fetchElectron(limitMs?: number, installer?: string): Promise<string | undefined>;
