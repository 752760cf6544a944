export declare function whyNoDisplay(env?: NodeJS.ProcessEnv, platform?: string): string | undefined;
export declare function whyNoSandbox(runtimeFolder: string, platform?: string): string | undefined;
