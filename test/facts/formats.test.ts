import {
  ANNOTATION_KEY,
  DECISION_GROUP_NAME,
  DISK_SERIAL,
  DNS_1035_LABEL,
  DNS_LABEL,
  DNS_SUBDOMAIN,
  FILE_PATH,
  type Format,
  hasFormat,
  INTERFACE_NAME,
  LABEL_KEY,
  LABEL_VALUE,
  LABEL_VALUE_IN_USE,
  MAC_ADDRESS,
  NODE_COUNT,
  PCI_ADDRESS,
  POOL_PERCENTAGE,
  PORT_NAME,
  REGISTRY_URL,
} from '../../src/facts';

const letters = (count: number) => 'n'.repeat(count);

/** Texts that the function of Kubernetes or KubeVirt named in the format's comment takes, and texts that it refuses. */
const CASES: [name: string, format: Format, taken: string[], refused: string[]][] = [
  ['DNS label', DNS_LABEL, ['a', '7', 'web-2', 'a--b', letters(63)], ['', 'Web', 'web_2', 'a.b', '-web', 'web-', 'web\n', letters(64)]],
  ['DNS-1035 label', DNS_1035_LABEL, ['a', 'web-2', letters(63)], ['', '7', '7web', 'Web', 'a.b', 'web-', 'web\n', letters(64)]],
  [
    'DNS subdomain',
    DNS_SUBDOMAIN,
    ['web', '7', 'u1.medium', `${letters(64)}.a`, letters(253)],
    ['', 'Web', 'a..b', 'a.-b', '.web', 'web.', 'web\n', letters(254)],
  ],
  ['name of a group of clusters', DECISION_GROUP_NAME, ['a1', 'Eu_1.b', letters(63)], ['', 'a', '-a', 'a-', 'a b', 'a1\n', letters(64)]],
  ['label value', LABEL_VALUE, ['', 'a', 'Web_1.b', letters(63)], ['-a', 'a-', 'a b', 'a/b', 'a\n', letters(64)]],
  ['label value that is not empty', LABEL_VALUE_IN_USE, ['a', 'Web_1.b', letters(63)], ['', '-a', 'a b', letters(64)]],
  [
    'label key',
    LABEL_KEY,
    ['app', 'App_1.x', 'kubernetes.io/hostname', `${letters(64)}.a/b`, `${letters(253)}/${letters(63)}`],
    ['', '/', '/a', 'a/', 'a/b/c', 'A.io/b', 'a_b/c', '-a', 'a b', 'a\n', `${letters(254)}/a`, letters(64)],
  ],
  ['annotation key', ANNOTATION_KEY, ['app', 'A.io/b', 'a.io/B'], ['', '/a', 'a b', 'a_b/c', letters(64)]],
  ['port name', PORT_NAME, ['http', 'a', '9p', letters(15)], ['', '80', 'Http', 'a--b', '-a', 'a-', 'a.b', letters(16)]],
  ['number or percentage of nodes', NODE_COUNT, ['0', '2', '17', '0%', '05%', '100%'], ['', '101%', '-1', '1.5', '40 %', 'two', '2\n']],
  ['percentage of a pool', POOL_PERCENTAGE, ['1%', '100%', '05%', '+5%'], ['', '0%', '101%', '5', '-5%', ' 5%', '5%%']],
  [
    'MAC address',
    MAC_ADDRESS,
    ['02:1a:4a:16:01:51', '02:1A:4A:16:01:51', '02-1a-4a-16-01-51', '021a.4a16.0151'],
    [
      '',
      '02:1a-4a:16-01:51',
      '02:1a:4a:16:01',
      '02:1a:4a:16:01:51:00',
      '021a4a160151',
      '2:1a:4a:16:1:51',
      '02-1a-4a-16.01.51',
      '0g:1a:4a:16:01:51',
    ],
  ],
  [
    'PCI address',
    PCI_ADDRESS,
    ['0000:81:01.0', '0000:00:1F.7', 'ffff:ff:ff.0'],
    ['', '81:01.0', '0000:81:01', '0000:81:01.8', '0000:81:01.00', '0x0000:81:01.0'],
  ],
  ['serial number of a disk', DISK_SERIAL, ['CVLY623300HK', 'a.b_c+d-1', letters(256)], ['', 'a b', 'ä', 'a/b', 'a\n', letters(257)]],
  [
    'path of a file',
    FILE_PATH,
    ['/disk', '/disk/image.qcow2', '/disk/', '/..disk/...', '/a b'],
    ['', '/', '//', 'disk', './disk', '/./disk', '/disk/..', '/disk//image', '/disk//'],
  ],
  [
    'URL of a registry',
    REGISTRY_URL,
    ['docker://quay.io/a/b:1', 'DOCKER://a', 'oci-archive:///a.tar', 'oci-archive:/a.tar'],
    ['', 'quay.io/a/b', 'docker:a', 'docker://', 'docker:// a', 'https://quay.io/a'],
  ],
  ['interface name', INTERFACE_NAME, ['default', 'A_b-1', letters(99)], ['', 'a.b', 'a b', 'a\n']],
];

describe.each(CASES)('%s', (_name, format, taken, refused) => {
  test.each(taken)('%j is one', (text) => {
    expect(hasFormat(text, format)).toBe(true);
  });

  test.each(refused)('%j is none', (text) => {
    expect(hasFormat(text, format)).toBe(false);
  });
});
