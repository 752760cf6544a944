import { Tabs } from 'radix-ui';
import { lazy, Suspense } from 'react';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import type { ByteSource } from '../../app/shared/hex/byte-source.ts';
import { useWords } from '../../words/index.ts';
import { PayloadView } from './PayloadView.tsx';
import { INSPECTOR_TABS, useInspector } from './store.ts';

/** Loaded when it is first used. */
const EventCalls = lazy(() => import('./EventCalls.tsx'));

/** The ways to look at an event: its payload, where it has one, and the socket calls of its connection, which stay while the selection moves. */
export function EventTabs({ row, source }: { readonly row: CaptureRow; readonly source: ByteSource }) {
	const words = useWords().inspector;
	const tab = useInspector((inspector) => inspector.tab);
	const hasPayload = row.kind === 'data' && row.length > 0;
	const tabs = hasPayload ? INSPECTOR_TABS : INSPECTOR_TABS.filter((value) => value === 'calls');
	return (
		<Tabs.Root
			className={hasPayload || tab === 'calls' ? 'data' : 'data data-none'}
			value={tab}
			onValueChange={(value) => useInspector.setState({ tab: INSPECTOR_TABS.find((one) => one === value) ?? 'bytes' })}
		>
			<Tabs.List className="data-tabs" aria-label={words.showAs}>
				{tabs.map((value) => (
					<Tabs.Trigger key={value} className="data-tab" value={value}>
						{words[value]}
					</Tabs.Trigger>
				))}
			</Tabs.List>
			{hasPayload && tab !== 'calls' ? (
				<PayloadView key={`${row.n} ${row.message === undefined ? '' : row.item}`} row={row} source={source} />
			) : null}
			<Tabs.Content className="data-body" tabIndex={-1} value="calls">
				<Suspense fallback={null}>
					<EventCalls row={row} />
				</Suspense>
			</Tabs.Content>
		</Tabs.Root>
	);
}
