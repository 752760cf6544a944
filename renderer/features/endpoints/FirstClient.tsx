import { traitsOf } from '../../../common/endpoints/index.ts';
import { canProxy, connectClient, proxyInFront } from '../../app/state/endpoints/clients.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../words/index.ts';

/** Below the only endpoint, a server that nobody has connected to yet: what to do with it. */
export function FirstClient() {
	const text = useWords().endpointCommands;
	const only = useWorkbench(({ endpoints }) => (endpoints.size === 1 ? [...endpoints.values()][0] : undefined));
	if (only === undefined || only.status !== 'open' || only.connections > 0) return null;
	if (traitsOf(only.config.kind).role === 'client') return null;
	return (
		<div className="endpoint-first">
			<Button onClick={() => void connectClient(only.id)}>{text.connectClient}</Button>
			{canProxy(only) ? <Button onClick={() => void proxyInFront(only.id)}>{text.proxy}</Button> : null}
		</div>
	);
}
