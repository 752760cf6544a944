export interface Facts {
	readonly wanted?: 'electron' | 'browser' | undefined;
	readonly noDisplay?: string | undefined;
	readonly notThisUser?: string | undefined;
	readonly noSandbox?: string | undefined;
	readonly runtime: 'present' | 'absent' | 'unfetchable';
	readonly fetchFailure?: string | undefined;
}
export type Decision =
	| { readonly next: 'electron' | 'fetch' }
	| { readonly next: 'browser' | 'give-up'; readonly why: string };
export declare function decide(facts: Facts): Decision;
