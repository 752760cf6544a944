import type { steps as english } from '../../en/explain/steps.ts';
import type { Texts } from '../../locale/texts.ts';

export const steps: Texts<typeof english> = {
	send: {
		title: '傳送',
		text: '在連線上傳送這些位元組，如同 sendall。使用範本時，步驟執行時才填入值。',
		next: '接著放一個等待回應的步驟。',
	},
	'send-fields': {
		title: '傳送欄位',
		text: '傳送由欄位組成的已知通訊協定的訊息；長度和總和檢查碼由程式計算。',
		next: '在記錄中查看位元組，看各欄位的位置。',
	},
	expect: {
		title: '等待接收',
		text: '等到接收的內容相符；逾時或收到別的內容時失敗。確切的位元組邊到達邊比較，與讀取如何切分無關。',
		next: '把回應的一部分存為變數，之後再傳回去。',
	},
	'expect-end': {
		title: '等待結束',
		text: '等待對端的 FIN：recv 會傳回零位元組。之前還有位元組到達，步驟就失敗。',
		next: '伺服器從不關閉時，改用「關閉」。',
	},
	wait: {
		title: '等待',
		text: '在這段時間內什麼也不做。期間到達的內容留給後面的步驟。',
		next: '最好等待某個內容：固定等待不是太長就是太短。',
	},
	end: {
		title: '結束傳送',
		text: '結束傳送方向：shutdown(SHUT_WR)，即 FIN。仍可接收回應。',
		next: '之後等待回應：有些伺服器這時才回應。',
	},
	close: {
		title: '關閉',
		text: '關閉連線的兩個方向。還有未讀的位元組時，送出的是 RST 而不是 FIN。',
		next: '關閉之前，先接收還會到達的內容。',
	},
	reset: {
		title: '重設',
		text: '用 RST 結束連線：對端得到 ECONNRESET。可以看出伺服器如何應付突然消失的用戶端。',
		next: '下一步重新連線，確認伺服器仍然回應。',
	},
	open: {
		title: '連線',
		text: '開啟測試的一個連線，或在關閉之後重新開啟。沒有這一步時，第一個用到它的步驟會開啟它。',
		next: '開啟兩個連線，測試用戶端是否同時得到服務。',
	},
	accept: {
		title: '接受連線',
		text: '等到有用戶端連線到測試的伺服器，然後測試與這個用戶端通訊。',
		next: '在這一步等待時啟動你自己的程式。',
	},
	branch: {
		title: '分支',
		text: '接收一次，然後執行第一個相符的情形中的步驟；都不相符時執行最後那些步驟。',
		next: '伺服器可能有幾種回應時使用它。',
	},
	repeat: {
		title: '迴圈',
		text: '重複執行其中的步驟若干次，或直到某個期望相符。',
		next: '輪次變數讓每則訊息各不相同。',
	},
	leave: {
		title: '離開迴圈',
		text: '跳出所在的迴圈，繼續執行後面的步驟。',
		next: '把它放在分支的某個情形裡。',
	},
};
