import { expect, test } from 'vitest';
import type { UdpPeer } from './udp-peer.ts';
import { UdpPeers } from './udp-peers.ts';

/** The part of a peer that the table uses. */
function fakePeer(port: number, closed: number[]): UdpPeer {
	const peer: Pick<UdpPeer, 'wire' | 'port' | 'recent' | 'close'> = {
		wire: '127.0.0.1',
		port,
		recent: true,
		close: () => closed.push(port),
	};
	return peer as UdpPeer;
}

test('past the limit, the peer that has been idle longest is closed', () => {
	const closed: number[] = [];
	const peers = new UdpPeers(3);
	for (const port of [1, 2, 3]) peers.add(fakePeer(port, closed));
	peers.add(fakePeer(4, closed));
	expect(closed).toEqual([1]);
	const second = peers.find('127.0.0.1', 2);
	if (!second) throw new Error('It is remembered.');
	second.recent = true;
	peers.add(fakePeer(5, closed));
	expect(closed).toEqual([1, 3]);
	expect(
		peers
			.all()
			.map((peer) => peer.port)
			.sort(),
	).toEqual([2, 4, 5]);
	expect(peers.find('127.0.0.1', 3)).toBeUndefined();
});
