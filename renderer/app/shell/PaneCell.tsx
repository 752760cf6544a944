import {
	PanelBottomClose,
	PanelBottomOpen,
	PanelLeftClose,
	PanelLeftOpen,
	PanelRightClose,
	PanelRightOpen,
} from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
import { PaneTools } from '../../ui/panes/pane-tools.ts';
import { Splitter } from '../../ui/panes/Splitter.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { useWords } from '../../words/index.ts';
import { useTip } from '../shared/use-tip.ts';
import {
	defaultSizes,
	type FoldablePane,
	type PaneSizes,
	setPaneSize,
	toggleFold,
	useFolded,
	useWindowSize,
} from '../state/window/pane-layout.ts';
import { useSettings } from '../state/window/settings.ts';
import { Pane } from './Pane.tsx';

/** The largest size that a pane accepts, px; the others keep their minimum in any window. */
const MAX = 2000;

interface PaneCellProps {
	readonly name: Exclude<FoldablePane, 'timeline'>;
	/** The edge with the splitter. */
	readonly edge: 'right' | 'left' | 'top';
	readonly size: keyof PaneSizes;
	/** px */
	readonly min: number;
	/** What the strip says beside the name. */
	readonly summary?: string | undefined;
	readonly children: ReactNode;
}

const CLOSE = { right: PanelLeftClose, left: PanelRightClose, top: PanelBottomClose } as const;
const OPEN = { right: PanelLeftOpen, left: PanelRightOpen, top: PanelBottomOpen } as const;

/** The grid track of a pane: at most as large as chosen; undefined: as large as its content. */
export function track(min: number, size: number | undefined): string {
	return size === undefined ? 'fit-content(60vh)' : `minmax(${min}px, ${size}px)`;
}

/** A pane with its splitter. Folded it is a strip that brings it back; what is in it keeps its state meanwhile. */
export function PaneCell({ name, edge, size, min, summary, children }: PaneCellProps) {
	const { panes: words } = useWords();
	const tip = useTip();
	const { name: title, show: showIt, fold: foldIt, width, height } = words[name];
	const folded = useFolded(name);
	const cell = useRef<HTMLDivElement>(null);
	const chosen = useSettings(({ panes }) => panes.sizes[size]);
	const defaults = defaultSizes(useWindowSize());
	const value = chosen ?? (size === 'composer' ? undefined : defaults[size]);
	const vertical = edge !== 'top';
	const CloseIcon = CLOSE[edge];
	const OpenIcon = OPEN[edge];
	const show = (px: number) => {
		const element = cell.current;
		if (element === null) return px;
		element.parentElement?.style.setProperty(`--pane-${name}`, track(min, px));
		const shown = element.getBoundingClientRect();
		return Math.round(vertical ? shown.width : shown.height);
	};
	return (
		<div ref={cell} className={`cell cell-${name}`} data-folded={folded || undefined}>
			{folded ? (
				<div className="strip-pane" data-pane={name}>
					<Tooltip text={tip(showIt, `fold-${name}`)} side={vertical ? 'right' : 'top'}>
						<button
							type="button"
							className={vertical ? 'strip strip-vertical' : 'strip'}
							data-pane-focus=""
							aria-label={summary === undefined ? showIt : words.strip(showIt, summary)}
							aria-expanded={false}
							onClick={() => toggleFold(name)}
						>
							<OpenIcon size={14} aria-hidden="true" />
							<span className="strip-name">{title}</span>{' '}
							{summary === undefined ? null : <span className="strip-summary">{summary}</span>}
						</button>
					</Tooltip>
				</div>
			) : null}
			<PaneTools
				value={
					<IconButton label={foldIt} tip={tip(foldIt, `fold-${name}`)} onClick={() => toggleFold(name)}>
						<CloseIcon size={14} />
					</IconButton>
				}
			>
				<Pane name={name} hidden={folded}>
					{children}
				</Pane>
			</PaneTools>
			{folded ? null : (
				<Splitter
					label={vertical ? width : height}
					valueText={value === undefined ? words.asContent : words.pixels(String(Math.round(value)))}
					edge={edge}
					value={value}
					min={min}
					max={MAX}
					show={show}
					onChoose={(px) => setPaneSize(size, px)}
					onFold={() => toggleFold(name)}
					onReset={() => setPaneSize(size, undefined)}
				/>
			)}
		</div>
	);
}
