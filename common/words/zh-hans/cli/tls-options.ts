import type { tlsOptions as english } from '../../en/cli/tls-options.ts';
import type { Texts } from '../../locale/texts.ts';

export const tlsOptions: Texts<typeof english> = {
	cert: 'PEM 格式的证书，其后是签发它的证书',
	key: 'PEM 格式的私钥；省略时在证书文件中',
	passphraseFile: '文件的第一行是私钥的密码短语',
	names: '所生成证书的名称和地址，以逗号分隔',
	flaw: '生成有问题的证书',
	clientCert: '客户端的证书',
	clientCa: '信任谁签发的客户端；省略时为 Wirebench 的证书颁发机构',
	made: '出示为这些名称生成的证书',
	ca: '除系统和 Wirebench 的证书颁发机构外，也信任此 CA',
	servername: '请求（SNI）并验证的名称；省略时为主机',
	insecure: '也连接不可信任的服务器',
	alpn: '应用协议，优先的在前，以逗号分隔',
	min: '最低版本（默认 TLSv1.2）',
	max: '最高版本（默认 TLSv1.3）',
	ciphers: 'OpenSSL 写法的加密套件',
	handshakeTimeout: '整个握手的时限（默认 10000）',
	needs: (option, other) => `${option} 需要 ${other}。`,
	passphrase: (path, why) => `密码短语文件 ${path} 无法读取（${why}）。`,
	proxy: {
		cert: '在 tls:// 上监听：PEM 格式的证书；省略时自动生成',
		ca: '目标为 tls:// 时：也信任此 CA',
		servername: '向目标请求（SNI）并验证的名称；省略时为其主机',
		insecure: '也连接不可信任的目标',
		forListening: (option) => `${option} 及类似选项用于在 tls://HOST:PORT 上监听。`,
		forTarget: (option) => `${option} 及类似选项用于目标 tls://HOST:PORT。`,
	},
	place: {
		ca: '使用 TLS 的客户端：也信任此 CA',
		insecure: '使用 TLS 的客户端：也连接不可信任的服务器',
		cert: '使用 TLS 时：自己的 PEM 格式证书；省略时服务器的证书自动生成',
		onlyTls: 'TLS 的选项用于 tls://HOST:PORT 地址。',
	},
};
