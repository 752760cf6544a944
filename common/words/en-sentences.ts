import { appErrors } from './en/sentences/app.ts';
import { captureErrors } from './en/sentences/captures.ts';
import { diskErrors } from './en/sentences/disks.ts';
import { documentErrors } from './en/sentences/documents.ts';
import { endpointErrors } from './en/sentences/endpoints.ts';
import { engineErrors } from './en/sentences/engine.ts';
import { eventTexts } from './en/sentences/events.ts';
import { damagedEvents, damagePlaces, damageReasons } from './en/sentences/files/damage.ts';
import { importNotes } from './en/sentences/files/imports.ts';
import { startNotes, storedFiles } from './en/sentences/files/stored.ts';
import { namedFileErrors, unreadableReasons } from './en/sentences/files/unreadable.ts';
import { captureWarnings, skippedPackets, warningParts } from './en/sentences/files/warnings.ts';
import { filterErrors } from './en/sentences/filter.ts';
import { messageErrors } from './en/sentences/messages.ts';
import { faultCounts, faultParts, framingParts, lossParts, planParts } from './en/sentences/note-parts.ts';
import { noteTexts } from './en/sentences/notes.ts';
import { partErrors } from './en/sentences/parts.ts';
import { protoErrors } from './en/sentences/protos.ts';
import { recordingErrors, replayTexts } from './en/sentences/recordings.ts';
import { runErrors, stepFailures } from './en/sentences/runs.ts';
import { scriptTexts } from './en/sentences/scripts.ts';
import { sentFileErrors } from './en/sentences/sent-files.ts';
import { holders } from './en/sentences/sockets/holders.ts';
import { kernelNotes } from './en/sentences/sockets/kernel.ts';
import { reaches } from './en/sentences/sockets/reaches.ts';
import { socketErrors } from './en/sentences/sockets/sockets.ts';
import { structureFaults } from './en/sentences/structures.ts';
import { systemErrors } from './en/sentences/system.ts';
import { templateFaults } from './en/sentences/templates.ts';
import { tlsErrors } from './en/sentences/tls/errors.ts';
import { tlsFindings } from './en/sentences/tls/findings.ts';
import { upstreamErrors } from './en/sentences/upstream.ts';
import { changeTexts, environmentTexts } from './en/sentences/workspace-texts.ts';
import { writtenFaults } from './en/sentences/written-bytes.ts';
import { wrongInput } from './en/sentences/wrong-input.ts';
import type { Texts } from './locale/texts.ts';

/** The sentences that are made where they happen and put into words where they are read, by code: each code is in one table. */
export const enTables = [
	appErrors,
	changeTexts,
	environmentTexts,
	captureErrors,
	captureWarnings,
	skippedPackets,
	warningParts,
	damagedEvents,
	damagePlaces,
	damageReasons,
	diskErrors,
	documentErrors,
	endpointErrors,
	engineErrors,
	eventTexts,
	filterErrors,
	importNotes,
	holders,
	kernelNotes,
	reaches,
	messageErrors,
	faultParts,
	faultCounts,
	framingParts,
	planParts,
	lossParts,
	noteTexts,
	partErrors,
	protoErrors,
	recordingErrors,
	replayTexts,
	runErrors,
	scriptTexts,
	sentFileErrors,
	startNotes,
	storedFiles,
	namedFileErrors,
	unreadableReasons,
	socketErrors,
	stepFailures,
	structureFaults,
	systemErrors,
	templateFaults,
	tlsErrors,
	tlsFindings,
	upstreamErrors,
	writtenFaults,
	wrongInput,
];

export const enSentences = {
	...appErrors,
	...changeTexts,
	...environmentTexts,
	...captureErrors,
	...captureWarnings,
	...skippedPackets,
	...warningParts,
	...damagedEvents,
	...damagePlaces,
	...damageReasons,
	...diskErrors,
	...documentErrors,
	...endpointErrors,
	...engineErrors,
	...eventTexts,
	...filterErrors,
	...importNotes,
	...holders,
	...kernelNotes,
	...reaches,
	...messageErrors,
	...faultParts,
	...faultCounts,
	...framingParts,
	...planParts,
	...lossParts,
	...noteTexts,
	...partErrors,
	...protoErrors,
	...recordingErrors,
	...replayTexts,
	...runErrors,
	...scriptTexts,
	...sentFileErrors,
	...startNotes,
	...storedFiles,
	...namedFileErrors,
	...unreadableReasons,
	...socketErrors,
	...stepFailures,
	...structureFaults,
	...systemErrors,
	...templateFaults,
	...tlsErrors,
	...tlsFindings,
	...upstreamErrors,
	...writtenFaults,
	...wrongInput,
};

export type Sentences = Texts<typeof enSentences>;
