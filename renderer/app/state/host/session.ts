import { useSyncExternalStore } from 'react';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import {
	type CallInput,
	type CallName,
	type CallOutput,
	contract,
	type TopicDelta,
	type TopicName,
	type TopicParams,
	type TopicSnapshot,
} from '../../../../common/contract/index.ts';
import { createRpcClient } from '../../../../common/rpc/client.ts';
import { errorInWords } from '../../../words/errors.ts';
import { askForEnvironment } from './environment-question.ts';
import { connectTransport } from './transport.ts';

export type SessionState = 'connecting' | 'connected' | 'disconnected';

export interface TopicListener<N extends TopicName> {
	/** The whole state: at first, and again after each reconnection. */
	onSnapshot(snapshot: TopicSnapshot<N>): void;
	onDelta(delta: TopicDelta<N>): void;
	onError?(error: Error): void;
}

/** The renderer's one connection to its host, as features see it. */
export interface Session {
	/** Rejects with a WirebenchError. Where the open file may not use the environment yet, the person is asked first. */
	call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
	subscribe<N extends TopicName>(topic: N, params: TopicParams<N>, listener: TopicListener<N>): () => void;
	readonly state: SessionState;
	/** Why it is not connected, where that is known. */
	readonly reason: string | undefined;
	onState(listener: (state: SessionState) => void): () => void;
	close(): void;
}

let current: Session | undefined;

function client(): Session {
	current ??= createRpcClient(contract, connectTransport);
	return current;
}

/** Calls; a call that is refused until a person has allowed something has done nothing, so that it is made again. */
async function callAsking<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
	try {
		return await client().call(name, input);
	} catch (error) {
		if (!(error instanceof WirebenchError) || error.code !== 'unconfirmed') throw errorInWords(error);
		const { environment: uses = [] } = error.details;
		if (uses.length === 0 || !(await askForEnvironment(error.message, uses))) throw error;
		await client().call('workspaceAllowEnvironment', { uses });
		return client().call(name, input);
	}
}

/** Replaces the session before its first use, for tests. */
export function setSession(session: Session): void {
	current?.close();
	current = session;
}

/** Connects at first use, so that importing a module opens no connection. */
export const session: Session = {
	call: callAsking,
	subscribe: (topic, params, listener) => client().subscribe(topic, params, listener),
	get state() {
		return client().state;
	},
	get reason() {
		return client().reason;
	},
	onState: (listener) => client().onState(listener),
	close: () => current?.close(),
};

/** Whether the host can be reached. */
export function useSessionState(): SessionState {
	return useSyncExternalStore(session.onState, () => session.state);
}
