import { create } from 'zustand';
import type { BlockingMode } from '../../../../common/calls/call.ts';
import type { CallLanguage } from '../../../../common/calls/spell/index.ts';

interface CallStyle {
	readonly language: CallLanguage;
	readonly mode: BlockingMode;
}

/** How calls are written, wherever they are shown. */
export const useCallStyle = create<CallStyle>()(() => ({ language: 'python', mode: 'blocking' }));
