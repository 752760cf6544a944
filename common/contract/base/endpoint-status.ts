export const ENDPOINT_STATUSES = ['stopped', 'starting', 'open', 'stopping', 'failed'] as const;

/** Whether an endpoint neither runs nor starts nor stops. */
export function isIdle({ status }: { readonly status: (typeof ENDPOINT_STATUSES)[number] }): boolean {
	return status === 'stopped' || status === 'failed';
}
