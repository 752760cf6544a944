export declare function profilePermits(root: string, executable: string): boolean;
export declare function profileFor(name: string, executable: string): string;
