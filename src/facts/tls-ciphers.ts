const KEY_EXCHANGES = ['ECDHE_ECDSA', 'ECDHE_RSA'];
const ELLIPTIC = ['AES_128_CBC_SHA', 'AES_256_CBC_SHA', 'AES_128_CBC_SHA256', 'AES_128_GCM_SHA256', 'AES_256_GCM_SHA384', 'RC4_128_SHA'];
const PLAIN = [
  'AES_128_CBC_SHA',
  'AES_256_CBC_SHA',
  'AES_128_CBC_SHA256',
  'AES_128_GCM_SHA256',
  'AES_256_GCM_SHA384',
  'RC4_128_SHA',
  '3DES_EDE_CBC_SHA',
];

/**
 * The names of ciphers that KubeVirt's components take, secure or not.
 *
 * Source: `CipherSuites` and `InsecureCipherSuites` of Go's crypto/tls.
 */
export const TLS_CIPHERS: readonly string[] = [
  ...KEY_EXCHANGES.flatMap((exchange) => [...ELLIPTIC, 'CHACHA20_POLY1305_SHA256'].map((cipher) => `TLS_${exchange}_WITH_${cipher}`)),
  'TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA',
  ...PLAIN.map((cipher) => `TLS_RSA_WITH_${cipher}`),
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
];
