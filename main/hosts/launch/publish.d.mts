export function filesUnder(folder: string): string[];
export function publish(fresh: string, target: string, keep: readonly string[]): string[];
