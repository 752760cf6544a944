import { ChevronDown, CornerDownLeft, Diff, Repeat } from 'lucide-react';
import { Tabs } from 'radix-ui';
import {
	type KeyboardEvent,
	lazy,
	type MouseEvent,
	Suspense,
	useEffect,
	useRef,
	useState,
	useSyncExternalStore,
} from 'react';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import { writeClipboard } from '../../app/shared/clipboard.ts';
import { type ByteSelection, selectedRange, selectTo } from '../../app/shared/hex/byte-selection.ts';
import type { ByteSource } from '../../app/shared/hex/byte-source.ts';
import { HexView } from '../../app/shared/hex/HexView.tsx';
import { cancelCompare, compareMessage, useCompare } from '../../app/state/capture/compare/compare.ts';
import { useShownCharset } from '../../app/state/capture/shown-charset.ts';
import { DRAFT_LIMIT } from '../../app/state/window/composer-draft.ts';
import { isMenuKey, type MenuPlace, menuPlace, placeOf } from '../../app/state/window/context-menu.ts';
import { COPY_FORMATS, type CopyFormat, copyLabel } from '../../bytes/copy.ts';
import type { ByteRange } from '../../bytes/visible-text.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useWords } from '../../words/index.ts';
import { BytesFindBar } from './BytesFindBar.tsx';
import { copyBytes } from './copy.ts';
import { useBytesFind } from './find-store.ts';
import { FoundStrip } from './found/FoundStrip.tsx';
import { useLit } from './found/use-lit.ts';
import { parseOffset } from './parse-offset.ts';
import { ReceivedCharset } from './ReceivedCharset.tsx';
import { textCharset, useInspector } from './store.ts';
import { TextView } from './TextView.tsx';
import { ValueLine } from './ValueLine.tsx';

/** What is loaded when it is first used. */
const menus = () => import('./byte-menu.ts');
const DecodedView = lazy(() => import('./decoded/DecodedView.tsx'));

/** The result of the inspector's last command; stays until the next one. */
interface Notice {
	readonly error: boolean;
	readonly text: string;
}

