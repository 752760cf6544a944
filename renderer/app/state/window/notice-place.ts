import { create } from 'zustand';

interface NoticePlace {
	/** The element at the end of the endpoints that makes room for notices. */
	readonly element: HTMLElement | null;
}

/** Where notices are shown without covering anything. */
export const useNoticePlace = create<NoticePlace>()(() => ({ element: null }));

/** For the element that makes room for them, as it comes and goes. */
export function offerNoticePlace(element: HTMLElement | null): void {
	useNoticePlace.setState({ element });
}
