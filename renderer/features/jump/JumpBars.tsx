import { useJump } from '../../app/state/capture/jump.ts';
import { FindBar } from './FindBar.tsx';
import { GotoBar } from './GotoBar.tsx';
import { JumpStatus } from './JumpStatus.tsx';
import './jump.css';

/** What stands over the traffic while one looks for something in it. */
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
