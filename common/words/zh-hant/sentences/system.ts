import type { systemErrors as english } from '../../en/sentences/system.ts';
import type { Texts } from '../../locale/texts.ts';
import { type Asked, isMaking, isOutward, type Verb } from '../../sentence/asked.ts';

const PATH_LENGTH = '請使用更短的路徑，例如在 /tmp 下：通訊端的路徑最多 107 位元組，macOS 上最多 103 位元組。';
const WRITE = '或直接寫數字形式的位址';
const AGAIN = '請開啟新的連線。';

const VERBS: Readonly<Record<Verb, string>> = {
	'connect to': '連線',
	'listen on': '監聽',
	'bind to': '繫結',
	'send to': '傳送到',
	'read from': '讀取',
	'write to': '寫入',
	remove: '移除',
};

const noRoute =
	(why: string) =>
	({ target }: Asked) =>
		`無法到達 ${target}：${why}。`;

const notPermitted = (firewall: string) => ({
	message: ({ target }: Asked) => `系統不允許對 ${target} 執行此操作。`,
	hint: (asked: Asked) => {
		if (asked.path !== undefined) return '請檢查誰有權寫入該路徑及其資料夾。';
		if (isOutward(asked)) return firewall;
		return '1024 以下的連接埠僅供系統管理員使用：請使用 1024 以上的連接埠，或以更高權限執行。';
	},
});

