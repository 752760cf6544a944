import { resetCounters } from '../../app/state/endpoints/endpoint-actions.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { useWords } from '../../words/index.ts';
import type { Draft } from './draft/drafts.ts';
import { changeDraft, useComposer } from './store.ts';
import type { Encoded } from './use-message.ts';

interface TemplateHintProps {
	readonly draft: Draft;
	readonly filled: Extract<Encoded, { ok: true }>['filled'];
}

/** Beside the preview: what can be done about double braces, and about counters. */
export function TemplateHint({ draft, filled }: TemplateHintProps) {
	const text = useWords().composer;
	const endpoint = useComposer(({ target }) => target?.endpoint);
	const counted = useWorkbench(({ endpoints }) => endpoints.get(endpoint ?? '')?.counters !== undefined);
	if (filled?.hasCounter && counted && endpoint !== undefined) {
		return (
			<Button variant="ghost" onClick={() => resetCounters(endpoint)}>
				{text.resetCounters}
			</Button>
		);
	}
	if (draft.template || !draft.text.includes('{{')) return null;
	return (
		<>
			<span className="composer-hint">{text.braces}</span>
			<Button variant="ghost" onClick={() => changeDraft({ template: true })}>
				{text.fillIn}
			</Button>
		</>
	);
}
