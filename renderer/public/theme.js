// Runs before the first paint, apart from the bundle, so that no window opens in the wrong colours.
// renderer/app/state/window/theme.ts keeps the attributes and the stored choices up to date from then on.
(() => {
	let choice = 'system';
	let contrast = 'system';
	try {
		choice = localStorage.getItem('wirebench.theme') ?? choice;
		contrast = localStorage.getItem('wirebench.contrast') ?? contrast;
	} catch (error) {
		console.info('No remembered theme: storage is off.', error);
	}
	const dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
	const high = contrast === 'high' || (contrast !== 'normal' && matchMedia('(prefers-contrast: more)').matches);
	document.documentElement.dataset.theme = dark ? 'dark' : 'light';
	document.documentElement.dataset.contrast = high ? 'high' : 'normal';
})();
