import type { Framing } from '../../../../common/contract/config/framing.ts';
import { words } from '../../../words/index.ts';
import { useWorkbench, type Workbench } from '../endpoints/workbench.ts';
import { toast } from '../window/toasts.ts';
import { list, useListing } from './listing.ts';
import { useViewed } from './viewed.ts';

const splits = (framing: Framing | undefined) => framing !== undefined && framing.type !== 'none';

/** Whether an endpoint splits a stream into messages. */
function hasFraming({ endpoints }: Workbench): boolean {
	return [...endpoints.values()].some(
		({ config }) => 'framing' in config && (splits(config.framing) || splits(config.framingOut)),
	);
}

/** Whether a list of messages can have other rows than the list of reads. What a stored capture has is not known before. */
function isUseful(tried: number, capture: string | undefined, framed: boolean): boolean {
	return tried > 0 || capture !== undefined || framed;
}

/** The same, up to date. */
export function useMessagesUseful(): boolean {
	const framed = useWorkbench(hasFraming);
	const capture = useViewed((viewed) => viewed.capture);
	return isUseful(
		useListing(({ tried }) => tried.length),
		capture,
		framed,
	);
}

/** Lists messages in place of reads, or reads again; says why where no endpoint has messages. */
export function switchListing(): void {
	const { as, tried } = useListing.getState();
	if (as === 'messages') list({ as: 'reads' });
	else if (isUseful(tried.length, useViewed.getState().capture, hasFraming(useWorkbench.getState()))) {
		list({ as: 'messages' });
	} else toast({ tone: 'info', title: words().log.listed.noFraming });
}
