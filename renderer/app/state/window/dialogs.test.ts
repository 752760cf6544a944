import { afterEach, expect, test } from 'vitest';
import { endpointConfigSchema } from '../../../../common/endpoints/index.ts';
import { closeDialog, type OpenDialog, openDialog, useDialogs } from './dialogs.ts';
import { closeTopDialog, openOver } from './over-dialog.ts';

const settings: OpenDialog = { kind: 'settings' };
const config = endpointConfigSchema.parse({ kind: 'tcp-server', name: 's', port: 9000 });
const code: OpenDialog = { kind: 'code', source: { of: 'endpoint', config } };
const shown = () => {
	const { open, over } = useDialogs.getState();
	return [open, over];
};

afterEach(() => useDialogs.setState(useDialogs.getInitialState(), true));

test('a dialog that ends takes the one over it along', () => {
	openDialog(settings);
	openOver(code);
	expect(shown()).toEqual([settings, code]);
	closeDialog();
	expect(shown()).toEqual([undefined, undefined]);
});

test('the one over it is closed alone', () => {
	openDialog(settings);
	openOver(code);
	closeTopDialog();
	expect(shown()).toEqual([settings, undefined]);
	closeTopDialog();
	expect(shown()).toEqual([undefined, undefined]);
});
