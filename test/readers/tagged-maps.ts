const TAGS = ['str', 'null', 'bool', 'int', 'float', 'binary', 'timestamp', 'map', 'set', 'seq', 'omap', 'value', 'merge'];
const KEYS = ['=', '"="', '!!value k', 'a'];
const TEXTS = ['x', '3', '1.5', 'yes', 'aGk=', 'é', '""', '2001-01-01', '~', '-', '0x_', '!!str 5'];
const VALUES = [...TEXTS, '{=: 4}', '{b: 1}', '[1]', '{!!value q: on}'];

/** Maps with tags of texts, as values, as keys, and as all there is: PyYAML takes one for a text that has the member "=". */
export function taggedMaps(): string[] {
  return ['!own', '!', ...TAGS.map((tag) => `!!${tag}`)].flatMap((tag) =>
    VALUES.flatMap((value) => [
      `${tag} [${value}]\n`,
      `{${tag} [${value}]: {b: 1}}\n`,
      `{${tag} ${value}: {b: 1}}\n`,
      ...KEYS.flatMap((key) => {
        const map = `${tag} {${key}: ${value}}`;
        return [`${map}\n`, `a: ${map}\n`, `{${map}: 1}\n`, `{${map}: {b: 1}}\n`, `a: !!str {${map}: x}\n`];
      }),
    ]),
  );
}
