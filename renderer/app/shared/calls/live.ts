import { useViewed } from '../../state/capture/viewed.ts';
import { useWorkbench } from '../../state/endpoints/workbench.ts';

/** Whether the live capture is viewed, and an endpoint of this name runs; without a name, any. */
export function useLiveEndpoint(name: string | undefined): boolean {
	const isLive = useViewed(({ capture }) => capture === undefined);
	const runs = useWorkbench(({ endpoints }) =>
		[...endpoints.values()].some(
			({ config, status }) => (name === undefined || config.name === name) && status === 'open',
		),
	);
	return isLive && runs;
}
