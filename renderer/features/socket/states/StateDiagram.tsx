import { useId } from 'react';
import { TCP_STATES, type TcpState } from '../../../../common/calls/tcp-states.ts';
import { useDialogWords } from '../../../words/dialogs.ts';
import { EDGES, lineOf, NODE, PLACES, SIZE } from './diagram.ts';

export interface Lit {
	readonly own: readonly TcpState[];
	readonly peer: readonly TcpState[];
}

/** The states of TCP and their changes. The states of both ends are lit, and dimly those that they went through with the same event. */
export function StateDiagram({ lit, text }: { readonly lit: Lit; readonly text: string }) {
	const { tcpStates: words } = useDialogWords();
	const arrow = useId();
	const [own, peer] = [lit.own.at(-1), lit.peer.at(-1)];
	return (
		<svg className="states-picture" viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={text}>
			<title>{text}</title>
			<defs>
				<marker
					id={arrow}
					viewBox="0 0 8 8"
					refX="7"
					refY="4"
					markerWidth="7"
					markerHeight="7"
					markerUnits="userSpaceOnUse"
					orient="auto"
				>
					<path className="states-head" d="M0 0 L8 4 L0 8 Z" />
				</marker>
			</defs>
			{EDGES.map((edge) => {
				const { path, label } = lineOf(edge);
				const isGone = (by: readonly TcpState[]) =>
					by.some((state, i) => state === edge.to && (by[i - 1] ?? '') === edge.from);
				const classes = [
					'states-edge',
					isGone(lit.own) ? 'states-by-own' : '',
					isGone(lit.peer) ? 'states-by-peer' : '',
				];
				return (
					<g key={`${edge.from} ${edge.to}`} className={classes.filter(Boolean).join(' ')}>
						<path d={path} markerEnd={`url(#${arrow})`} />
						<text x={label[0]} y={label[1]}>
							{edge.sends === undefined ? edge.on : `${edge.on} / ${edge.sends}`}
						</text>
					</g>
				);
			})}
			{TCP_STATES.map((state) => {
				const [x, y] = PLACES[state];
				const classes = [
					'states-node',
					state === own ? 'states-own' : lit.own.includes(state) ? 'states-was-own' : '',
					state === peer ? 'states-peer' : lit.peer.includes(state) ? 'states-was-peer' : '',
				];
				const who = [...(state === own ? [words.own] : []), ...(state === peer ? [words.peer] : [])].join(' · ');
				return (
					<g key={state} className={classes.filter(Boolean).join(' ')}>
						<rect x={x - NODE.width / 2} y={y - NODE.height / 2} width={NODE.width} height={NODE.height} rx="4" />
						<text x={x} y={who === '' ? y : y - 5}>
							{state}
						</text>
						{who === '' ? null : (
							<text className="states-who" x={x} y={y + 8}>
								{who}
							</text>
						)}
					</g>
				);
			})}
		</svg>
	);
}
