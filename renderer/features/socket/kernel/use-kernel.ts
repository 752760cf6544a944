import { useEffect, useState } from 'react';
import type {
	ConnectionProgram,
	KernelSocket,
	KernelSockets,
} from '../../../../common/contract/calls/system/kernel.ts';
import { useViewed } from '../../../app/state/capture/viewed.ts';
import { useWorkbench } from '../../../app/state/endpoints/workbench.ts';
import { session } from '../../../app/state/host/session.ts';
import { useSelection } from '../../../app/state/window/selection.ts';
import { useSubject } from '../states/subject.ts';

/** Milliseconds between two readings. */
const PERIOD_MS = 1000;
/** Readings that the graphs keep: ten minutes. */
const KEPT = 600;

/** Whose sockets are looked at. */
export interface KernelSubject {
	/** Undefined where neither an open connection nor an endpoint is selected. */
	readonly endpoint: string | undefined;
	/** An open connection of it. */
	readonly connection: number | undefined;
	/** The connection that is selected and has closed. */
	readonly closed: number | undefined;
}

/** Follows the selection: its connection while that is open, else its endpoint. A stored capture has neither. */
export function useKernelSubject(): KernelSubject {
	const isLive = useViewed(({ capture }) => capture === undefined);
	const { connection } = useSubject();
	const selected = useSelection(({ endpoint }) => endpoint);
	const owner = useWorkbench(({ connections }) =>
		connection === undefined ? undefined : connections.get(connection)?.endpoint,
	);
	if (!isLive) return { endpoint: undefined, connection: undefined, closed: undefined };
	if (owner !== undefined) return { endpoint: owner, connection, closed: undefined };
	return { endpoint: selected, connection: undefined, closed: connection };
}

/** A reading of the system. */
export interface KernelReading {
	readonly time: number;
	/** Of the connection, or of the endpoint itself where there is none. */
	readonly socket: KernelSocket | undefined;
	/** Those of the endpoint itself. */
	readonly own: readonly KernelSocket[];
}

export interface ShownKernel {
	/** The readings since the view was opened or the subject changed, oldest first. */
	readonly readings: readonly KernelReading[];
	readonly error: Error | undefined;
}

const NOTHING: ShownKernel = { readings: [], error: undefined };

function readingOf({ time, sockets }: KernelSockets, connection: number | undefined): KernelReading {
	const own = sockets.filter((socket) => socket.connection === undefined);
	const socket = connection === undefined ? own[0] : sockets.find((one) => one.connection === connection);
	return { time, socket, own };
}

/** Reads once a second what the system reports about the subject, while the page is visible. */
export function useKernel({ endpoint, connection }: KernelSubject): ShownKernel {
	const [shown, setShown] = useState(NOTHING);
	useEffect(() => {
		setShown(NOTHING);
		if (endpoint === undefined) return;
		let timer: ReturnType<typeof setTimeout> | undefined;
		let wanted = true;
		const again = () => {
			if (wanted && !document.hidden) timer = setTimeout(read, PERIOD_MS);
		};
		const read = () => {
			timer = undefined;
			const connections = connection === undefined ? [] : [connection];
			session
				.call('kernelSockets', { endpoint, connections })
				.then(
					(sockets) => {
						const reading = readingOf(sockets, connection);
						if (wanted)
							setShown(({ readings }) => ({ readings: [...readings, reading].slice(-KEPT), error: undefined }));
					},
					(error: Error) => {
						if (wanted) setShown(({ readings }) => ({ readings, error }));
					},
				)
				.then(again);
		};
		const seen = () => {
			clearTimeout(timer);
			if (!document.hidden) read();
		};
		document.addEventListener('visibilitychange', seen);
		read();
		return () => {
			wanted = false;
			clearTimeout(timer);
			document.removeEventListener('visibilitychange', seen);
		};
	}, [endpoint, connection]);
	return shown;
}

/** The program at the other end of a connection, asked for when it is selected and when its state changes. */
export function useProgram(connection: number | undefined, state: string | undefined): ConnectionProgram | undefined {
	const [program, setProgram] = useState<{ readonly of: number; readonly found: ConnectionProgram }>();
	// biome-ignore lint/correctness/useExhaustiveDependencies: another state can mean another answer
	useEffect(() => {
		if (connection === undefined) return;
		let wanted = true;
		session.call('connectionProgram', { connection }).then(
			(found) => wanted && setProgram({ of: connection, found }),
			// It has just closed: the next reading says so.
			() => wanted && setProgram(undefined),
		);
		return () => {
			wanted = false;
		};
	}, [connection, state]);
	return program?.of === connection ? program?.found : undefined;
}
