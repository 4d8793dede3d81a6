import * as fc from 'fast-check';
import { FRAGMENTS } from './hostile-texts';

/** Documents that load, with most of what YAML has. */
const DOCUMENTS = [
  `packages: [nginx, "git"]
write_files:
- path: /etc/x
  content: |
    a

      b
  permissions: '0644'
- {path: /etc/y, content: !!binary "aGVsbG8="}
runcmd:
- [ls, -l, /]
- "echo: \\x41\\
  on"
users:
  - default
  - name: web
    sudo: ALL=(ALL) NOPASSWD:ALL
`,
  `%YAML 1.1
%TAG !e! tag:example.com,2000:
---
version: 2
ethernets:
  eth0: &card
    dhcp4: true
    match: {macaddress: "52:54:00:00:00:01"}
  eth1:
    <<: *card
    addresses: [10.0.0.1/24, fd00::1/64]
...
`,
  `a: 2001-12-14
b: 12:30:45
c: 0x1F
d: ! "12"
e: {a: b, c, ? d : e, "f":g}
f: [a: b, c, ? d : e]
? >-
  folded
  key
: !!set {x, y}
g: !!omap [a: 1]
h: &self [*self]
plain: several
  lines
`,
];

const PARTS = [
  ...FRAGMENTS,
  ...[
    '\n',
    '\n  ',
    '\n- ',
    '\n  - ',
    '{',
    '}',
    '[',
    ']',
    ', ',
    '!!set ',
    '!!omap ',
    '!!pairs ',
    '!!binary ',
    '!!str ',
    '!!bool ',
    '!!float ',
  ],
  ...[
    '!!null ',
    '!!timestamp ',
    '!!seq ',
    '!!map ',
    '!x ',
    '!e!x ',
    '!<tag:yaml.org,2002:int> ',
    '%TAG ! tag:x,2000:\n',
    '--- ',
    '\\x41',
    '\\u12',
    '\\',
  ],
  ...['<<: ', '<<: *card', '=: ', '0b_', '2001-99-99', '|2\n', '>1-\n', '| # c\n', '{1: 2}: 3', '&b ', '*card', '%41', '# c'],
];
const part = fc.constantFrom(...PARTS);

interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.constantFrom(0, 0, 1, 2, 5),
  inserted: fc.oneof(part, fc.constant('')),
});

/** Documents of which PyYAML loads some, and refuses others for any of its reasons. */
export const yamlDocument: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...DOCUMENTS), fc.array(edit, { minLength: 1, maxLength: 3 })).map(edited) },
  { weight: 1, arbitrary: fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')) },
);

function edited([document, edits]: [string, Edit[]]): string {
  return edits.reduce((text, { at, removed, inserted }) => {
    const position = Math.floor(at * text.length);
    return text.slice(0, position) + inserted + text.slice(position + removed);
  }, document);
}
