import { CircleAlert, X } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useWords } from '../../words/index.ts';
import { useNoticePlace } from '../state/window/notice-place.ts';
import { useFolded } from '../state/window/pane-layout.ts';
import { dismissToast, type Toast, useToasts } from '../state/window/toasts.ts';

/** Milliseconds that a notice stays without pointer or focus on it. Errors stay until they are closed. */
const STAY = 10_000;

/**
 * Notices, below running jobs. They have room of their own at the end of the endpoints, where they cover and move nothing
 * that is used; over the upper edge of the log while that pane is folded.
 */
export function ToastStack({ children }: { readonly children?: ReactNode }) {
	const { notices } = useWords().shell;
	const toasts = useToasts((state) => state.toasts);
	const place = useNoticePlace(({ element }) => element);
	const folded = useFolded('endpoints');
	const own = folded ? null : place;
	const stack = (
		<section className={own === null ? 'toasts' : 'toasts toasts-in-pane'} aria-label={notices} aria-live="polite">
			{children}
			{toasts.map((entry) => (
				<ToastRow key={entry.id} entry={entry} />
			))}
		</section>
	);
	return own === null ? stack : createPortal(stack, own);
}

function ToastRow({ entry }: { readonly entry: Toast }) {
	const { dismiss } = useWords().shell;
	const [held, setHeld] = useState(false);
	const stays = held || entry.tone === 'error';

	useEffect(() => {
		if (stays) return;
		const timer = setTimeout(() => dismissToast(entry.id), STAY);
		return () => clearTimeout(timer);
	}, [stays, entry.id]);

	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: pointer and focus only hold the time, they do nothing here
		<div
			className={`toast toast-${entry.tone}`}
			onMouseEnter={() => setHeld(true)}
			onMouseLeave={() => setHeld(false)}
			onFocus={() => setHeld(true)}
			onBlur={() => setHeld(false)}
		>
			{entry.tone === 'error' ? <CircleAlert size={14} aria-hidden="true" /> : null}
			<div className="toast-text">
				<strong>{entry.title}</strong>
				{entry.text === undefined ? null : <span>{entry.text}</span>}
			</div>
			{entry.action === undefined ? null : <ActionButton id={entry.id} action={entry.action} />}
			<IconButton label={dismiss} size="s" tip={false} onClick={() => dismissToast(entry.id)}>
				<X size={14} />
			</IconButton>
		</div>
	);
}

function ActionButton({ id, action }: { readonly id: number; readonly action: NonNullable<Toast['action']> }) {
	return (
		<Button
			onClick={() => {
				dismissToast(id);
				action.run();
			}}
		>
			{action.label}
		</Button>
	);
}
