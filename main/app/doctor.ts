import { visibleJson, visibleLine } from '../../common/payload/index.ts';
import { type Finding, loadSelfTests } from '../engine/index.ts';

/** The groups of checks, in the order in which they run. */
const GROUPS = ['tls'] as const;
export type DoctorGroup = (typeof GROUPS)[number];

export interface DoctorOptions {
	/** Which groups run; empty: all. */
	readonly groups: readonly DoctorGroup[];
	/** One JSON object a line, in place of text. */
	readonly json: boolean;
	/** Called with each line as soon as it is known. */
	readonly print: (line: string) => void;
}

const STATES = { ok: 'ok', unsupported: 'not supported', failed: 'FAILED' } as const;
const WIDTH = Math.max(...Object.values(STATES).map(({ length }) => length));

function textLine({ state, title, detail }: Finding): string {
	const start = `${STATES[state].padEnd(WIDTH)}  ${title}`;
	if (detail === undefined) return start;
	return state === 'ok' ? `${start} (${detail})` : `${start}: ${detail}`;
}

function summary(states: readonly Finding['state'][]): string {
	const count = (wanted: Finding['state']) => states.filter((state) => state === wanted).length;
	return `${states.length} checks: ${count('ok')} ok, ${count('unsupported')} not supported here, ${count('failed')} failed`;
}

/** Runs checks of this machine and this runtime, and returns each finding as soon as it is known. Without groups: all. */
export async function* doctorFindings(groups: readonly DoctorGroup[] = []): AsyncGenerator<Finding> {
	const { runChecks, TLS_CHECKS } = await loadSelfTests();
	const checksOf = { tls: TLS_CHECKS } satisfies Record<DoctorGroup, unknown>;
	const checks = GROUPS.filter((group) => groups.length === 0 || groups.includes(group)).flatMap(
		(group) => checksOf[group],
	);
	yield* runChecks(checks);
}

/** Prints a line for each finding of the checks; text ends with their sum. True when none has failed. */
export async function runDoctor({ groups, json, print }: DoctorOptions): Promise<boolean> {
	const states: Finding['state'][] = [];
	for await (const finding of doctorFindings(groups)) {
		states.push(finding.state);
		print(json ? visibleJson(JSON.stringify(finding)) : visibleLine(textLine(finding)));
	}
	if (!json) print(summary(states));
	return !states.includes('failed');
}
