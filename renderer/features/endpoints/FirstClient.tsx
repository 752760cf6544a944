import { traitsOf } from '../../../common/endpoints/index.ts';
import { canProxy, connectClient, proxyInFront } from '../../app/state/endpoints/clients.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../words/index.ts';
import { useSteady } from './use-steady.ts';

/** Below the only endpoint, a server that nobody has connected to yet: what to do with it. */
export function FirstClient() {
	const text = useWords().endpointCommands;
	const id = useWorkbench(({ endpoints }) => (endpoints.size === 1 ? endpoints.keys().next().value : undefined));
	const only = useSteady(id ?? '');
	if (only === undefined || only.status !== 'open' || only.connections > 0) return null;
	if (traitsOf(only.config.kind).role === 'client') return null;
	return (
		<div className="endpoint-first">
			<Button onClick={() => void connectClient(only.id)}>{text.connectClient}</Button>
			{canProxy(only) ? <Button onClick={() => void proxyInFront(only.id)}>{text.proxy}</Button> : null}
		</div>
	);
}
