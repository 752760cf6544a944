import { useShallow } from 'zustand/react/shallow';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import type { Words } from '../../../common/words/en.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { useWords } from '../../words/index.ts';
import { pick, usePicked } from './chosen.ts';

/** Maximum number of listed connections; the others are reached by choosing all. */
const MOST_LISTED = 200;

/** Selects the connections of an endpoint that receive a message. */
export function ConnectionsRow({ endpoint }: { readonly endpoint: string }) {
	const text = useWords().composer.pick;
	const picked = usePicked(endpoint);
	const lines = useWorkbench(
		useShallow(({ connectionIds, connections }) =>
			(connectionIds.get(endpoint) ?? []).slice(0, MOST_LISTED).flatMap((id) => {
				const connection = connections.get(id);
				return connection === undefined ? [] : [`${id} ${formatSocketAddress(connection.remote)}`];
			}),
		),
	);
	const all = useWorkbench(({ connectionIds }) => connectionIds.get(endpoint)?.length ?? 0);
	if (lines.length === 0) return <div className="composer-extra">{text.none}</div>;
	const ids = lines.map((line) => Number.parseInt(line, 10));
	const alive = picked.filter((id) => ids.includes(id));
	return (
		<fieldset className="composer-extra composer-connections">
			<legend className="visually-hidden">{text.label}</legend>
			<span>{pickedText(text, picked.length, alive.length, all)}</span>
			{lines.map((line, at) => {
				const id = ids[at] ?? 0;
				return (
					<Checkbox
						key={id}
						label={`#${line}`}
						checked={picked.includes(id)}
						onChange={(on) => pick(endpoint, on ? [...alive, id] : alive.filter((other) => other !== id))}
					/>
				);
			})}
			{picked.length === 0 ? null : (
				<Button variant="ghost" onClick={() => pick(endpoint, [])}>
					{text.reset}
				</Button>
			)}
		</fieldset>
	);
}

function pickedText(text: Words['composer']['pick'], picked: number, alive: number, all: number): string {
	if (picked === 0) return text.all(all);
	return alive === 0 ? text.closed : text.some(alive, all);
}
