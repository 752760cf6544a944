export declare const root: string;
export declare const dist: string;
export declare function ensureBuilt(options?: { quiet?: boolean; force?: boolean }): Promise<void>;
