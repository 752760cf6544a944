import type { CharsetName } from '../../../../common/payload/schema.ts';
import { setCharset } from '../endpoints/endpoint-actions.ts';
import { onlyNamed, useWorkbench } from '../endpoints/workbench.ts';
import { chosenCharset, readInCharset, useCaptures } from './captures.ts';
import { useViewed } from './viewed.ts';

/** The charset of an endpoint's text in the viewed capture. */
export interface CharsetOfEndpoint {
	/** Whether a person has chosen it. */
	readonly chosen: boolean;
	/** Whether it is only that of an opened capture: the endpoint keeps its own. */
	readonly opened: boolean;
	choose(charset: CharsetName): void;
}

/** Undefined where it cannot be chosen: the live capture has no endpoint of this name any more, or several. */
export function useCharsetOfEndpoint(name: string): CharsetOfEndpoint | undefined {
	const capture = useViewed((viewed) => viewed.capture);
	const live = useWorkbench((workbench) => (capture === undefined ? onlyNamed(workbench, name) : undefined));
	const chosen = useCaptures((captures) => chosenCharset(captures, capture, name) !== undefined);
	if (capture !== undefined) {
		return { chosen, opened: true, choose: (charset) => readInCharset(capture, name, charset) };
	}
	if (live === undefined) return undefined;
	const { id, config } = live;
	return { chosen: config.charset !== undefined, opened: false, choose: (charset) => void setCharset(id, charset) };
}
