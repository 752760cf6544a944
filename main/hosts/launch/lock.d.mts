export declare function isAlive(pid: number): boolean;
export declare function withLock<T>(file: string, work: () => Promise<T>): Promise<T>;
