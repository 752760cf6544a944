import { spawnSync } from 'node:child_process';

/**
 * Commands for a network namespace: its loopback then loses every 20th segment with data, and no acknowledgement, so that
 * nothing waits for long.
 */
export const LOSE_SEGMENTS: readonly string[] = [
	'nft add table inet lossy',
	"nft 'add chain inet lossy in { type filter hook input priority 0; }'",
	"nft add rule inet lossy in meta l4proto tcp meta length '>' 500 numgen inc mod 20 == 7 drop",
];

/** Runs commands one after the other in a network of their own, whose loopback loses segments. */
export function runLossy(...commands: readonly string[]) {
	const all = ['ip link set lo up mtu 1500', ...LOSE_SEGMENTS, ...commands].join(' && ');
	return spawnSync('unshare', ['--user', '--map-root-user', '--net', 'sh', '-c', all], {
		encoding: 'utf8',
		timeout: 60_000,
	});
}

/** Why it cannot lose them here; undefined where it can. */
export function losingMissing(): string | undefined {
	return runLossy().status === 0 ? undefined : 'losing segments takes unshare, iproute2, nftables and their rights';
}
