import { useShallow } from 'zustand/react/shallow';
import { formatSocketAddress } from '../../../common/payload/index.ts';
import { formatCount } from '../../app/shared/format.ts';
import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { pick, usePicked } from './chosen.ts';

/** Maximum number of listed connections; the others are reached by choosing all. */
const MOST_LISTED = 200;

/** Selects the connections of an endpoint that receive a message. */
export function ConnectionsRow({ endpoint }: { readonly endpoint: string }) {
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
	if (lines.length === 0) return <div className="composer-extra">No connection to pick from yet.</div>;
	const ids = lines.map((line) => Number.parseInt(line, 10));
	const alive = picked.filter((id) => ids.includes(id));
	return (
		<fieldset className="composer-extra composer-connections">
			<legend className="visually-hidden">Connections to send to</legend>
			<span>{words(picked.length, alive.length, all)}</span>
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
					All
				</Button>
			)}
		</fieldset>
	);
}

function words(picked: number, alive: number, all: number): string {
	if (picked === 0) return `To all ${formatCount(all)}; pick some:`;
	if (alive === 0) return 'Those that were picked have closed; pick others:';
	return `To ${formatCount(alive)} of ${formatCount(all)}:`;
}
