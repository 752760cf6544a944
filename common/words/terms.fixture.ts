/** A term in three languages: what the English text contains, and what the Chinese one has to contain then. */
export interface Term {
	readonly en: RegExp;
	readonly hans: RegExp;
	readonly hant: RegExp;
}

/** The terms that all texts use. */
export const TERMS: readonly Term[] = [
	{ en: /\bendpoints?\b/i, hans: /端点/, hant: /端點/ },
	{ en: /\bservers?\b/i, hans: /服务器/, hant: /伺服器/ },
	{ en: /\bclients?\b/i, hans: /客户端/, hant: /用戶端/ },
	{ en: /\bconnections?\b/i, hans: /连接/, hant: /連線/ },
	{ en: /\baddress(es)?\b/i, hans: /地址/, hant: /位址/ },
	{ en: /\bports?\b/i, hans: /端口/, hant: /連接埠/ },
	{ en: /\bhost names?\b/i, hans: /主机名/, hant: /主機名稱/ },
	{ en: /\bsockets?\b/i, hans: /套接字/, hant: /通訊端/ },
	{ en: /\bdatagrams?\b/i, hans: /数据报/, hant: /資料報/ },
	{ en: /\bpackets?\b/i, hans: /数据包|丢包|粘包/, hant: /封包|遺失|黏包/ },
	{ en: /\bbytes?\b/i, hans: /字节/, hant: /位元組/ },
	{ en: /\bbits?\b/i, hans: /比特/, hant: /位元/ },
	{ en: /\bmessages?\b/i, hans: /消息/, hant: /訊息/ },
	{ en: /\bframing\b/i, hans: /分帧/, hant: /分框/ },
	{ en: /\bpayloads?\b/i, hans: /载荷/, hant: /承載資料/ },
	{ en: /\bcaptures?\b/i, hans: /抓包记录/, hant: /擷取記錄/ },
	{ en: /\bfilters?\b/i, hans: /过滤/, hant: /篩選/ },
	{ en: /\bresponders?\b/i, hans: /应答器/, hant: /回應器/ },
	{ en: /\brules?\b/i, hans: /规则/, hant: /規則/ },
	{ en: /\bscripts?\b/i, hans: /脚本/, hant: /指令碼/ },
	{ en: /\bworkspaces?\b/i, hans: /工作区/, hant: /工作區/ },
	{ en: /\bprox(y|ies)\b/i, hans: /代理/, hant: /代理/ },
	{ en: /\bfaults?\b/i, hans: /故障/, hant: /故障/ },
	{ en: /\bdelay\b/i, hans: /延迟/, hant: /延遲/ },
	{ en: /\bjitter\b/i, hans: /抖动/, hant: /抖動/ },
	{ en: /\bbandwidth\b/i, hans: /带宽/, hant: /頻寬/ },
	{ en: /\bcertificates?\b/i, hans: /证书/, hant: /憑證/ },
	{ en: /\brefused\b/i, hans: /被拒绝|拒绝/, hant: /遭拒|拒絕/ },
	{ en: /\bunreachable\b/i, hans: /不可达/, hant: /無法到達/ },
	{ en: /\btime ?outs?\b/i, hans: /超时/, hant: /逾時/ },
	{ en: /\bthreads?\b/i, hans: /线程/, hant: /執行緒/ },
	{ en: /\bprocess(es)?\b/i, hans: /进程/, hant: /處理程序/ },
	{ en: /\bbuffers?\b/i, hans: /缓冲区/, hant: /緩衝區/ },
	{ en: /\bqueues?\b/i, hans: /队列/, hant: /佇列/ },
	{ en: /\bcharsets?\b/i, hans: /字符集/, hant: /字元集/ },
	{ en: /\bchecksums?\b/i, hans: /校验和/, hant: /總和檢查碼/ },
	{ en: /\bcolumns?\b/i, hans: /列/, hant: /欄/ },
	{ en: /\bsettings?\b/i, hans: /设置/, hant: /設定/ },
	{ en: /\bfiles?\b/i, hans: /文件/, hant: /檔案/ },
	{ en: /\bfolders?\b/i, hans: /文件夹/, hant: /資料夾/ },
	{ en: /\bdefaults?\b/i, hans: /默认/, hant: /預設/ },
	{ en: /\boptions?\b/i, hans: /选项/, hant: /選項/ },
	{ en: /\bpeers?\b/i, hans: /对端/, hant: /對端/ },
	{ en: /\bagents?\b/i, hans: /智能体/, hant: /智慧體/ },
	{ en: /\bpresets?\b/i, hans: /预设/, hant: /預設組態/ },
	{ en: /\btemplates?\b/i, hans: /模板/, hant: /範本/ },
	{ en: /\bvariables?\b/i, hans: /变量/, hant: /變數/ },
	{ en: /\bcolour rules?\b/i, hans: /颜色规则/, hant: /顏色規則/ },
	{ en: /\bregular expressions?\b/i, hans: /正则表达式/, hant: /正規表示式/ },
	{ en: /\bpassphrases?\b/i, hans: /密码短语/, hant: /密碼短語/ },
	{ en: /\bprivate keys?\b/i, hans: /私钥/, hant: /私密金鑰/ },
	{ en: /\bciphers?\b/i, hans: /加密套件/, hant: /加密套件/ },
	{ en: /\bhandshakes?\b/i, hans: /握手/, hant: /交握/ },
	{ en: /(?<!Context |Anything )\bprotocols?\b/i, hans: /协议/, hant: /通訊協定/ },
	{ en: /\bload tests?\b/i, hans: /负载测试/, hant: /負載測試/ },
	{ en: /\bloss reports?\b/i, hans: /丢失报告/, hant: /遺失報告/ },
	{ en: /\bnumbered messages?\b/i, hans: /编号消息/, hant: /編號訊息/ },
	{ en: /\bsequence diagrams?\b/i, hans: /时序图/, hant: /循序圖/ },
	{ en: /\bconversations?\b/i, hans: /会话/, hant: /對話/ },
	{ en: /\bexit codes?\b/i, hans: /退出码/, hant: /結束代碼/ },
	{ en: /\boffsets?\b(?!=)/i, hans: /偏移/, hant: /位移/ },
	{ en: /\bsegments?\b/i, hans: /分段/, hant: /分段/ },
];

