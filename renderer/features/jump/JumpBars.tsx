import { useJump } from '../../app/state/capture/jump.ts';
import { FindBar } from './FindBar.tsx';
import { GotoBar } from './GotoBar.tsx';
import { JumpStatus } from './JumpStatus.tsx';
import './jump.css';

/** The bars above the traffic during a search. */
export function JumpBars() {
	const bar = useJump((jump) => jump.bar);
	const says = useJump((jump) => jump.target !== undefined);
	return (
		<>
			{bar === 'goto' ? <GotoBar /> : null}
			{bar === 'find' ? (
				<FindBar />
			) : says && bar === 'none' ? (
				<div className="jump-bar">
					<JumpStatus closable />
				</div>
			) : null}
		</>
	);
}
