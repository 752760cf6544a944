import type { calls as english } from '../../en/explain/calls.ts';
import type { Texts } from '../../locale/texts.ts';

export const calls: Texts<typeof english> = {
	socket: {
		text: '建立一個通訊端：它在處理程序裡是一個編號，還沒有位址。位址族和類型決定通訊協定：AF_INET 加 SOCK_STREAM 是 TCP，加 SOCK_DGRAM 是 UDP。',
		next: '接下來，伺服器呼叫 bind()，用戶端呼叫 connect()。',
	},
	bind: {
		text: '給通訊端指定自己的位址和連接埠。用戶端可以省略：connect() 和 sendto() 會選一個可用的連接埠。',
		next: '如果因 EADDRINUSE 失敗，"wirebench owner tcp://:PORT" 會說出佔用該連接埠的程式。',
	},
	listen: {
		text: '把繫結好的 TCP 通訊端變成監聽通訊端：從此系統自行完成交握。參數是佇列的長度，完成交握的連線在佇列裡等待 accept()。',
		next: '啟動預設組態「逐一服務」並連線兩次：第二個用戶端已經連線，但在這個佇列裡等待。',
	},
	accept: {
		text: '從佇列裡取出最早完成的連線，並為它傳回一個新的通訊端；監聽通訊端繼續監聽。佇列為空時會阻塞。',
		next: '在新的通訊端上讀寫，不要用監聽通訊端讀寫。',
	},
	connect: {
		text: 'TCP：傳送 SYN 並等待交握完成，所以成功只說明對方系統回應了，不說明已有程式接受連線。UDP：什麼也不傳送，只為這個通訊端設定唯一的對端。',
		next: '立刻以 ECONNREFUSED 失敗，說明那裡沒有程式監聽；等很久才失敗，說明封包在途中被捨棄。',
	},
	send: {
		text: '把位元組複製到系統的傳送緩衝區，並傳回系統收下的位元組數，可能比給出的少。它不說明對端是否已經收到。',
		next: '迴圈傳送剩下的部分，或者使用 sendall()。',
	},
	sendall: {
		text: 'Python 對 send() 的迴圈：系統收下全部位元組後傳回，否則擲出例外。傳送緩衝區滿時，也就是對端不讀取時，它會阻塞。',
		next: '對端如果一直不讀取，它會永遠等下去：請設定逾時。',
	},
	recv: {
		text: '傳回已經到達的資料：至少 1 位元組，至多是要求的長度；沒有資料時會阻塞。傳回空的位元組串表示對端傳送了 FIN：不會再有資料。',
		next: 'TCP 沒有訊息邊界：請一直收集位元組，直到訊息完整。',
	},
	sendto: {
		text: '向給定位址傳送一個資料報。它不是完整到達，就是完全不到達，遺失時沒有人通知你。',
		next: '需要回應的程式要帶逾時等待，逾時後重新傳送。',
	},
	recvfrom: {
		text: '傳回一個資料報和它的傳送者位址；沒有資料報時會阻塞。放不進給定長度的部分會被截斷並遺失。',
		next: '請要求 65535 位元組：UDP 資料報不會更大。',
	},
	shutdown: {
		text: '結束一個方向：SHUT_WR 在已經傳送的位元組之後傳送 FIN，讀取仍可繼續。對端的 recv() 這時傳回空的位元組串。',
		next: '用戶端就是這樣表示「請求已經傳完」，並仍能收到回應。',
	},
	close: {
		text: '歸還通訊端：系統先傳完傳送緩衝區裡的資料，再傳送 FIN。如果還有收到的位元組沒有讀取，它會傳送 RST，對端可能遺失尚未讀取的資料。',
		next: '先讀到 recv() 傳回空的位元組串，再關閉。',
	},
	setsockopt: {
		text: '設定通訊端的一個選項。有些選項只在 bind() 或 connect() 之前有效，例如 SO_REUSEADDR；系統可能會取整或限制數值。',
		next: '用 getsockopt() 查看實際生效的值：Linux 會把 SO_RCVBUF 加倍。',
	},
	select: {
		text: '等待，直到多個通訊端中有一個可以不阻塞地讀或寫。一個執行緒就能這樣服務許多連線；poll() 和 epoll 作用相同，但沒有 1024 個通訊端的限制。',
		next: '「可讀」也包括結束：recv() 可能傳回空的位元組串。',
	},
	settimeout: {
		text: 'Python：這個通訊端的呼叫最多等待多久，之後擲出逾時例外。0 使通訊端變為非阻塞：需要等待的呼叫以 EAGAIN（BlockingIOError）失敗。',
		next: '逾時之後什麼也不會遺失：以後到達的資料仍然可以讀取。',
	},
	getaddrinfo: {
		text: '把主機名稱變成位址，常常是一個 IPv6 位址和一個 IPv4 位址；程式依順序嘗試。"localhost" 是 ::1 和 127.0.0.1：只監聽其中一個位址的伺服器，用另一個位址連不到。',
		next: '"wirebench probe tcp://NAME:PORT" 會逐一嘗試。',
	},
};
