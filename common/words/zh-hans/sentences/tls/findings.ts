import type { tlsFindings as english } from '../../../en/sentences/tls/findings.ts';
import type { Texts } from '../../../locale/texts.ts';

export const tlsFindings: Texts<typeof english> = {
	tlsPlainHttp: { message: '对端使用明文 HTTP，而不是 TLS。', hint: '请在对端使用 https://，或在本端关闭 TLS。' },
	tlsShowedNone: {
		message: '对端没有出示必需的证书。',
		hint: '请为客户端提供证书及其密钥，或在本端只请求、不要求证书。',
	},
	tlsWantsOurs: { message: '对端要求本端出示证书。', hint: '请设置客户端证书及其密钥。' },
	tlsNoCipher: { message: '对端与本端没有共同的加密套件。', hint: '请允许更多加密套件，或使用密钥类型不同的证书。' },
	tlsOursUntrusted: {
		message: '对端不信任本端证书的颁发机构。',
		hint: '请让对端信任该证书颁发机构：Wirebench 的证书颁发机构可在端点的对话框中导出，或用 "wirebench ca" 导出。',
	},
	tlsOursExpired: { message: '对端认为本端的证书已过期。', hint: '请查看本端使用的证书，以及对端信任哪些证书。' },
	tlsOursRevoked: { message: '对端认为本端的证书已被吊销。', hint: '请查看本端使用的证书，以及对端信任哪些证书。' },
	tlsOursRefused: { message: '对端不接受本端的证书。', hint: '请查看本端使用的证书，以及对端信任哪些证书。' },
	tlsNoAlpn: { message: '对端不支持所提供的任何应用协议（ALPN）。', hint: '请提供其他应用协议，或不提供。' },
	tlsNoVersion: { message: '对端与本端没有共同的 TLS 版本。', hint: '请在其中一端允许更旧或更新的版本。' },
	tlsNameUnknown: { message: '对端不认识所请求的名称。', hint: '请请求服务器具有的名称。' },
	tlsNothingCommon: {
		message: '对端没有找到两端都支持的握手参数（handshake failure）。',
		hint: '请比较两端的版本、加密套件和客户端证书。',
	},
	tlsNotTls: {
		message: '对端发来的不是 TLS。',
		hint: '请检查端口，以及两端是否都使用 TLS。有些协议先用明文，之后才切换。',
	},
	tlsBrokeOff: { message: ({ code }) => `对端中断了握手（${code}）。`, hint: '请比较两端允许的版本、加密套件和证书。' },
	certUnknownAuthority: {
		message: '由本端不信任的证书颁发机构签发。',
		hint: '如果您了解该证书颁发机构，请信任它的 CA 文件，或让服务器同时发送中间证书。',
	},
	certSelfSigned: { message: '是自签名的，没有任何机构为它担保。', hint: '请与服务器的管理者核对指纹，然后信任它。' },
	certExpired: { message: '已过期。', hint: '请更新证书，并检查本机的时钟。' },
	certNotYetValid: { message: '尚未生效。', hint: '请检查两台机器的时钟。' },
	certOtherName: { message: '属于另一个名称。', hint: '请连接到证书中的名称，或设置要请求的名称。' },
	certBadSignature: { message: '签名有误。', hint: '请由有权签发的证书颁发机构，为此用途签发证书。' },
	certRevoked: { message: '已被吊销。', hint: '请由有权签发的证书颁发机构，为此用途签发证书。' },
	certRejected: { message: '不能用于此用途。', hint: '请由有权签发的证书颁发机构，为此用途签发证书。' },
	certLongChain: { message: '证书链过长。', hint: '请由有权签发的证书颁发机构，为此用途签发证书。' },
	certPathLength: {
		message: '签发它的颁发机构无权签发其他颁发机构。',
		hint: '请由有权签发的证书颁发机构，为此用途签发证书。',
	},
	certInvalidCa: { message: '签发它的证书不属于颁发机构。', hint: '请由有权签发的证书颁发机构，为此用途签发证书。' },
	certPurpose: { message: '不是用于此目的。', hint: '请由有权签发的证书颁发机构，为此用途签发证书。' },
	certHostMismatch: { message: '属于另一个名称。', hint: '请由有权签发的证书颁发机构，为此用途签发证书。' },
	certShortKey: { message: '密钥过短。', hint: '请由有权签发的证书颁发机构，为此用途签发证书。' },
	certWeakDigest: { message: '签名使用的摘要算法过弱。', hint: '请由有权签发的证书颁发机构，为此用途签发证书。' },
	certNotAccepted: {
		message: ({ code }) => `不被接受（${code}）。`,
		hint: '请由有权签发的证书颁发机构，为此用途签发证书。',
	},
	tlsHandshakeRefused: ({ what, peer }) => `无法与 ${peer} 建立 TLS：${what}`,
	tlsBroken: ({ what, peer }) => `与 ${peer} 的 TLS 已结束：${what}`,
	certRefused: ({ what, peer }) => `${peer} 的证书不被接受：${what}`,
	certWrongName: ({ peer, names, expected }) =>
		`${peer} 的证书与所请求的名称不符：证书的名称是 ${names}，请求的是 ${expected}。`,
	certNoName: '没有任何名称',
	certWhy: ({ what }) => `${what}`,
	certNotAsked: '没有要求验证。',
	tlsNoProtocol: '没有 ALPN',
	tlsProtocol: ({ alpn }) => `ALPN 为 ${alpn}`,
	tlsNoServerName: '没有请求名称（SNI）',
	tlsServerName: ({ name }) => `请求的名称（SNI）为 ${name}`,
	tlsPeerShowedNone: '对端没有出示证书。',
	tlsPeerNoSubject: '没有名称',
	tlsPeerVerified: ({ subject, fingerprint }) => `对端的证书是 ${subject}，SHA-256 ${fingerprint}，已验证。`,
	tlsPeerUnverified: ({ subject, fingerprint, why }) =>
		`对端的证书是 ${subject}，SHA-256 ${fingerprint}，未验证：${why}`,
	tlsAgreed: ({ version, cipher, alpn, name, peer }) =>
		`TLS：${version}，${cipher}，${alpn}，${name}。抓包记录中是明文。${peer}`,
};
