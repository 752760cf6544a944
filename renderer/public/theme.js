// Runs before the first paint, apart from the bundle, so that no window opens in the wrong colours.
// renderer/app/state/window/theme.ts keeps the attribute and the stored choice up to date from then on.
(() => {
	let choice = 'system';
	try {
		choice = localStorage.getItem('wirebench.theme') ?? choice;
	} catch (error) {
		console.info('No remembered theme: storage is off.', error);
	}
	const dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
	document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