export const systemErrors: Texts<typeof english> = {
	notHere: {
		message: ({ target }) => `本系統不提供 ${target} 所需的通訊端類型。`,
		hint: () => '請檢查本系統是否啟用了該通訊協定（IPv6、Unix 通訊端）。',
	},
	noOption: {
		message: ({ target }) => `系統拒絕對 ${target} 的通訊端設定此選項或執行此操作。`,
		hint: () => '請去掉該選項：這種通訊端或本系統沒有它。',
	},
	noDevice: {
		message: ({ target }) => `為 ${target} 指定的網路介面不存在。`,
		hint: () => '請選擇本機的某個網路介面。',
	},
	handle: {
		message: ({ target }) => `${target} 的通訊端已經關閉。`,
		hint: () => '請停止該端點，然後重新啟動。',
	},
	EINVAL: {
		message: (asked) => {
			if (asked.path !== undefined) return `系統不接受 ${asked.target} 作為通訊端的路徑。`;
			return isOutward(asked)
				? `系統不能從該本機位址傳送到 ${asked.target}。`
				: `系統不接受 ${asked.target} 作為該通訊端的位址。`;
		},
		hint: (asked) => {
			if (asked.path !== undefined) return PATH_LENGTH;
			return isOutward(asked)
				? '繫結到 127.0.0.1 的通訊端只能到達本機：請繫結到 0.0.0.0。連結本機位址（fe80::）需要寫明網路介面：fe80::1%eth0。'
				: '請檢查位址；連結本機位址（fe80::）需要寫明網路介面，例如 fe80::1%eth0。';
		},
	},
	EFAULT: {
		message: ({ target }) => `系統不接受 ${target} 的位址。`,
		hint: () => '請檢查位址是否屬於該通訊端的位址族。',
	},
	EDOM: {
		message: () => '為通訊端設定的時間超出範圍。',
		hint: () => '請為該選項使用更小的數字。',
	},
	EOVERFLOW: {
		message: ({ target }) => `${target} 的數字或名稱超出系統的上限。`,
		hint: () => '請使用更小的值。',
	},
	ENOTSOCK: {
		message: ({ target }) => `${target} 不是通訊端。`,
		hint: () => '請檢查路徑：通訊端由監聽的程式建立。',
	},
	EPROTOTYPE: {
		message: ({ target }) => `${target} 是另一種類型的通訊端：位元組流通訊端不是資料報通訊端。`,
		hint: () => '請使用與伺服器一致的端點類型：位元組流或資料報。',
	},
	ENOENT: {
		message: (asked) => (isMaking(asked) ? `沒有可存放 ${asked.target} 的資料夾。` : `沒有 ${asked.target}。`),
		hint: (asked) =>
			isMaking(asked) ? '請先建立資料夾（mkdir -p），或選擇其他路徑。' : '請檢查路徑，並先啟動伺服器。',
	},
	ENOTDIR: {
		message: ({ target }) => `路徑 ${target} 中有一部分是檔案，不是資料夾。`,
		hint: () => '請檢查路徑。',
	},
	EISDIR: {
		message: ({ target }) => `${target} 是資料夾。`,
		hint: () => '請在路徑後加上通訊端的名稱。',
	},
	EEXIST: {
		message: ({ target }) => `${target} 已經存在。`,
		hint: () => '請選擇其他路徑，或移除遺留的檔案。',
	},
	ELOOP: {
		message: ({ target }) => `路徑 ${target} 中的連結形成了迴圈。`,
		hint: () => '請使用連結原本要指向的路徑。',
	},
	EROFS: {
		message: ({ target }) => `${target} 所在的檔案系統是唯讀的。`,
		hint: () => '請使用可以建立檔案的資料夾，例如 /tmp。',
	},
	ENAMETOOLONG: {
		message: ({ target }) => `路徑 ${target} 對通訊端來說太長。`,
		hint: () => PATH_LENGTH,
	},
	noBuffers: {
		message: () => '系統沒有剩餘的緩衝區空間。',
		hint: () => '請稍等片刻、減少一次傳送的資料，或關閉一些連線。',
	},
	noMemory: {
		message: () => '系統沒有可供該通訊端使用的記憶體。',
		hint: () => '請關閉一些連線或程式，然後重試。',
	},
	noRoom: {
		message: ({ target }) => `沒有可供 ${target} 使用的空間：磁碟、配額或系統的表已滿。`,
		hint: () => '請釋放一些空間，或離開一些組並關閉一些通訊端。',
	},
	EMFILE: {
		message: () => '本處理程序不能再開啟更多通訊端和檔案。',
		hint: () => '請關閉一些連線，或在啟動 Wirebench 之前提高開啟檔案數的上限（ulimit -n）。',
	},
	ENFILE: {
		message: () => '整個系統不能再開啟更多通訊端和檔案。',
		hint: () => '請關閉一些程式或連線，或提高系統的上限（Linux：sysctl fs.file-max）。',
	},
	EPROCLIM: {
		message: () => '同時使用網路的程式太多。',
		hint: () => '請關閉其中一些，然後重試。',
	},
	noName: {
		message: ({ target }) => `${target} 的名稱沒有位址（EAI_NONAME）。`,
		hint: () => `請檢查拼寫，${WRITE}。`,
	},
	noFamily: {
		message: ({ target }) => `${target} 的名稱沒有所要求類型的位址。`,
		hint: () => `請嘗試另一種位址（IPv4、IPv6），${WRITE}。`,
	},
	noAnswer: {
		message: ({ target }) => `查詢 ${target} 時，名稱伺服器沒有及時回答。`,
		hint: () => '請檢查本機的網路連線和名稱伺服器，然後重試。',
	},
	failed: {
		message: ({ target }) => `查詢 ${target} 時，名稱伺服器失敗。`,
		hint: () => `請稍後重試，使用其他名稱伺服器，${WRITE}。`,
	},
	badName: {
		message: ({ target }) => `${target} 不是可以查詢的名稱。`,
		hint: () => '名稱由點分隔的部分組成，每部分最多 63 個字母、數字和連字元。',
	},
	badQuestion: {
		message: ({ target }) => `本系統的解析器不接受對 ${target} 的查詢。`,
		hint: () => `請檢視解析器的設定（/etc/resolv.conf、/etc/nsswitch.conf），${WRITE}。`,
	},
	noLookupMemory: {
		message: ({ target }) => `沒有記憶體可用於查詢 ${target}。`,
		hint: () => '請關閉一些程式，然後重試。',
	},
	cancelled: {
		message: ({ target }) => `已放棄查詢 ${target}。`,
		hint: () => '如果這不是本意，請重新開始。',
	},
	EHOSTUNREACH: {
		message: noRoute('沒有主機回應，或路由器報告其無法到達（EHOSTUNREACH）'),
		hint: () => '請檢查該主機是否開機並在同一網路中，以及位址是否正確。',
	},
	ENETUNREACH: {
		message: noRoute('本機沒有到該網路的路由（ENETUNREACH）'),
		hint: () => '請檢查網路是否已連線；IPv6 位址需要 IPv6，VPN 的位址需要 VPN。',
	},
	EHOSTDOWN: {
		message: noRoute('對端主機已關閉'),
		hint: () => '請檢查它是否已開機並已連線。',
	},
	ENETDOWN: {
		message: noRoute('網路介面已關閉'),
		hint: () => '請啟用網路介面：接上網路線、Wi-Fi 或 VPN。',
	},
	ENONET: {
		message: noRoute('本機不在任何網路中'),
		hint: () => '請接上網路線、Wi-Fi 或 VPN。',
	},
	EACCES: notPermitted('請檢查防火牆；廣播位址需要啟用廣播選項。'),
	EPERM: notPermitted('請檢查本機的防火牆：它拒絕傳往那裡的資料。'),
	ECONNREFUSED: {
		message: ({ target }) => `沒有程式在監聽 ${target}：連線遭拒。`,
		hint: ({ path }) =>
			path === undefined
				? '請檢查伺服器是否在那裡執行，以及位址和連接埠是否正確。'
				: '該通訊端是遺留的，或其伺服器不再接受連線：請重新啟動伺服器。',
	},
	ETIMEDOUT: {
		message: ({ target }) => `${target} 沒有及時回應，已逾時。`,
		hint: ({ verb }) =>
			verb === 'connect to'
				? '請檢查位址，以及途中是否有防火牆丟棄封包，或伺服器是否太忙而無法接受連線。'
				: '對端主機或中間的網路已斷開：請檢查網路線、Wi-Fi 或 VPN，然後重新連線。',
	},
	EADDRINUSE: {
		message: (asked) =>
			isOutward(asked) ? `用於 ${asked.target} 的本機位址或連接埠已被佔用。` : `${asked.target} 已被佔用。`,
		hint: (asked) =>
			isOutward(asked)
				? '本機連接埠已被佔用，或因上一個連線處於 TIME_WAIT：請讓系統選擇連接埠。'
				: `請使用其他${asked.path === undefined ? '連接埠' : '路徑'}，或停止佔用它的程式。`,
	},
	EADDRNOTAVAIL: {
		message: (asked) =>
			isOutward(asked) ? `本機沒有可到達 ${asked.target} 的位址或未使用的連接埠。` : `${asked.target} 不是本機的位址。`,
		hint: (asked) =>
			isOutward(asked)
				? '請檢查本機位址；如果有大量連線開啟或剛剛關閉，請等待連接埠釋出。'
				: '只供本機使用時用 127.0.0.1，供所有位址使用時用 0.0.0.0。',
	},
	EAFNOSUPPORT: {
		message: ({ target }) => `本機或該通訊端不支援 ${target} 的位址類型。`,
		hint: () => 'IPv4 通訊端使用 IPv4 位址，IPv6 通訊端使用 IPv6 位址；IPv6 可能已關閉。',
	},
	EALREADY: {
		message: ({ target }) => `正在開啟到 ${target} 的連線。`,
		hint: () => '請等待，或停止該端點後重新啟動。',
	},
	EINPROGRESS: {
		message: ({ target }) => `到 ${target} 的連線仍在開啟中。`,
		hint: () => '請等待，或設定連線逾時。',
	},
	EISCONN: {
		message: ({ target }) => `${target} 的通訊端已經連線。`,
		hint: () => '請停止該端點，然後重新啟動。',
	},
	EAGAIN: {
		message: ({ target, path, verb }) => {
			if (path === undefined) return `系統現在無法為 ${target} 服務：沒有可用的連接埠或空間。`;
			if (verb === 'connect to') return `${target} 處的伺服器佇列已滿：它沒有接受連線。`;
			return `${target} 的佇列已滿：對端沒有讀取。`;
		},
		hint: ({ path }) =>
			path === undefined ? '請稍後重試，或關閉一些連線。' : '請檢查對端程式是否仍在工作，或稍後重試。',
	},
	EREFUSED: {
		message: ({ target }) => `名稱伺服器拒絕回答 ${target} 是什麼。`,
		hint: () => '請檢查本機使用的名稱伺服器，或直接寫數字形式的位址。',
	},
	reset: {
		message: ({ target }) => `${target} 重設了連線。`,
		hint: () => '對端的程式當機了、沒有讀完就關閉了，或拒絕了資料：請檢視它的訊息。',
	},
	gone: {
		message: ({ target }) => `${target} 不再讀取：連線已關閉。`,
		hint: () => '資料還沒傳完，對端就結束了連線：請檢查它為什麼關閉，然後開啟新的連線。',
	},
	ENETRESET: {
		message: ({ target }) => `到 ${target} 的連線已中斷：網路被重設，或 keep-alive 沒有回應。`,
		hint: () => `請檢查中間的網路。${AGAIN}`,
	},
	ECONNABORTED: {
		message: ({ target }) => `與 ${target} 的連線在使用之前或使用期間被放棄。`,
		hint: () => '對端在被接受之前已離開，或防火牆或本機系統結束了它：請重試。',
	},
	ENOTCONN: { message: ({ target }) => `到 ${target} 的連線已不存在。`, hint: () => AGAIN },
	ESHUTDOWN: {
		message: ({ target }) => `到 ${target} 的連線的本端傳送方向已結束。`,
		hint: () => `此後不能再傳送。${AGAIN}`,
	},
	EDISCON: { message: ({ target }) => `${target} 已正常結束連線。`, hint: () => AGAIN },
	EOF: { message: ({ target }) => `在得到回答之前，${target} 結束了連線。`, hint: () => AGAIN },
	EDESTADDRREQ: {
		message: () => '該資料報沒有目的地。',
		hint: () => '請寫明傳送到哪裡，或為通訊端設定遠端位址。',
	},
	EMSGSIZE: {
		message: ({ target }) => `該資料報太大，無法傳送到 ${target}。`,
		hint: ({ path }) =>
			path === undefined
				? 'UDP 資料報在 IPv4 上最多 65,507 位元組，在 IPv6 上最多 65,527 位元組，某些路徑上更少：請分成幾部分傳送。'
				: 'Unix 通訊端的資料報必須能放入其傳送緩衝區（SO_SNDBUF）：請增大它，或分成幾部分傳送。',
	},
	EPROTO: {
		message: ({ target }) => `與 ${target} 之間的通訊協定被違反：無法理解收到的資料。`,
		hint: () => '請檢查雙方是否使用相同的通訊協定，例如是否都使用 TLS。',
	},
	EREMOTEIO: { message: ({ target }) => `${target} 的對端報告了故障。`, hint: () => AGAIN },
	EIO: {
		message: ({ target }) => `裝置或網路驅動程式在 ${target} 上失敗。`,
		hint: () => '請檢視系統的訊息，並嘗試其他網路介面。',
	},
	ECANCELED: {
		message: ({ target }) => `對 ${target} 的操作已取消：其通訊端在此期間被關閉。`,
		hint: () => '如果這不是本意，請重新開始。',
	},
	EINTR: { message: ({ target }) => `訊號中斷了對 ${target} 的操作。`, hint: () => '請再次執行。' },
	EUSERS: {
		message: () => '同時使用的使用者或此類通訊端太多。',
		hint: () => '請關閉一些連線，然後重試。',
	},
	elsewhere: {
		message: ({ verb, target, errno }) =>
			`無法${VERBS[verb]} ${target}：系統傳回了 ${errno}，通訊端通常不會報告這個錯誤。`,
		hint: () => '通訊端不應出現這個錯誤：請記下所做的操作，並檢視系統的訊息。',
	},
};
