import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { charsetNamed, decodeText } from '../../index.ts';
import type { CharsetName } from '../../schema.ts';
import { encodeText } from '../../text.ts';
import { guessCharset } from './guess.ts';

const CHINESE = [
	'你好，世界',
	'登录成功',
	'服务器已断开',
	'请输入您的姓名：',
	'今天天气很好，我们一起去公园吧。',
	'用户名或密码错误',
];
const TAIWAN = [
	'你好，世界',
	'登入成功',
	'伺服器已中斷',
	'使用者名稱或密碼錯誤',
	'連線已關閉，請稍後再試',
	'今天天氣很好。',
];
const JAPANESE = ['こんにちは', 'ログイン成功', 'サーバーに接続しました', '日本語のテスト', 'パスワードが違います。'];
const KOREAN = ['안녕하세요', '서버에 연결되었습니다', '비밀번호 오류', '오늘은 날씨가 좋아서 공원에 갔습니다.'];
const RUSSIAN = ['Привет, мир', 'Ошибка входа', 'Сервер недоступен', 'Соединение закрыто', 'Неверный пароль'];
const WESTERN = [
	'Grüße aus Köln',
	'El niño está aquí',
	'Le serveur a été arrêté',
	'não está disponível',
	'Übergröße für € 12',
];

const TEXTS: readonly (readonly [CharsetName, readonly string[]])[] = [
	['gbk', CHINESE],
	['big5', TAIWAN],
	['shift_jis', JAPANESE],
	['euc-jp', JAPANESE],
	['euc-kr', KOREAN],
	['windows-1251', RUSSIAN],
	['koi8-r', RUSSIAN],
	['windows-1252', WESTERN],
];

/** One to five of the texts, some of them in what a protocol writes around them. */
const textOf = (texts: readonly string[]) =>
	fc
		.tuple(
			fc.constantFrom('', 'say: ', 'user|'),
			fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 5 }),
			fc.constantFrom('', '\n', '\r\n', ' ok'),
		)
		.map(([before, all, after]) => before + all.join(' ') + after);

function encoded(text: string, charset: CharsetName): Uint8Array {
	const result = encodeText(text, charsetNamed(charset));
	if (!result.ok) throw new Error(result.message);
	return result.bytes;
}

describe.each(TEXTS)('%s', (charset, texts) => {
	test('is recognised, whatever is cut off at its end', () => {
		fc.assert(
			fc.property(textOf(texts), fc.nat(1), (text, cut) => {
				const bytes = encoded(text, charset);
				expect(guessCharset(bytes.subarray(0, bytes.length - cut))).toBe(charset);
			}),
		);
	});

	test('its texts in UTF-8 are UTF-8, also where both ends are cut within a character', () => {
		fc.assert(
			fc.property(textOf(texts), fc.nat(2), fc.nat(2), (text, from, cut) => {
				const bytes = encoded(text, 'utf-8');
				expect(guessCharset(bytes.subarray(from, bytes.length - cut))).toBeUndefined();
			}),
		);
	});
});

test('ASCII is nothing else', () => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			expect(guessCharset(Buffer.from(text, 'ascii').map((byte) => byte & 0x7f))).toBeUndefined();
		}),
	);
});

test.each([
	['GIF', '4749463839610a000a00f70000c0c0c0ffffff'],
	['a TLS hello', '16030100c8010000c403035ad9'],
	['gzip', '1f8b0800e4a3b25a02ffcb48cdc9c9'],
	['MessagePack', '82a36d7367a5c3a96c6c6fa3'],
])('%s is not text', (_name, hex) => {
	expect(guessCharset(Buffer.from(hex, 'hex'))).toBeUndefined();
});

test('of random bytes, one of 500 at most looks like text', () => {
	const samples = fc.sample(fc.uint8Array({ minLength: 8, maxLength: 64 }), { numRuns: 20_000, seed: 1 });
	expect(samples.filter((bytes) => guessCharset(bytes) !== undefined).length).toBeLessThan(40);
});

test('what is read in the guessed charset has no invalid byte', () => {
	fc.assert(
		fc.property(fc.uint8Array({ minLength: 2 }), (bytes) => {
			const guess = guessCharset(bytes);
			if (guess !== undefined) expect(decodeText(bytes, charsetNamed(guess)).slice(0, -1)).not.toContain('\ufffd');
		}),
	);
});
