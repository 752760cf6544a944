import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { UdpRequest, UdpResult } from '../load/types.ts';
import { loadFolder } from './process.ts';

/** A generator that takes this much longer than requested has stalled. */
const STALLED_MS = 60_000;

/** Sends datagrams from another process and waits for its end. */
export async function sendDatagrams(request: UdpRequest): Promise<UdpResult> {
	const args = [join(loadFolder, 'udp-load.py'), JSON.stringify(request)];
	const timeout = Math.ceil(request.seconds * 1000) + STALLED_MS;
	const { stdout } = await promisify(execFile)('python3', args, { timeout });
	const result: UdpResult = JSON.parse(stdout);
	return result;
}
