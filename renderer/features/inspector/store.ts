import { create } from 'zustand';
import type { CharsetName } from '../../../common/payload/schema.ts';

export const INSPECTOR_TABS = ['bytes', 'text', 'decoded'] as const;
export type InspectorTab = (typeof INSPECTOR_TABS)[number];

interface Inspector {
	readonly tab: InspectorTab;
	/** Wrap long lines of the text. */
	readonly wrap: boolean;
	/** Charset of the text; undefined: that of the event's endpoint. */
	readonly charset: CharsetName | undefined;
	/** That of the shown event's endpoint. */
	readonly own: CharsetName;
}

/** How the inspector shows an event; stays while the selection moves. */
export const useInspector = create<Inspector>()(() => ({ tab: 'bytes', wrap: true, charset: undefined, own: 'utf-8' }));

/** The charset of the shown text. */
export function textCharset({ charset, own }: Pick<Inspector, 'charset' | 'own'>): CharsetName {
	return charset ?? own;
}
