import type { CapturedConnection, StreamLine, StreamMessage } from '../../../common/contract/calls/stream.ts';
import type { StreamSide } from '../../../common/conversation/index.ts';
import { Find, type FindAnswer, type Place } from './conversation/find.ts';
import { type JoinedBytes, joinedBytes } from './conversation/joined.ts';
import { Said } from './conversation/said.ts';
import type { Streams } from './streams.ts';

/** Questions about connections and their layouts. `key`: that with which a layout was ordered. */
export type StreamQuery =
	| { readonly type: 'connections'; readonly text: string; readonly from: number; readonly count: number }
	| { readonly type: 'stream-lines'; readonly key: string; readonly from: number; readonly count: number }
	| { readonly type: 'stream-place'; readonly key: string; readonly n: number; readonly offset: number }
	| ({ readonly type: 'stream-find' } & FindQuestion)
	| ({ readonly type: 'stream-bytes' } & BytesQuestion);

/** Bytes to look for from a place on, or before it. `anyCase`: ASCII letters of either case are the same. */
export interface FindQuestion extends Place {
	readonly connection: number;
	readonly side: StreamSide;
	readonly bytes: Uint8Array;
	readonly anyCase: boolean;
	readonly backwards: boolean;
}

/** The bytes of events up to and with `last`, from a place on. */
export interface BytesQuestion extends Place {
	readonly connection: number;
	readonly side: StreamSide;
	readonly last: number;
}

export interface ConnectionsAnswer {
	readonly connections: CapturedConnection[];
	readonly total: number;
}

export interface LinesAnswer {
	readonly lines: StreamLine[];
	readonly messages: StreamMessage[];
	readonly total: number;
}

export interface PlaceAnswer {
	readonly line: number | undefined;
}

export type StreamAnswer =
	| ConnectionsAnswer
	| LinesAnswer
	| PlaceAnswer
	| { readonly find: FindAnswer }
	| { readonly joined: JoinedBytes };

/** One answer of a search takes no longer than this, in ms. */
const FIND_MS = 25;

/** Throws WirebenchErrors, and what reading throws. */
export function answerStream(streams: Streams, query: StreamQuery): StreamAnswer {
	switch (query.type) {
		case 'connections':
			return streams.connections.list(query.text, query.from, query.count);
		case 'stream-lines': {
			const layout = streams.layout(query.key);
			return { ...layout.window(query.from, query.count), total: layout.lines };
		}
		case 'stream-place':
			return { line: streams.layout(query.key).place(query.n, query.offset) };
		case 'stream-find':
			return { find: find(streams, query) };
		case 'stream-bytes':
			return { joined: joinedBytes(new Said(streams.cursor(query.connection), query.side), query, query.last) };
	}
}

function find(streams: Streams, { connection, side, bytes, anyCase, backwards, n, offset }: FindQuestion): FindAnswer {
	const search = new Find(new Said(streams.cursor(connection), side), bytes, anyCase);
	const until = performance.now() + FIND_MS;
	const place = { n, offset };
	return backwards ? search.backwards(place, streams.stored, until) : search.forwards(place, streams.stored, until);
}