/** A payload as bytes, as text or decoded, to be selected, copied and sent again: within the tabs of the event. The state resets with each event. */
export function PayloadView({ row, source }: { readonly row: CaptureRow; readonly source: ByteSource }) {
	useSyncExternalStore(source.subscribe, source.version);
	const words = useWords().inspector;
	const own = useShownCharset(row);
	const { endpoint } = row;
	const charset = useInspector(({ chosen }) => textCharset({ chosen, endpoint, own }));
	// What is looked for in the bytes is in the charset of the text.
	useEffect(() => useInspector.setState({ endpoint, own }), [endpoint, own]);
	const [selection, setSelection] = useState<ByteSelection>();
	const [notice, setNotice] = useState<Notice>();
	const range = selection === undefined ? { from: 0, end: source.total } : selectedRange(selection);
	const say = (work: Promise<string | undefined>) => {
		work.then(
			(text) => setNotice(text === undefined ? undefined : { error: false, text }),
			(reason: unknown) => setNotice({ error: true, text: messageOf(reason) }),
		);
	};
	const copy = (format: CopyFormat) => say(copyBytes(source, range.from, range.end, format, charset));
	const openMenu = async (place: MenuPlace, chosen: ByteSelection | undefined) => {
		const { openByteMenu } = await menus();
		return openByteMenu(place, { row, source, selection: chosen, charset, say });
	};
	const openTextMenu = (place: MenuPlace, selected: ByteRange | undefined) => {
		if (selected === undefined) say(openMenu(place, undefined));
		else
			say(
				import('./text-menu.ts').then((menu) =>
					menu.openTextMenu(place, { row, source, charset, range: selected, say }),
				),
			);
	};
	const sendAgain = (place: MenuPlace) => say(menus().then(({ sendAgainAt }) => sendAgainAt(row, place)));
	const onContextMenu = (event: MouseEvent<HTMLElement>) => {
		event.preventDefault();
		const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-byte]') : null;
		const byte = Number(cell?.dataset.byte ?? range.from);
		const isInside = byte >= range.from && byte < range.end;
		const chosen = isInside ? selection : { anchor: byte, head: byte };
		if (!isInside) setSelection(chosen);
		say(openMenu(menuPlace(event), chosen));
	};
	const onMenuKey = (event: KeyboardEvent<HTMLElement>) => {
		if (!isMenuKey(event)) return;
		event.preventDefault();
		const thing = event.currentTarget.querySelector('.hex-selected') ?? event.currentTarget;
		say(openMenu(placeOf(thing), selection));
	};
	const body = { className: 'data-body', tabIndex: -1 };
	const menuOfBytes = { onContextMenu, onKeyDown: onMenuKey };
	const lit = useLit(row);
	const finding = useBytesFind(({ open }) => open !== 'none');
	const root = useRef<HTMLDivElement>(null);
	const focusBytes = () => root.current?.querySelector<HTMLElement>('[data-pane-focus]')?.focus();
	const onOffset = (text: string, extend: boolean): string | undefined => {
		const { head = 0 } = selection ?? {};
		const parsed = parseOffset(text, head, source.total);
		if (!parsed.ok) return parsed.message;
		useInspector.setState({ tab: 'bytes' });
		setSelection(extend ? selectTo(selection, parsed.selection.head, true) : parsed.selection);
		return undefined;
	};
	const first = useCompare((compare) => compare.first);
	const failure = source.failure();
	const length = range.end - range.from;
	return (
		<div className="data-payload" ref={root}>
			{finding ? <BytesFindBar onOffset={onOffset} onClose={focusBytes} /> : <FoundStrip />}
			{failure === undefined ? null : (
				<div className="inspector-notice inspector-error" role="alert">
					<span>{words.bytesUnread(failure.message)}</span>
					<Button onClick={() => source.retry()}>{words.tryAgain}</Button>
				</div>
			)}
			<Tabs.Content {...body} value="bytes" {...menuOfBytes}>
				<HexView source={source} selection={selection} onSelect={setSelection} lit={lit} onCopy={() => copy('hex')} />
				<ValueLine source={source} selection={selection} charset={charset} />
			</Tabs.Content>
			<Tabs.Content {...body} value="text">
				<ReceivedCharset row={row} own={own} source={source} />
				<TextView endpoint={row.endpoint} source={source} charset={charset} own={own} lit={lit} onMenu={openTextMenu} />
			</Tabs.Content>
			<Tabs.Content {...body} value="decoded" {...menuOfBytes}>
				<Suspense fallback={null}>
					<DecodedView
						row={row}
						source={source}
						selection={selection}
						onSelect={setSelection}
						lit={lit}
						onCopyBytes={() => copy('hex')}
						onCopyText={(text) => say(writeClipboard(text).then(() => undefined))}
					/>
				</Suspense>
			</Tabs.Content>
			{notice === undefined ? null : (
				<div
					className={notice.error ? 'inspector-notice inspector-error' : 'inspector-notice'}
					role={notice.error ? 'alert' : 'status'}
				>
					{notice.text}
				</div>
			)}
			{first === undefined ? null : (
				<div className="inspector-notice" role="status">
					<span>{words.compareWaits(first.row.n + 1)}</span>
					<Button onClick={cancelCompare}>{words.cancel}</Button>
				</div>
			)}
			<div className="data-tools">
				<Menu
					trigger={
						<Button>
							{words.copy} <ChevronDown size={12} aria-hidden="true" />
						</Button>
					}
					entries={[
						{
							heading: selection === undefined ? words.allAs(length) : words.selectedAs(length),
						},
						...COPY_FORMATS.map((format) => ({ label: copyLabel(format, charset), onSelect: () => copy(format) })),
					]}
				/>
				<Button
					icon={<Repeat size={13} />}
					title={row.direction === 'in' ? words.sendBackTip : words.sendAgainTip}
					onClick={(event) => sendAgain(placeOf(event.currentTarget))}
				>
					{words.sendAgain}
				</Button>
				<IconButton
					label={words.edit}
					tip={source.total > DRAFT_LIMIT ? words.editLimit(DRAFT_LIMIT) : words.editTip}
					disabled={source.total > DRAFT_LIMIT}
					onClick={() => say(menus().then(({ editAndSend }) => editAndSend(row)))}
				>
					<CornerDownLeft size={14} />
				</IconButton>
				<Button icon={<Diff size={13} />} title={words.compareTip} onClick={() => compareMessage(row)}>
					{first === undefined || first.row.n === row.n ? words.compare : words.compareWith(first.row.n + 1)}
				</Button>
			</div>
		</div>
	);
}
