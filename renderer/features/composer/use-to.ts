import { useMemo } from 'react';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { words } from '../../words/index.ts';
import { usePicked } from './chosen.ts';
import { useComposer } from './store.ts';
import { type ToOption, toOptions } from './to/options.ts';
import { type Places, targetLabel } from './to/targets.ts';

const CLOSED: Places = { endpoints: new Map(), connections: new Map(), connectionIds: new Map() };

/** The composer's target in words; empty for none. */
export function useTargetLabel(): string {
	const target = useComposer((composer) => composer.target);
	const some = usePicked(target?.connection === undefined ? target?.endpoint : undefined).length > 0;
	return useWorkbench((workbench) => {
		if (target === undefined) return '';
		const label = targetLabel(target, workbench, some);
		if (label !== undefined) return label;
		return target.connection === undefined ? '' : words().targets.closed(target.connection);
	});
}

/** The entries of the list while it is open. */
export function useToOptions(open: boolean, text: string | undefined): readonly ToOption[] {
	// While it is closed no change of the workbench concerns it.
	const places = useWorkbench((workbench): Places => (open ? workbench : CLOSED));
	return useMemo(() => (open ? toOptions(text, places) : []), [open, text, places]);
}
