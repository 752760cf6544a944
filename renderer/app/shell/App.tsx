import { lazy, Suspense, useEffect, useState } from 'react';
import { ExportJobs } from '../../features/export/index.ts';
import { DropArea, Opening } from '../../features/open-capture/index.ts';
import { StatusBar } from '../../features/status/index.ts';
import { DialogHelp } from '../../ui/dialog-help.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { OverlayContainer } from '../../ui/overlay.ts';
import { TooltipProvider } from '../../ui/Tooltip.tsx';
import { useWords } from '../../words/index.ts';
import { afterPaint } from '../shared/after-paint.ts';
import { KeysAhead } from '../shared/keys-ahead.ts';
import { useEnvironmentQuestion } from '../state/host/environment-question.ts';
import { type OpenDialog, useDialogs } from '../state/window/dialogs.ts';
import { openHelp, PART_OF_DIALOG, useHelp } from '../state/window/help.ts';
import { useSettings } from '../state/window/settings.ts';
import { useFocusKeeper } from './focus-keeper.ts';
import { useGlobalKeys } from './keys.ts';
import {
	CHARSET_DIALOG,
	ENDPOINT_DIALOG,
	FRAMING_DIALOG,
	loadLater,
	OPTIONS_DIALOG,
	PALETTE_DIALOG,
	RULES_DIALOG,
} from './later/index.ts';
import { ToastStack } from './ToastStack.tsx';
import { TopBar } from './TopBar.tsx';
import { WindowMenu } from './WindowMenu.tsx';
import { Workbench } from './Workbench.tsx';
import './app.css';

// Rarely used: loaded on demand.
const FiltersDialog = lazy(async () => ({
	default: (await import('../../features/filter/FiltersDialog.tsx')).FiltersDialog,
}));
const TryFramingDialog = lazy(async () => ({
	default: (await import('../../features/endpoint-form/index.ts')).TryFramingDialog,
}));
const OpenPathDialog = lazy(async () => ({
	default: (await import('../../features/open-capture/OpenPathDialog.tsx')).OpenPathDialog,
}));
const DroppedDialog = lazy(async () => ({
	default: (await import('../../features/workspace/DroppedDialog.tsx')).DroppedDialog,
}));
const FolderDialog = lazy(async () => ({
	default: (await import('../../features/workspace/FolderDialog.tsx')).FolderDialog,
}));
const LeaveDialog = lazy(async () => ({
	default: (await import('../../features/workspace/LeaveDialog.tsx')).LeaveDialog,
}));
const WorkspacePathDialog = lazy(async () => ({
	default: (await import('../../features/workspace/WorkspacePathDialog.tsx')).WorkspacePathDialog,
}));
const AgentCallsDialog = lazy(async () => ({
	default: (await import('../../features/agents/index.ts')).AgentCallsDialog,
}));
const KeysDialog = lazy(async () => ({ default: (await import('./KeysDialog.tsx')).KeysDialog }));
const CapturesDialog = lazy(async () => ({
	default: (await import('../../features/captures/index.ts')).CapturesDialog,
}));
const ExportDialog = lazy(async () => ({
	default: (await import('../../features/export/ExportDialog.tsx')).ExportDialog,
}));
const TestsDialog = lazy(async () => ({
	default: (await import('../../features/protocol-tests/index.ts')).TestsDialog,
}));
const ExportPartsDialog = lazy(async () => ({
	default: (await import('../../features/workspace/ExportPartsDialog.tsx')).ExportPartsDialog,
}));
const TakePartsDialog = lazy(async () => ({
	default: (await import('../../features/workspace/TakePartsDialog.tsx')).TakePartsDialog,
}));
const SecretsDialog = lazy(async () => ({
	default: (await import('../../features/workspace/SecretsDialog.tsx')).SecretsDialog,
}));
const VariablesDialog = lazy(async () => ({
	default: (await import('../../features/workspace/VariablesDialog.tsx')).VariablesDialog,
}));
const EnvironmentDialog = lazy(async () => ({
	default: (await import('../../features/workspace/EnvironmentDialog.tsx')).EnvironmentDialog,
}));
const StructuresDialog = lazy(async () => ({
	default: (await import('../../features/structures/index.ts')).StructuresDialog,
}));
const LoadTestDialog = lazy(async () => ({
	default: (await import('../../features/load-test/index.ts')).LoadTestDialog,
}));
const FaultsDialog = lazy(async () => ({
	default: (await import('../../features/endpoint-form/dialogs/FaultsDialog.tsx')).FaultsDialog,
}));
const ColoursDialog = lazy(async () => ({
	default: (await import('../../features/filter/ColoursDialog.tsx')).ColoursDialog,
}));
const CompareDialog = lazy(async () => ({
	default: (await import('../../features/compare/index.ts')).CompareDialog,
}));
const CompareConnectionsDialog = lazy(async () => ({
	default: (await import('../../features/compare/connections/CompareConnectionsDialog.tsx')).CompareConnectionsDialog,
}));
const RecordingDialog = lazy(async () => ({
	default: (await import('../../features/recording/index.ts')).RecordingDialog,
}));
const CodeDialog = lazy(async () => ({ default: (await import('../../features/as-code/index.ts')).CodeDialog }));
const SettingsDialog = lazy(async () => ({
	default: (await import('../../features/settings/index.ts')).SettingsDialog,
}));
const HelpDialog = lazy(async () => ({ default: (await import('../../features/help/index.ts')).HelpDialog }));
const LossReportDialog = lazy(async () => ({
	default: (await import('../../features/load-test/index.ts')).LossReportDialog,
}));

