import { CodeXml } from 'lucide-react';
import type { EndpointConfig } from '../../../../common/endpoints/index.ts';
import { openOver } from '../../../app/state/window/over-dialog.ts';
import { Button } from '../../../ui/Button.tsx';
import { useWords } from '../../../words/index.ts';

interface CodeButtonProps {
	/** Undefined: the form has faults. */
	readonly config: EndpointConfig | undefined;
	/** The port of a running endpoint. */
	readonly port?: number | undefined;
}

/** What a form describes, rules included, as a program; the form stays open below. */
export function CodeButton({ config, port }: CodeButtonProps) {
	const { asCode } = useWords().captureActions;
	return (
		<Button
			variant="ghost"
			className="form-code"
			icon={<CodeXml size={14} />}
			disabled={config === undefined}
			onClick={() => {
				if (config !== undefined) openOver({ kind: 'code', source: { of: 'endpoint', config, port } });
			}}
		>
			{asCode}
		</Button>
	);
}
