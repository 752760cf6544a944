export declare function isInForeground(platform?: string): boolean;
