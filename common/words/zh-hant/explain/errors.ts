import type { errors as english } from '../../en/explain/errors.ts';
import type { Texts } from '../../locale/texts.ts';

export const errors: Texts<typeof english> = {
	EADDRINUSE: {
		text: 'bind() 或 listen()：另一個通訊端已經佔用這個位址和連接埠。不是有程式在監聽，就是上次執行的連線還在 TIME-WAIT，而伺服器沒有設定 SO_REUSEADDR。',
		next: '"wirebench owner tcp://:PORT" 會說出誰佔用它，以及 TIME-WAIT 還要多久。',
	},
	EADDRNOTAVAIL: {
		text: 'bind()：本機沒有網路介面使用這個位址。connect()：沒有可用的連接埠了，多半是因為太多連線在 TIME-WAIT。',
		next: '請監聽 127.0.0.1 或 0.0.0.0；"wirebench interfaces" 列出本機的位址。',
	},
	EACCES: {
		text: 'bind()：在 Linux 上，1024 以下的連接埠需要 root 權限。sendto()：位址是廣播位址，而沒有設定 SO_BROADCAST。Unix 通訊端：這個使用者不能使用它的檔案或資料夾。',
		next: '請選擇 1024 以上的連接埠。',
	},
	EPERM: {
		text: '無論什麼位址，系統都不允許這個使用者這樣做；對傳送資料的通訊端來說，多半是本機的防火牆。',
		next: '查看防火牆對傳出封包的規則。',
	},
	ECONNREFUSED: {
		text: '機器在那裡，並以 RST 回應，因為那個位址的那個連接埠上沒有程式監聽。對已連線的 UDP 通訊端：對方機器傳來「連接埠無法到達」，即遭拒。',
		next: '伺服器在執行嗎？連接埠對嗎？它監聽的位址用戶端能到達嗎（0.0.0.0，而不是 127.0.0.1）？',
	},
	ECONNRESET: {
		text: '對端傳送了 RST：它的程式當機了、在還有未讀位元組時關閉，或用 SO_LINGER 0 關閉。還在途中的資料遺失了。',
		next: '看看你最後傳送了什麼：伺服器不理解時，可能不讀完就關閉。',
	},
	ECONNABORTED: {
		text: '連線在 accept() 傳回之前就結束了，或者被本機的軟體中斷。',
		next: '伺服器繼續下一次 accept() 即可。',
	},
	EPIPE: {
		text: '在已不能傳送的連線上呼叫 send()：對端重設了它，或者這一側呼叫了 shutdown()。在 C 裡，如果沒有忽略訊號 SIGPIPE，程式會先被它結束。',
		next: '前一次寫入成功了，儘管對端已經不在：第二次才會失敗。',
	},
	ETIMEDOUT: {
		text: '沒有人回應：交握沒有回應，或者在開啟的連線上，資料或保持連線探測沒有回應。封包在途中被捨棄，或者機器已關機。',
		next: '防火牆捨棄時沒有回應；沒有伺服器的機器會立刻拒絕。',
	},
	EHOSTUNREACH: {
		text: '最後一個路由器，或本機自己，在網路裡找不到使用這個位址的機器。',
		next: '用 ping 試一試，並檢查位址和子網路遮罩。',
	},
	ENETUNREACH: {
		text: '本機沒有通往那個網路的路由。如果是 IPv6 位址：本機沒有 IPv6。',
		next: '查看預設路由："ip route"。',
	},
	EAGAIN: {
		text: '非阻塞呼叫本來需要等待：recv() 沒有可讀的資料，send() 的緩衝區沒有空間，accept() 沒有連線。這不是失敗。',
		next: '用 select()、poll() 或 epoll 等待，然後再次呼叫。',
	},
	EINPROGRESS: {
		text: '非阻塞的 connect() 已經開始交握。通訊端可寫時才有結果。',
		next: '這時讀取 SO_ERROR：0 表示已連線。',
	},
	EINTR: {
		text: '訊號中斷了正在等待的呼叫。什麼也沒有遺失。',
		next: '再次呼叫即可；Python 會自動這樣做。',
	},
	EISCONN: {
		text: '對已連線的 TCP 通訊端呼叫 connect()，或在它上面呼叫帶位址的 sendto()。',
		next: '一個通訊端只連線一次：請建立新的。',
	},
	ENOTCONN: {
		text: '在沒有連線的 TCP 通訊端上呼叫 send()、recv() 或 shutdown()：從未連線，或連線已經不在。常見的錯誤是用了監聽通訊端。',
		next: '請使用 accept() 傳回的通訊端。',
	},
	EDESTADDRREQ: {
		text: '在沒有連線的 UDP 通訊端上呼叫 send()：系統不知道要傳到哪裡。',
		next: '請用 sendto()，或先呼叫 connect()。',
	},
	EMSGSIZE: {
		text: '資料報比 UDP 允許的大（IPv4 上是 65,507 位元組），或者比途中允許的大而又不能拆分。',
		next: '每個資料報請最多傳送約 1,400 位元組。',
	},
	EMFILE: {
		text: '處理程序開啟的通訊端和檔案已達上限。這時 accept() 會失敗，儘管連線已經到達。',
		next: '提高上限（ulimit -n），並找出從不關閉的通訊端。',
	},
	ENOBUFS: {
		text: '系統此刻沒有記憶體存放更多封包，多半因為傳送得比網路介面更快。',
		next: '傳送得慢一些，或等一等再傳送。',
	},
	EAFNOSUPPORT: {
		text: '位址與通訊端的位址族不同：在 AF_INET 通訊端上使用 IPv6 位址，或者相反。',
		next: '請使用 getaddrinfo() 給出的位址族。',
	},
	EINVAL: {
		text: '呼叫不符合通訊端的狀態或參數不對：兩次 bind()、沒有 listen() 就 accept()、連結本機的 IPv6 位址缺少區域。',
		next: '對照呼叫的順序："socket, bind, listen, accept"。',
	},
	EBADF: {
		text: '這個編號不是開啟的通訊端：它已經關閉了，也許是另一個執行緒關閉的。',
		next: '每個通訊端只在一個地方關閉。',
	},
	ENOENT: {
		text: 'Unix 通訊端：沒有這個名稱的檔案，所以還沒有伺服器繫結它。',
		next: '先啟動伺服器，並檢查路徑。',
	},
	EAI_NONAME: {
		text: 'getaddrinfo() 沒有找到這個名稱的位址：名稱寫錯了，或者名稱伺服器不知道它。',
		next: '試試數字位址；看看 /etc/hosts 和 DNS 伺服器。',
	},
};
