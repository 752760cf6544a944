import { contract } from '../../common/contract/index.ts';
import { createRpcClient } from '../../common/rpc/client.ts';
import { memoryTransportPair } from '../../common/rpc/memory.ts';
import type { RpcClient } from '../../common/rpc/types.ts';
import type { App } from './create-app.ts';

/** A client of the application in the same process; it has what a page has. */
export function localClient(app: App): RpcClient<typeof contract> {
	return createRpcClient(contract, async () => {
		const [ours, theirs] = memoryTransportPair();
		app.attach(theirs);
		return ours;
	});
}
