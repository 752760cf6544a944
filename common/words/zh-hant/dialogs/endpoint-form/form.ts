import type { form as english } from '../../../en/dialogs/endpoint-form/form.ts';
import type { Texts } from '../../../locale/texts.ts';

export const form: Texts<typeof english> = {
	new: '新增端點',
	edit: '編輯端點',
	editNamed: (name) => `編輯 ${name}`,
	toGallery: '返回端點庫',
	gone: '該端點已不存在。',
	create: '建立',
	createAndStart: '建立並啟動',
	createAndConnect: '建立並連線',
	saveAndStart: '儲存並啟動',
	saveAndConnect: '儲存並連線',
};
