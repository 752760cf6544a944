import type { Sentences } from './en-sentences.ts';
import { appErrors } from './zh-hans/sentences/app.ts';
import { captureErrors } from './zh-hans/sentences/captures.ts';
import { diskErrors } from './zh-hans/sentences/disks.ts';
import { documentErrors } from './zh-hans/sentences/documents.ts';
import { endpointErrors } from './zh-hans/sentences/endpoints.ts';
import { engineErrors } from './zh-hans/sentences/engine.ts';
import { eventTexts } from './zh-hans/sentences/events.ts';
import { damagedEvents, damagePlaces, damageReasons } from './zh-hans/sentences/files/damage.ts';
import { importNotes } from './zh-hans/sentences/files/imports.ts';
import { startNotes, storedFiles } from './zh-hans/sentences/files/stored.ts';
import { namedFileErrors, unreadableReasons } from './zh-hans/sentences/files/unreadable.ts';
import { captureWarnings, skippedPackets, warningParts } from './zh-hans/sentences/files/warnings.ts';
import { filterErrors } from './zh-hans/sentences/filter.ts';
import { messageErrors } from './zh-hans/sentences/messages.ts';
import { faultCounts, faultParts, framingParts, lossParts, planParts } from './zh-hans/sentences/note-parts.ts';
import { noteTexts } from './zh-hans/sentences/notes.ts';
import { partErrors } from './zh-hans/sentences/parts.ts';
import { protoErrors } from './zh-hans/sentences/protos.ts';
import { recordingErrors, replayTexts } from './zh-hans/sentences/recordings.ts';
import { runErrors, stepFailures } from './zh-hans/sentences/runs.ts';
import { scriptTexts } from './zh-hans/sentences/scripts.ts';
import { sentFileErrors } from './zh-hans/sentences/sent-files.ts';
import { holders } from './zh-hans/sentences/sockets/holders.ts';
import { kernelNotes } from './zh-hans/sentences/sockets/kernel.ts';
import { reaches } from './zh-hans/sentences/sockets/reaches.ts';
import { socketErrors } from './zh-hans/sentences/sockets/sockets.ts';
import { structureFaults } from './zh-hans/sentences/structures.ts';
import { systemErrors } from './zh-hans/sentences/system.ts';
import { templateFaults } from './zh-hans/sentences/templates.ts';
import { tlsErrors } from './zh-hans/sentences/tls/errors.ts';
import { tlsFindings } from './zh-hans/sentences/tls/findings.ts';
import { upstreamErrors } from './zh-hans/sentences/upstream.ts';
import { changeTexts, environmentTexts } from './zh-hans/sentences/workspace-texts.ts';
import { writtenFaults } from './zh-hans/sentences/written-bytes.ts';
import { wrongInput } from './zh-hans/sentences/wrong-input.ts';

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
