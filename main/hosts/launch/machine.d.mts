export interface Machine {
	readonly root: string;
	readonly platform: string;
	readonly env: NodeJS.ProcessEnv;
	readonly uid: number | undefined;
}
export declare function thisMachine(): Machine;
export declare function whyNoDisplay(machine: Pick<Machine, 'platform' | 'env'>): string | undefined;
export declare function whyNotThisUser(machine: Pick<Machine, 'platform' | 'uid'>): string | undefined;
export declare function whyNoSandbox(
	machine: Pick<Machine, 'root' | 'platform'>,
	installed: string,
): { readonly why: string; readonly advice: string } | undefined;
