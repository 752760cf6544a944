import type { Sentences } from './en-sentences.ts';
import { appErrors } from './zh-hant/sentences/app.ts';
import { captureErrors } from './zh-hant/sentences/captures.ts';
import { diskErrors } from './zh-hant/sentences/disks.ts';
import { documentErrors } from './zh-hant/sentences/documents.ts';
import { endpointErrors } from './zh-hant/sentences/endpoints.ts';
import { engineErrors } from './zh-hant/sentences/engine.ts';
import { eventTexts } from './zh-hant/sentences/events.ts';
import { damagedEvents, damagePlaces, damageReasons } from './zh-hant/sentences/files/damage.ts';
import { importNotes } from './zh-hant/sentences/files/imports.ts';
import { startNotes, storedFiles } from './zh-hant/sentences/files/stored.ts';
import { namedFileErrors, unreadableReasons } from './zh-hant/sentences/files/unreadable.ts';
import { captureWarnings, skippedPackets, warningParts } from './zh-hant/sentences/files/warnings.ts';
import { filterErrors } from './zh-hant/sentences/filter.ts';
import { messageErrors } from './zh-hant/sentences/messages.ts';
import { faultCounts, faultParts, framingParts, lossParts, planParts } from './zh-hant/sentences/note-parts.ts';
import { noteTexts } from './zh-hant/sentences/notes.ts';
import { partErrors } from './zh-hant/sentences/parts.ts';
import { protoErrors } from './zh-hant/sentences/protos.ts';
import { recordingErrors, replayTexts } from './zh-hant/sentences/recordings.ts';
import { runErrors, stepFailures } from './zh-hant/sentences/runs.ts';
import { scriptTexts } from './zh-hant/sentences/scripts.ts';
import { sentFileErrors } from './zh-hant/sentences/sent-files.ts';
import { holders } from './zh-hant/sentences/sockets/holders.ts';
import { kernelNotes } from './zh-hant/sentences/sockets/kernel.ts';
import { reaches } from './zh-hant/sentences/sockets/reaches.ts';
import { socketErrors } from './zh-hant/sentences/sockets/sockets.ts';
import { structureFaults } from './zh-hant/sentences/structures.ts';
import { systemErrors } from './zh-hant/sentences/system.ts';
import { templateFaults } from './zh-hant/sentences/templates.ts';
import { tlsErrors } from './zh-hant/sentences/tls/errors.ts';
import { tlsFindings } from './zh-hant/sentences/tls/findings.ts';
import { upstreamErrors } from './zh-hant/sentences/upstream.ts';
import { changeTexts, environmentTexts } from './zh-hant/sentences/workspace-texts.ts';
import { writtenFaults } from './zh-hant/sentences/written-bytes.ts';
import { wrongInput } from './zh-hant/sentences/wrong-input.ts';

export const sentences: Sentences = {
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
