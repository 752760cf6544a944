import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import type { ConnectionState } from '../../../../common/contract/calls/workbench.ts';
import type { CallInput } from '../../../../common/contract/index.ts';
import { isClient } from '../../../../common/endpoints/index.ts';
import type { Words } from '../../../../common/words/en.ts';
import type { MenuEntry } from '../../../ui/menu/MenuEntries.tsx';
import { words } from '../../../words/index.ts';
import { formatAddress } from '../../shared/format.ts';
import { useWorkbench } from '../endpoints/workbench.ts';
import { session } from '../host/session.ts';
import { offerDraft } from '../window/composer-draft.ts';
import { type MenuPlace, openContextMenu } from '../window/context-menu.ts';
import { requestFocus } from '../window/focus.ts';
import { toast, toastError } from '../window/toasts.ts';
import { readPayload } from './read-payload.ts';
import { useViewed } from './viewed.ts';

/** A way that a message can go once more. */
interface SendAgainWay {
	/** `Send again to #3 127.0.0.1:9000`. */
	readonly label: string;
	/** Why it cannot go there now; undefined where it can. */
	readonly refused: string | undefined;
	readonly send: () => void;
}

type Message = Pick<CaptureRow, 'n' | 'length' | 'preview' | 'previewAt' | 'connection' | 'endpoint' | 'direction'>;
type Place = Omit<CallInput<'send'>, 'bytes'>;

/** What is done with it: send again, back or on. */
type SendVerb = Words['captureActions']['send']['again'];

/** Connections that a received message is offered to at most. */
const MOST_ONWARD = 8;

/**
 * Where a message goes once more: one that was sent, to where it went; one that was received, back to whoever sent it,
 * or onwards: through a proxy to the other side, else to any other open connection.
 */
function sendAgainWays(message: Message): readonly SendAgainWay[] {
	const { again, back } = words().captureActions.send;
	if (message.direction === 'out') return [toOwn(message, again)];
	return [toOwn(message, back), ...onward(message)];
}

/** The same as commands of a menu. */
export function sendAgainEntries(message: Message): MenuEntry[] {
	return sendAgainWays(message).map(({ label, refused, send: onSelect }) => ({
		label,
		disabled: refused !== undefined,
		...(refused === undefined ? {} : { note: refused }),
		onSelect,
	}));
}

/** Sends at once where there is one way, and offers several at a place of the window. */
export function sendAgainAt(message: Message, place: MenuPlace): undefined {
	const text = words().captureActions.send;
	const [only, ...others] = sendAgainWays(message);
	if (only === undefined || others.length > 0) openContextMenu(place, text.again.plain, sendAgainEntries(message));
	else if (only.refused === undefined) only.send();
	else toast({ tone: 'info', title: text.refused(only.refused) });
}

/** The connection of a message while it is open: the ids in a stored capture mean others. */
function ownConnection({ connection }: Message): ConnectionState | undefined {
	return useViewed.getState().capture === undefined ? useWorkbench.getState().connections.get(connection) : undefined;
}

function toOwn(message: Message, verb: SendVerb): SendAgainWay {
	const own = ownConnection(message);
	if (own !== undefined) return toConnection(message, verb, own);
	const client = openClient(message);
	if (client !== undefined) {
		return way(message, verb.through(client.config.name), { endpoint: client.id }, undefined);
	}
	const isStored = useViewed.getState().capture !== undefined;
	const { stored, closed } = words().captureActions.send;
	const refused = isStored ? stored : closed(message.connection);
	return way(message, verb.plain, { endpoint: message.endpoint }, refused);
}

/** A client that is connected again: what it sent goes to the same address. */
function openClient({ endpoint }: Message) {
	if (useViewed.getState().capture !== undefined) return undefined;
	const { endpoints } = useWorkbench.getState();
	const named = [...endpoints.values()].filter(({ config }) => config.name === endpoint);
	return named.find(({ config, status }) => status === 'open' && isClient(config.kind));
}

/** A proxy's message goes to its other side; any other one is offered to the newest open connections. */
function onward(message: Message): SendAgainWay[] {
	const { on } = words().captureActions.send;
	const { connections } = useWorkbench.getState();
	const own = ownConnection(message);
	const other = own?.proxy?.other;
	const pair = other === undefined ? undefined : connections.get(other);
	if (pair !== undefined) return [toConnection(message, on, pair)];
	const others = [...connections.values()].filter(({ id, proxy }) => id !== own?.id && proxy === undefined);
	return others
		.toReversed()
		.slice(0, MOST_ONWARD)
		.map((connection) => toConnection(message, on, connection));
}

function toConnection(message: Message, verb: SendVerb, connection: ConnectionState): SendAgainWay {
	const { id, endpoint, remote, status } = connection;
	const { ended, connecting } = words().captureActions.send;
	const refused = status === 'ended' ? ended : status === 'connecting' ? connecting : undefined;
	return way(message, verb.to(`#${id} ${formatAddress(remote)}`), { endpoint, connection: id }, refused);
}

function way(message: Message, label: string, place: Place, refused: string | undefined): SendAgainWay {
	const isLong = message.length > LIMITS.payloadBytes;
	return {
		label,
		refused: isLong ? words().captureActions.send.long : refused,
		send: () => void send(message, place, label),
	};
}

async function send(message: Message, place: Place, label: string): Promise<void> {
	try {
		const bytes = await readPayload(message);
		await session.call('send', { ...place, bytes });
		toast({ tone: 'info', title: words().captureActions.send.sent(label, bytes.length) });
	} catch (error) {
		toastError(words().captureActions.send.failed(label), error);
	}
}

/** Puts a message into the composer, to be changed before it is sent. */
export async function editAndSend(message: Message): Promise<undefined> {
	try {
		offerDraft({ bytes: await readPayload(message), connection: message.connection, endpoint: message.endpoint });
		requestFocus('composer');
	} catch (error) {
		toastError(words().captureActions.messageUnread, error);
	}
}
