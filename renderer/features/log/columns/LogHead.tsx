// biome-ignore-all lint/a11y/useSemanticElements: a table cannot have a scrolling, virtualised body
// biome-ignore-all lint/a11y/useFocusableInteractive: the names of the columns are buttons in it
// biome-ignore-all lint/a11y/noStaticElementInteractions: what its edges do for the pointer, keys do on the names

import { type KeyboardEvent, type MouseEvent, memo, useRef, useState } from 'react';
import { withCode } from '../../../app/shared/with-code.ts';
import { isMenuKey, type MenuPlace, menuPlace, placeOf } from '../../../app/state/window/context-menu.ts';
import { isFieldColumn } from '../../../app/state/window/field-columns.ts';
import { requestFocus } from '../../../app/state/window/focus.ts';
import { useWords } from '../../../words/index.ts';
import { columnTexts } from './column-texts.ts';
import { type ColumnName, movedBefore, movedBy, withColumn } from './columns.ts';
import { fitColumn, resizeColumn } from './resize.ts';
import { presentColumns, type RowLook, setColumns } from './use-columns.ts';
import { useHeadDrag } from './use-head-drag.ts';

/** px of one step of the keys. */
const STEP = 8;

/** Names of the columns, aligned with the rows below: their menus, widths and order. One tab stop, arrow keys within. */
export const LogHead = memo(function LogHead({ look }: { readonly look: RowLook }) {
	const { log } = useWords();
	const { names, widths } = look.layout;
	const [focused, setFocused] = useState<ColumnName>();
	const head = useRef<HTMLDivElement>(null);
	const stop = focused !== undefined && names.includes(focused) ? focused : names[0];
	const drag = useHeadDrag(head, (name, before) => setColumns(movedBefore(presentColumns(), name, before)));
	const buttonOf = (name: ColumnName | undefined) =>
		head.current?.querySelector<HTMLElement>(`[data-head="${CSS.escape(name ?? '')}"] .log-head-name`) ?? undefined;

	const openMenu = (name: ColumnName, place: MenuPlace) =>
		withCode(import('./head-menu.ts'), ({ openHeadMenu }) => openHeadMenu(name, look, place));
	const onMenu = (name: ColumnName) => (event: MouseEvent) => {
		event.preventDefault();
		event.stopPropagation();
		buttonOf(name)?.focus();
		openMenu(name, menuPlace(event));
	};
	const onKeyDown = (name: ColumnName) => (event: KeyboardEvent<HTMLElement>) => {
		if (event.ctrlKey || event.metaKey) return;
		const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : undefined;
		if (by !== undefined && event.altKey) setColumns(movedBy(presentColumns(), name, by, names));
		else if (by !== undefined && event.shiftKey) resizeColumn(name, (widths.get(name) ?? 0) + by * STEP);
		else if (by !== undefined) buttonOf(names[names.indexOf(name) + by])?.focus();
		else if (event.altKey) return;
		else if (isMenuKey(event) || event.key === 'Enter' || event.key === ' ' || event.key === 'ArrowDown') {
			openMenu(name, placeOf(event.currentTarget));
		} else if (event.key === 'Delete') {
			setColumns(withColumn(presentColumns(), name, { shown: false }));
			requestFocus('log');
		} else if (event.key === 'Escape') requestFocus('log');
		else return;
		event.preventDefault();
		event.stopPropagation();
	};

	return (
		<div role="rowgroup" className="log-head" style={{ width: look.layout.width }} ref={head}>
			<div
				role="row"
				className="log-row log-head-row"
				aria-rowindex={1}
				style={{ gridTemplateColumns: look.layout.template }}
			>
				{names.map((name) => {
					const { label, title } = columnTexts(name, log, look.time);
					return (
						<span
							key={name}
							role="columnheader"
							className={`log-head-cell ${isFieldColumn(name) ? 'log-field' : `log-${name}`}`}
							data-head={name}
							onContextMenu={onMenu(name)}
						>
							<button
								type="button"
								className="log-head-name"
								title={title}
								aria-haspopup="menu"
								tabIndex={name === stop ? 0 : -1}
								onFocus={() => setFocused(name)}
								onKeyDown={onKeyDown(name)}
								{...drag.name(name, (event) => openMenu(name, placeOf(event.currentTarget)))}
							>
								{label}
							</button>
							{name === 'preview' ? null : (
								<span
									className="log-head-edge"
									aria-hidden="true"
									{...drag.edge(name, widths.get(name) ?? 0)}
									onDoubleClick={() => fitColumn(head.current, name)}
								/>
							)}
						</span>
					);
				})}
			</div>
		</div>
	);
});
