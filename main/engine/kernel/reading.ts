import type { KernelSocket } from '../../../common/contract/calls/system/kernel.ts';

/** What is known of a socket. */
export type Reading = Pick<KernelSocket, 'sources' | 'state' | 'congestion' | 'facts' | 'notes'>;

/** Nothing but the reason. */
export const unread = (...notes: Reading['notes']): Reading => ({ sources: [], facts: {}, notes });
