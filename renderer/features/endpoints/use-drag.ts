import { type DragEvent, useState } from 'react';
import { placeEndpoint } from '../../app/state/endpoints/move-endpoint.ts';
import { type DropPlace, dropAt, type TreeGroup } from './rows.ts';

/** The type of what is dragged; other things, such as files, are left to the window. */
const TYPE = 'application/x-wirebench-endpoint';

/** Dragging endpoints to another place of the tree. */
export function useDrag(groups: readonly TreeGroup[]) {
	const [dragged, setDragged] = useState<string>();
	const [over, setOver] = useState<DropPlace>();
	const end = () => {
		setDragged(undefined);
		setOver(undefined);
	};
	const placeOf = (event: DragEvent<HTMLElement>): DropPlace | undefined => {
		if (dragged === undefined || !(event.target instanceof Element)) return undefined;
		const group = event.target.closest<HTMLElement>('[data-group]')?.dataset.group;
		if (group === undefined) return undefined;
		const line = event.target.closest<HTMLElement>('[data-endpoint]');
		const box = line?.getBoundingClientRect();
		const below = box !== undefined && event.clientY > box.top + box.height / 2;
		return dropAt(groups, dragged, { group, endpoint: line?.dataset.endpoint, below });
	};
	return {
		dragged,
		/** Where a drop would put it. */
		over,
		handlers: {
			onDragStart: (event: DragEvent<HTMLElement>) => {
				const id = event.target instanceof HTMLElement ? event.target.dataset.endpoint : undefined;
				if (id === undefined) return;
				event.dataTransfer.setData(TYPE, id);
				event.dataTransfer.effectAllowed = 'move';
				setDragged(id);
			},
			onDragOver: (event: DragEvent<HTMLElement>) => {
				if (dragged === undefined) return;
				const place = placeOf(event);
				setOver(place);
				if (place === undefined) return;
				event.preventDefault();
				event.dataTransfer.dropEffect = 'move';
			},
			onDrop: (event: DragEvent<HTMLElement>) => {
				const place = placeOf(event);
				if (dragged === undefined || place === undefined) return;
				event.preventDefault();
				event.stopPropagation();
				placeEndpoint(dragged, place);
				end();
			},
			onDragEnd: end,
		},
	};
}
