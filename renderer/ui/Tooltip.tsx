import { Tooltip as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { useOverlayContainer } from './overlay.ts';
import './overlay.css';

/** Once around the whole application: adjacent tooltips share one delay. */
export function TooltipProvider({ children }: { readonly children: ReactNode }) {
	return (
		<Radix.Provider delayDuration={500} skipDelayDuration={200}>
			{children}
		</Radix.Provider>
	);
}

export interface TooltipProps {
	/** One short sentence or a name; never the only place of an information. */
	readonly text: string;
	readonly side?: 'top' | 'right' | 'bottom' | 'left';
	/** One focusable element. */
	readonly children: ReactElement;
}

/** A hint beside its element, on hover and on keyboard focus. */
export function Tooltip({ text, side = 'bottom', children }: TooltipProps) {
	const container = useOverlayContainer();
	return (
		<Radix.Root>
			<Radix.Trigger asChild>{children}</Radix.Trigger>
			<Radix.Portal container={container}>
				<Radix.Content className="ui-tooltip" side={side} sideOffset={4} collisionPadding={8}>
					{text}
				</Radix.Content>
			</Radix.Portal>
		</Radix.Root>
	);
}
