import { useEffect, useState } from 'react';
import { openFiles } from '../../app/state/capture/open-file.ts';
import { useWords } from '../../words/index.ts';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/** Files may be dropped anywhere in the window. While they are dragged over it, it shows the effect. */
export function DropArea() {
	const { drop } = useWords().openCapture;
	const [over, setOver] = useState(false);
	useEffect(() => {
		const onOver = (event: DragEvent) => {
			if (!holdsFiles(event) || event.defaultPrevented) return;
			// Otherwise the browser would open the file in place of the page.
			event.preventDefault();
			if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
			setOver(true);
		};
		const onLeave = (event: DragEvent) => {
			if (event.relatedTarget === null) setOver(false);
		};
		const onDrop = (event: DragEvent) => {
			setOver(false);
			if (!holdsFiles(event) || event.defaultPrevented) return;
			event.preventDefault();
			openFiles([...(event.dataTransfer?.files ?? [])]);
		};
		window.addEventListener('dragover', onOver);
		window.addEventListener('dragleave', onLeave);
		window.addEventListener('drop', onDrop);
		return () => {
			window.removeEventListener('dragover', onOver);
			window.removeEventListener('dragleave', onLeave);
			window.removeEventListener('drop', onDrop);
		};
	}, []);
	return over ? (
		<div className="drop-area">
			<span>{drop}</span>
		</div>
	) : null;
}
