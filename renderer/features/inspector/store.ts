import { create } from 'zustand';
import type { CharsetName } from '../../../common/payload/schema.ts';

export const INSPECTOR_TABS = ['bytes', 'text', 'decoded', 'calls'] as const;
export type InspectorTab = (typeof INSPECTOR_TABS)[number];

interface Inspector {
	readonly tab: InspectorTab;
	/** Wrap long lines of the text. */
	readonly wrap: boolean;
	/** Charset that a person has chosen for the text of an endpoint, until another one is shown. */
	readonly chosen: { readonly endpoint: string; readonly charset: CharsetName } | undefined;
	/** The shown event's endpoint, and its charset. */
	readonly endpoint: string;
	readonly own: CharsetName;
}

/** How the inspector shows an event; stays while the selection moves. */
export const useInspector = create<Inspector>()(() => ({
	tab: 'bytes',
	wrap: true,
	chosen: undefined,
	endpoint: '',
	own: 'utf-8',
}));

/** The charset of the shown text. */
export function textCharset({ chosen, endpoint, own }: Pick<Inspector, 'chosen' | 'endpoint' | 'own'>): CharsetName {
	return chosen?.endpoint === endpoint ? chosen.charset : own;
}
