// biome-ignore-all lint/a11y/useSemanticElements: a table cannot have a scrolling, virtualised body
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and references its rows with aria-activedescendant
const COLUMNS = [
	['time', 'Time', 'Local time of the event'],
	['delta', 'Δ s', 'Seconds since the event before'],
	['endpoint', 'Endpoint', 'The endpoint whose socket it was'],
	['connection', 'Conn', 'Number of the connection'],
	['direction', 'Dir', '→ we did it, ← the peer did it'],
	['kind', 'Kind', 'What happened'],
	['length', 'Length', 'Bytes of payload'],
	['preview', 'Preview', 'The first bytes, or what happened'],
] as const;

/** Names of the columns, aligned with the rows below. */
export function LogHead() {
	return (
		<div role="rowgroup" className="log-head">
			<div role="row" className="log-row log-head-row" aria-rowindex={1}>
				{COLUMNS.map(([name, label, title]) => (
					<span key={name} role="columnheader" className={`log-${name}`} title={title}>
						{label}
					</span>
				))}
			</div>
		</div>
	);
}
