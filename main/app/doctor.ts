import { visibleJson, visibleLine } from '../../common/payload/index.ts';
import { selfTests as english } from '../../common/words/en/cli/self-tests.ts';
import { cellsOf, padCells } from '../../common/words/locale/cells.ts';
import { type Finding, loadSelfTests, type Speech } from '../engine/index.ts';

/** The groups of checks, in the order in which they run. */
const GROUPS = ['tls', 'udp'] as const;
export type DoctorGroup = (typeof GROUPS)[number];

export interface DoctorOptions {
	/** Which groups run; empty: all. */
	readonly groups: readonly DoctorGroup[];
	/** One JSON object a line, in place of text. */
	readonly json: boolean;
	/** The language of the text; left out: English, which JSON has always. */
	readonly speech?: Speech | undefined;
	/** Called with each line as soon as it is known. */
	readonly print: (line: string) => void;
}

type Words = Speech['words'];

function textLine({ state, title, detail }: Finding, { states, found, because }: Words): string {
	const width = Math.max(...Object.values(states).map(cellsOf));
	const text = detail === undefined ? title : (state === 'ok' ? found : because)(title, detail);
	return `${padCells(states[state], width)}  ${text}`;
}

function summary(states: readonly Finding['state'][], { total }: Words): string {
	const count = (wanted: Finding['state']) => states.filter((state) => state === wanted).length;
	return total(states.length, count('ok'), count('unsupported'), count('failed'));
}

/** Runs checks of this machine and this runtime, and returns each finding as soon as it is known. Without groups: all. */
export async function* doctorFindings(groups: readonly DoctorGroup[] = [], speech?: Speech): AsyncGenerator<Finding> {
	const { runChecks, TLS_CHECKS, UDP_CHECKS } = await loadSelfTests();
	const checksOf = { tls: TLS_CHECKS, udp: UDP_CHECKS } satisfies Record<DoctorGroup, unknown>;
	const checks = GROUPS.filter((group) => groups.length === 0 || groups.includes(group)).flatMap(
		(group) => checksOf[group],
	);
	yield* runChecks(checks, speech === undefined ? {} : { speech });
}

/** Prints a line for each finding of the checks; text ends with their sum. True when none has failed. */
export async function runDoctor({ groups, json, speech, print }: DoctorOptions): Promise<boolean> {
	const { words } = speech ?? { words: english };
	const states: Finding['state'][] = [];
	for await (const finding of doctorFindings(groups, json ? undefined : speech)) {
		states.push(finding.state);
		print(json ? visibleJson(JSON.stringify(finding)) : visibleLine(textLine(finding, words)));
	}
	if (!json) print(summary(states, words));
	return !states.includes('failed');
}
