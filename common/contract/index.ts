import type { z } from 'zod';
// Turns zod's own issues into sentences.
import '../json/issue-says.ts';
import type { CallSpec, TopicSpec } from './base/table.ts';
import { agentTopics } from './calls/agents.ts';
import { captureCalls, captureTopics } from './calls/capture.ts';
import { compareCalls } from './calls/compare.ts';
import { exportCalls, exportTopics } from './calls/exports.ts';
import { plotTopics } from './calls/figures/plot.ts';
import { statisticsTopics } from './calls/figures/statistics.ts';
import { timelineTopics } from './calls/figures/timeline.ts';
import { findCalls, findTopics } from './calls/find.ts';
import { generatorCalls, generatorTopics } from './calls/generator.ts';
import { hostCalls } from './calls/host.ts';
import { keptViewCalls } from './calls/kept-view.ts';
import { libraryCalls, libraryTopics } from './calls/library.ts';
import { ledgerCalls, ledgerTopics } from './calls/loss-report.ts';
import { marksCalls, marksTopics } from './calls/marks.ts';
import { openingCalls, openingTopics } from './calls/open-capture.ts';
import { payloadCalls, payloadTopics } from './calls/payloads.ts';
import { sequencesCalls, sequencesTopics } from './calls/protocol-tests.ts';
import { recordingCalls, replayCalls, replayTopics } from './calls/recording.ts';
import { scriptCalls } from './calls/script.ts';
import { sendingCalls, sendingTopics } from './calls/sending.ts';
import { settingsCalls, settingsTopics } from './calls/settings.ts';
import { socketCallCalls, socketCallTopics } from './calls/socket-calls.ts';
import { streamCalls, streamTopics } from './calls/stream.ts';
import { checksCalls } from './calls/system/checks.ts';
import { interfaceCalls } from './calls/system/interfaces.ts';
import { kernelCalls } from './calls/system/kernel.ts';
import { tlsCalls } from './calls/tls-calls.ts';
import { workbenchCalls, workbenchTopics } from './calls/workbench.ts';
import { workspaceCalls, workspaceTopics } from './calls/workspace.ts';

/** The whole contract: every call and every topic, by name. */
export const calls = {
	...workbenchCalls,
	...workspaceCalls,
	...keptViewCalls,
	...payloadCalls,
	...generatorCalls,
	...ledgerCalls,
	...sendingCalls,
	...captureCalls,
	...findCalls,
	...exportCalls,
	...marksCalls,
	...streamCalls,
	...socketCallCalls,
	...compareCalls,
	...recordingCalls,
	...replayCalls,
	...openingCalls,
	...libraryCalls,
	...sequencesCalls,
	...scriptCalls,
	...settingsCalls,
	...hostCalls,
	...tlsCalls,
	...interfaceCalls,
	...checksCalls,
	...kernelCalls,
} as const;
export const topics = {
	...workbenchTopics,
	...workspaceTopics,
	...payloadTopics,
	...generatorTopics,
	...ledgerTopics,
	...sendingTopics,
	...captureTopics,
	...findTopics,
	...exportTopics,
	...marksTopics,
	...streamTopics,
	...socketCallTopics,
	...openingTopics,
	...timelineTopics,
	...statisticsTopics,
	...plotTopics,
	...libraryTopics,
	...sequencesTopics,
	...replayTopics,
	...settingsTopics,
	...agentTopics,
} as const;

export type Calls = typeof calls;
export type Topics = typeof topics;
export type CallName = keyof Calls;
export type TopicName = keyof Topics;

/** What a caller passes (defaults may be left out), what a handler receives, and what both get back. */
export type CallInput<N extends CallName> = z.input<Calls[N]['input']>;
export type CallParsed<N extends CallName> = z.output<Calls[N]['input']>;
export type CallOutput<N extends CallName> = z.output<Calls[N]['output']>;
export type TopicParams<N extends TopicName> = z.input<Topics[N]['params']>;
export type TopicParsed<N extends TopicName> = z.output<Topics[N]['params']>;
export type TopicSnapshot<N extends TopicName> = z.output<Topics[N]['snapshot']>;
export type TopicDelta<N extends TopicName> = z.output<Topics[N]['delta']>;

/** Contract tables as the RPC layer sees them; tests can have tables of their own. */
export interface Contract {
	readonly calls: Readonly<Record<string, CallSpec>>;
	readonly topics: Readonly<Record<string, TopicSpec>>;
}
export const contract = { calls, topics } as const satisfies Contract;
