import { optionsOf } from '../../../../common/endpoints/index.ts';
import { reachOf } from '../../../../common/reach/reach.ts';
import { useDialogWords } from '../../../words/dialogs.ts';
import { reasonText } from '../../../words/errors.ts';
import { useViewed } from '../../state/capture/viewed.ts';
import { useWorkbench } from '../../state/endpoints/workbench.ts';
import { useInterfaces } from './use-interfaces.ts';

/** Who can reach the running endpoint of this name now; nothing for a stopped one, and in a stored capture. */
export function ReachLine({ endpoint }: { readonly endpoint: string }) {
	const { kernelView: words } = useDialogWords();
	const isLive = useViewed(({ capture }) => capture === undefined);
	const state = useWorkbench(({ endpoints }) =>
		[...endpoints.values()].find(({ config, status }) => config.name === endpoint && status === 'open'),
	);
	const local = isLive ? state?.local : undefined;
	const interfaces = useInterfaces(local && `${local.address} ${local.path}`);
	if (state === undefined || local === undefined || interfaces === undefined) return null;
	const { ipv6Only } = optionsOf(state.config);
	return (
		<p className="event-explained">
			{words.reach}: {reasonText(reachOf({ local, ipv6Only }, interfaces))}
		</p>
	);
}
