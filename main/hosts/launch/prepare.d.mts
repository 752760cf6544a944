export declare function provideExec(root: string, platform?: string): void;