/** Words of the other side of the strait, which a reader of this one would stumble over. */
export const FOREIGN: Readonly<Record<'hans' | 'hant', RegExp>> = {
	hans: /伺服|封包|位址|资料夹|档案|讯息|预设值|萤幕|滑鼠|程式|连线|指令码/,
	hant: /服務器|數據|信息|文件|默認|端口|地址|消息|網絡|線程|進程|隊列|證書|設置|快捷鍵|過濾|保存|打開|客戶端|超時|字節|腳本|字段|載荷|抓包|日誌|連接(?!埠)|屏幕|鼠標|剪貼板|菜單|導出|導入|加載|刷新|撤銷|運行|打印|支持|十六進制|添加|占用|空閒|逐個/,
};

/** Characters that only one of the scripts has, of those that these texts use most. */
export const OTHER_SCRIPT: Readonly<Record<'hans' | 'hant', RegExp>> = {
	hans: /[個們來這對為時會過還進開關閉連線訊擷記錄選擇顯檔儲設預應執載從後與樣數據資無寫讀發換轉離結構總檢報點擊體處環節實測試驗際組區傳輸變條讓該說話語請問題單雙萬億幾]/,
	hant: /[个们来这对为时会过还进开关闭连线讯记录选择显储设预应执载从与样数据资无写读发换转离结构总检报点击体处环节实测试验际组区传输变条让该说话语请问题单双万亿几]/,
};
