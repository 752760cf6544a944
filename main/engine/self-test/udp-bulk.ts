import { bulkMissing } from '../datagram/bulk/load-calls.ts';
import { type Check, ok, unsupported } from './check.ts';

/** Whether datagrams are received and sent many at a time; elsewhere they are one by one, and a flood loses them earlier. */
export const UDP_CHECKS: readonly Check[] = [
	{
		id: 'udp.bulk',
		title: 'UDP: recvmmsg, sendmmsg',
		run: async () => {
			const missing = bulkMissing();
			return missing === undefined ? ok() : unsupported(({ error }) => error(missing));
		},
	},
];
