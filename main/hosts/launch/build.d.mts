export const root: string;
export const dist: string;
export function ensureBuilt(options?: { quiet?: boolean; force?: boolean }): Promise<void>;
