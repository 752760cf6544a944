export declare function filesUnder(folder: string): string[];
export declare function publish(fresh: string, target: string, keep: readonly string[]): string[];