/** The whole window. */
export function App() {
	const { shell } = useWords();
	const loaded = useSettings((settings) => settings.loaded);
	useGlobalKeys();
	useFocusKeeper();
	useEffect(() => afterPaint(loadLater), []);
	// What floats is in a landmark, where screen readers find it.
	const [main, setMain] = useState<HTMLElement | null>(null);

	return (
		<OverlayContainer value={main}>
			<TooltipProvider>
				<div className="app">
					<TopBar />
					<Opening />
					<main ref={setMain} className="app-main">
						{loaded ? <Workbench /> : <EmptyState title={shell.connecting} />}
					</main>
					<StatusBar />
					<ToastStack>
						<ExportJobs />
					</ToastStack>
					<DropArea />
				</div>
				<WindowMenu />
				<Suspense fallback={<KeysAhead />}>
					<HelpfulDialog at="open" />
				</Suspense>
				<Suspense fallback={null}>
					<HelpfulDialog at="over" />
				</Suspense>
				<Suspense fallback={null}>
					<Help />
				</Suspense>
				<Suspense fallback={null}>
					<EnvironmentQuestion />
				</Suspense>
			</TooltipProvider>
		</OverlayContainer>
	);
}

/** Over whatever dialog has caused it. */
function EnvironmentQuestion() {
	const isAsked = useEnvironmentQuestion(({ asked }) => asked !== undefined);
	return isAsked ? <EnvironmentDialog /> : null;
}

/** Over an open dialog, which goes on when the help is closed. */
function Help() {
	const place = useHelp((help) => help.place);
	return place === undefined ? null : <HelpDialog key={`${place.document} ${place.part ?? ''}`} place={place} />;
}

function HelpfulDialog({ at }: { readonly at: 'open' | 'over' }) {
	const open = useDialogs((dialogs) => dialogs[at]);
	if (open === undefined) return null;
	return (
		<DialogHelp value={() => openHelp(PART_OF_DIALOG[open.kind])}>
			<Opened open={open} />
		</DialogHelp>
	);
}

function Opened({ open }: { readonly open: OpenDialog }) {
	if (open.kind === 'keys') return <KeysDialog />;
	if (open.kind === 'settings') return <SettingsDialog />;
	if (open.kind === 'palette') return <PALETTE_DIALOG.Part />;
	if (open.kind === 'filters') return <FiltersDialog />;
	if (open.kind === 'colours') return <ColoursDialog />;
	if (open.kind === 'open-path') return <OpenPathDialog />;
	if (open.kind === 'workspace-path') return <WorkspacePathDialog use={open.use} />;
	if (open.kind === 'leave-workspace') return <LeaveDialog next={open.next} />;
	if (open.kind === 'dropped-workspace') return <DroppedDialog from={open.from} name={open.name} />;
	if (open.kind === 'take-parts') return <TakePartsDialog from={open.from} title={open.title} parts={open.parts} />;
	if (open.kind === 'export-parts') return <ExportPartsDialog title={open.title} parts={open.parts} />;
	if (open.kind === 'agent-calls') return <AgentCallsDialog />;
	if (open.kind === 'secrets') return <SecretsDialog />;
	if (open.kind === 'variables') return <VariablesDialog />;
	if (open.kind === 'structures') return <StructuresDialog shows={open.shows} />;
	if (open.kind === 'folder') return <FolderDialog id={open.id} />;
	if (open.kind === 'options') return <OPTIONS_DIALOG.Part id={open.id} />;
	if (open.kind === 'rules') return <RULES_DIALOG.Part id={open.id} />;
	if (open.kind === 'faults') return <FaultsDialog id={open.id} connection={open.connection} />;
	if (open.kind === 'charset') return <CHARSET_DIALOG.Part id={open.id} />;
	if (open.kind === 'try-framing') return <TryFramingDialog endpoint={open.endpoint} />;
	if (open.kind === 'framing') return <FRAMING_DIALOG.Part id={open.id} />;
	if (open.kind === 'export') return <ExportDialog />;
	if (open.kind === 'captures') return <CapturesDialog />;
	if (open.kind === 'load-test') return <LoadTestDialog id={open.id} />;
	if (open.kind === 'loss-report') return <LossReportDialog id={open.id} />;
	if (open.kind === 'compare') return <CompareDialog {...open} />;
	if (open.kind === 'compare-connections') return <CompareConnectionsDialog a={open.a} b={open.b} />;
	if (open.kind === 'tests') return <TestsDialog shows={open.shows} />;
	if (open.kind === 'recording')
		return <RecordingDialog capture={open.capture} connection={open.connection} as={open.as} />;
	if (open.kind === 'code') return <CodeDialog source={open.source} />;
	if (open.kind === 'edit-endpoint') return <ENDPOINT_DIALOG.Part edit={open.id} />;
	return <ENDPOINT_DIALOG.Part edit={undefined} config={open.config} />;
}
