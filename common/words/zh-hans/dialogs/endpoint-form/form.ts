import type { form as english } from '../../../en/dialogs/endpoint-form/form.ts';
import type { Texts } from '../../../locale/texts.ts';

export const form: Texts<typeof english> = {
	new: '新建端点',
	edit: '编辑端点',
	editNamed: (name) => `编辑 ${name}`,
	toGallery: '返回端点库',
	gone: '该端点已不存在。',
	create: '创建',
	createAndStart: '创建并启动',
	createAndConnect: '创建并连接',
	saveAndStart: '保存并启动',
	saveAndConnect: '保存并连接',
};
