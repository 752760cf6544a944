import { create } from 'zustand';
import type { CharsetName } from '../../../common/payload/schema.ts';

export type InspectorTab = 'bytes' | 'text';

interface Inspector {
	readonly tab: InspectorTab;
	/** Wrap long lines of the text. */
	readonly wrap: boolean;
	/** Charset of the text; undefined: that of the event's endpoint. */
	readonly charset: CharsetName | undefined;
}

/** How the inspector shows an event; stays while the selection moves. */
export const useInspector = create<Inspector>()(() => ({ tab: 'bytes', wrap: true, charset: undefined }));
