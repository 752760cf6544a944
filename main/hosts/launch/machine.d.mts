export function whyNoDisplay(env?: NodeJS.ProcessEnv, platform?: string): string | undefined;
export function whyNoSandbox(runtimeFolder: string, platform?: string): string | undefined;
