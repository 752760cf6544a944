import { create } from 'zustand';
import { messageOf } from '../../../../common/contract/base/message-of.ts';

export interface ToastAction {
	readonly label: string;
	readonly run: () => void;
}

export interface Toast {
	readonly id: number;
	readonly tone: 'info' | 'error';
	readonly title: string;
	readonly text?: string;
	readonly action?: ToastAction;
}

interface Toasts {
	readonly toasts: readonly Toast[];
}

/** Maximum number of notices; the oldest is removed first. */
const MOST = 4;

export const useToasts = create<Toasts>()(() => ({ toasts: [] }));

let lastId = 0;

/** Shows a short notice at the edge of the window. An error with a place of its own belongs in a card there. */
export function toast(notice: Omit<Toast, 'id'>): void {
	lastId += 1;
	const entry = { ...notice, id: lastId };
	useToasts.setState(({ toasts }) => ({ toasts: [...toasts, entry].slice(-MOST) }));
}

export function dismissToast(id: number): void {
	useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((entry) => entry.id !== id) }));
}

/** Shows an error that no part of the screen shows itself. */
export function toastError(title: string, error: unknown): void {
	toast({ tone: 'error', title, text: messageOf(error) });
}
