export declare function partialFile(folder: string, name: string): string;
