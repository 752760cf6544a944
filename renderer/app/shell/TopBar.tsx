import { CircleHelp, Command, Keyboard, Monitor, Moon, Settings2, Sun } from 'lucide-react';
import { FilterField } from '../../features/filter/index.ts';
import { CaptureMenu } from '../../features/open-capture/index.ts';
import { WorkspaceMenu } from '../../features/workspace/index.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { useWords } from '../../words/index.ts';
import { useTip } from '../shared/use-tip.ts';
import { openDialog } from '../state/window/dialogs.ts';
import { openHelp } from '../state/window/help.ts';
import { updateSettings, useSettings } from '../state/window/settings.ts';
import type { Theme } from '../state/window/theme.ts';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { LanguageMenu } from './LanguageMenu.tsx';

const THEMES = [
	{ value: 'light', icon: <Sun size={14} aria-hidden="true" /> },
	{ value: 'dark', icon: <Moon size={14} aria-hidden="true" /> },
	{ value: 'system', icon: <Monitor size={14} aria-hidden="true" /> },
] as const;

/** The product's name, and the controls for the whole window. */
export function TopBar() {
	const theme = useSettings((settings) => settings.theme);
	const { shell } = useWords();
	const tip = useTip();
	const loaded = useSettings((settings) => settings.loaded);
	return (
		<header className="top-bar">
			<svg className="top-bar-mark" viewBox="0 0 32 32" width="18" height="18" aria-hidden="true">
				<path d="M6 8 11 20 16 11 21 20 26 8" />
				<path d="M4 28H28" opacity="0.55" />
				<circle cx="6" cy="8" r="2.4" />
				<circle cx="26" cy="8" r="2.4" />
			</svg>
			<h1>Wirebench</h1>
			<WorkspaceMenu />
			<CaptureMenu />
			<div className="top-bar-space">
				<FilterField />
				<ConnectionBanner />
			</div>
			<Segmented<Theme>
				label={shell.theme.label}
				value={theme}
				segments={THEMES.map((segment) => ({ ...segment, label: shell.theme[segment.value] }))}
				// The host's settings would overwrite a choice made before they arrive.
				disabled={!loaded}
				onChange={(chosen) => updateSettings({ theme: chosen })}
				className="top-bar-theme"
			/>
			<LanguageMenu />
			<IconButton
				label={shell.commands}
				tip={tip(shell.commands, 'palette')}
				onClick={() => openDialog({ kind: 'palette' })}
			>
				<Command size={15} />
			</IconButton>
			<IconButton
				label={shell.settings}
				tip={tip(shell.settings, 'settings')}
				onClick={() => openDialog({ kind: 'settings' })}
			>
				<Settings2 size={15} />
			</IconButton>
			<IconButton label={shell.keys} tip={tip(shell.keys, 'keys')} onClick={() => openDialog({ kind: 'keys' })}>
				<Keyboard size={16} />
			</IconButton>
			<IconButton label={shell.help} tip={tip(shell.help, 'help')} onClick={() => openHelp('first-minutes')}>
				<CircleHelp size={15} />
			</IconButton>
		</header>
	);
}
