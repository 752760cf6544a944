import type { CapturedConnection } from '../../../../common/contract/calls/stream.ts';

/** The ports of both ends, from their addresses: none for Unix sockets. */
export function portsOf({ local, remote }: Pick<CapturedConnection, 'local' | 'remote'>): readonly number[] {
	return [local, remote].flatMap((address) => {
		const port = /:(\d{1,5})$/.exec(address)?.[1];
		return port === undefined ? [] : [Number(port)];
	});
}
