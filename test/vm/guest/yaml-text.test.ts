import { CloudInit } from 'cdk8s-kubevirt';
import { thrownBy } from '../../support/thrown';

function written(config: Record<string, unknown>): string {
  return CloudInit.fromCloudConfig(config)._userData([]) ?? '';
}

test('what stands in quotes, in blocks and as it is', () => {
  const file = (content: string) => ({ path: '/etc/x', content });
  expect(
    written({
      write_files: [
        file('[Unit]\nDescription=a file\n\n  as it is: #1\n'),
        file('all:\n\techo tabs within\n'),
        file('\tbegins with a tab\n  and goes on\\\n \n'),
        file('one\r\ntwo'),
        file('ends late\n\n\n'),
        file('tab\there'),
        file('\u0000\u007f\u0085\u2028\ufeff\uffff😀'),
      ],
      runcmd: [['sh', '-c', '--flag', '-1', '', 'a: b', 'a #b', 'äöü 日本']],
    }),
  ).toBe(`#cloud-config
write_files:
  - path: /etc/x
    content: |
      [Unit]
      Description=a file

        as it is: #1
  - path: /etc/x
    content: |
      all:
      \techo tabs within
  - path: /etc/x
    content: "\\
      \\tbegins with a tab\\n\\
      \\  and goes on\\\\\\n\\
      \\ \\n"
  - path: /etc/x
    content: "\\
      one\\r\\n\\
      two"
  - path: /etc/x
    content: |+
      ends late


  - path: /etc/x
    content: "tab\\there"
  - path: /etc/x
    content: "\\u0000\\u007F\\u0085\\u2028\\uFEFF\\uFFFF\\U0001F600"
runcmd:
  - - sh
    - -c
    - --flag
    - "-1"
    - ""
    - "a: b"
    - "a #b"
    - "äöü 日本"
`);
});

test('what is no text, and what only looks like something else', () => {
  expect(
    written({
      numbers: [1, -1.5, 1e21, 5e-324],
      flags: [true, null],
      empty: [[], { left: undefined }, [[]]],
      words: ['yes', 'y', 'NULL', 'e1', '0o17', '1_000', '=', '<<', '2001-01-01', '12:30:45'],
      'a key: with a colon': { on: 1, '': 2, [`k${'x'.repeat(1000)}`]: { a: 1 } },
      day: new Date(0),
    }),
  ).toBe(`#cloud-config
numbers:
  - 1
  - -1.5
  - 1.0e+21
  - 5.0e-324
flags:
  - true
  - null
empty:
  - []
  - {}
  - - []
words:
  - "yes"
  - "y"
  - "NULL"
  - "e1"
  - "0o17"
  - "1_000"
  - "="
  - "<<"
  - "2001-01-01"
  - "12:30:45"
"a key: with a colon":
  "on": 1
  "": 2
  ? k${'x'.repeat(1000)}
  :
    a: 1
day: "1970-01-01T00:00:00.000Z"
`);
});

const loop: Record<string, unknown> = {};
loop.again = loop;

test.each<[string, unknown, string]>([
  [
    'half of a surrogate pair in a key',
    { 'a b\udc00': 1 },
    'the key of config["a b\\udc00"] is a text of 4 characters: U+DC00 at position 3 is half of a surrogate pair, and no character. Remove it; bytes that are no text go into a file in base64. (guest-text-invalid)',
  ],
  [
    'NUL in the path of a file',
    { write_files: [{ path: '/a\0', content: '\0' }] },
    'config.write_files[0].path is a text of 3 characters: U+0000 at position 2 ends a text in Linux, and only the content of a file may have it. Remove it. (guest-text-invalid)',
  ],
  [
    'a number that is none',
    { swap: { size: Number.NaN } },
    'config.swap.size is NaN: a cloud-config has texts, finite numbers, booleans, null, lists and maps. Pass one of these. (guest-data-invalid)',
  ],
  [
    'a function',
    { bootcmd: [() => 1] },
    'config.bootcmd[0] is a function: a cloud-config has texts, finite numbers, booleans, null, lists and maps. Pass one of these. (guest-data-invalid)',
  ],
  [
    'a bigint',
    { a: 1n },
    'config.a is a bigint: a cloud-config has texts, finite numbers, booleans, null, lists and maps. Pass one of these. (guest-data-invalid)',
  ],
  [
    'an object of a class, which would be an empty map',
    { a: new Map([['b', 1]]) },
    'config.a is a Map: a cloud-config has texts, finite numbers, booleans, null, lists and maps. Pass one of these. (guest-data-invalid)',
  ],
  [
    'data that contains itself',
    loop,
    `config${'.again'.repeat(101)} is an object: it is nested more than 100 levels deep, or contains itself. Pass less deeply nested data. (guest-data-invalid)`,
  ],
])('refuses %s', (_name, config, message) => {
  expect(thrownBy(() => CloudInit.fromCloudConfig(config as Record<string, unknown>))).toBe(`[CloudInit.fromCloudConfig] ${message}`);
});

test('refuses half of a surrogate pair in user data that is handed over as it is', () => {
  expect(thrownBy(() => CloudInit.fromUserData('#!/bin/sh\n\ud800'))).toBe(
    '[CloudInit.fromUserData] userData is a text of 11 characters: U+D800 at position 10 is half of a surrogate pair, and no character. Remove it; bytes that are no text go into a file in base64. (guest-text-invalid)',
  );
});
