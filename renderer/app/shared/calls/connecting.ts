import { useShallow } from 'zustand/react/shallow';
import type { CallList } from '../../../../common/contract/calls/socket-calls.ts';
import type { Connecting } from '../../../../common/contract/calls/workbench.ts';
import { useViewed } from '../../state/capture/viewed.ts';
import { useWorkbench } from '../../state/endpoints/workbench.ts';

/** What clients that are not connected yet wait in: no event shows it before it has ended. */
export function useConnecting(of: CallList['of']): readonly Connecting[] {
	const isLive = useViewed(({ capture }) => capture === undefined);
	return useWorkbench(
		useShallow(({ endpoints }) => {
			if (!isLive || 'connection' in of) return [];
			return [...endpoints.values()].flatMap(({ config, connecting }) =>
				connecting === undefined || ('endpoint' in of && of.endpoint !== config.name) ? [] : [connecting],
			);
		}),
	);
}
