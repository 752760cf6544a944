import { z } from 'zod';
import type { PortOwner } from '../../../common/contract/base/errors.ts';

const row = z.object({
	LocalAddress: z.string(),
	LocalPort: z.number().int(),
	OwningProcess: z.number().int(),
	ProcessName: z.string().nullish(),
});

/** The PowerShell script: endpoints on a port with their process names, as JSON. `remotePort`: the TCP connections to that one instead. */
export function windowsScript(protocol: 'tcp' | 'udp', port: number, remotePort?: number): string {
	const selected = remotePort === undefined ? '-State Listen' : `-RemotePort ${remotePort}`;
	const source =
		protocol === 'tcp'
			? `Get-NetTCPConnection ${selected} -LocalPort ${port}`
			: `Get-NetUDPEndpoint -LocalPort ${port}`;
	const name = "@{n='ProcessName';e={(Get-Process -Id $_.OwningProcess -ErrorAction SilentlyContinue).ProcessName}}";
	return `${source} -ErrorAction SilentlyContinue | Select-Object LocalAddress,LocalPort,OwningProcess,${name} | ConvertTo-Json -Compress`;
}

/** Parses its output: nothing, one object, or a list. Fails for anything else. */
export function parseWindowsJson(output: string): PortOwner[] {
	if (output.trim() === '') return [];
	const parsed = z.union([row.transform((one) => [one]), z.array(row)]).parse(JSON.parse(output));
	return parsed.map(({ LocalAddress, LocalPort, OwningProcess, ProcessName }) => ({
		address: LocalAddress,
		port: LocalPort,
		pid: OwningProcess,
		...(ProcessName ? { process: ProcessName } : {}),
	}));
}
