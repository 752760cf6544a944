import type { EndpointState } from '../../../common/contract/calls/workbench.ts';

type Status = EndpointState['status'];

/** The state as a shape as well as a colour: a disc, a ring, a half disc, a cross. The row's name has it in words. */
export function StatusShape({ status }: { readonly status: Status }) {
	return (
		<svg className={`status-shape status-${status}`} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
			{shape(status)}
		</svg>
	);
}

function shape(status: Status) {
	switch (status) {
		case 'open':
			return <circle cx="6" cy="6" r="4.5" fill="currentColor" />;
		case 'failed':
			return <path d="M2.5 2.5l7 7m0-7l-7 7" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />;
		case 'starting':
		case 'stopping':
			return (
				<>
					<circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />
					<path d="M6 2a4 4 0 0 0 0 8z" fill="currentColor" />
				</>
			);
		case 'stopped':
			return <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />;
	}
}
