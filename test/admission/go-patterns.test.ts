import { ecmaScript } from '../../src/admission/structure/go-patterns';

test.each([
  ['^[^%[:cntrl:]]+$', ['a]b', '\u0085'], ['%', 'a\u0001', 'a\u007f']],
  ['^[[:cntrl:]a]+$', ['a\n'], [':', 'c]']],
  ['^[^][()]+$', ['abc'], ['a]', '[b', '(']],
  ['^[]a]+$', ['a]'], ['b', '']],
  ['^[\\]a[]+$', ['a][', ']'], ['\\']],
  ['^\\[[a-z]\\]$', ['[a]'], ['a', '[[a]]']],
  ['^(?i)text/[a-z]+$', ['TEXT/html'], ['text/']],
])('%j is read as Go reads it', (pattern, matched, unmatched) => {
  const expression = ecmaScript(pattern);
  expect(matched.filter((text) => !expression.test(text))).toEqual([]);
  expect(unmatched.filter((text) => expression.test(text))).toEqual([]);
});

test('a format of HAProxy is matched in one way only', () => {
  const expression = ecmaScript(
    '^(%(%|(\\{[-+]?[QXE](,[-+]?[QXE])*\\})?([A-Za-z]+|\\[[.0-9A-Z_a-z]+(\\([^)]+\\))?(,[.0-9A-Z_a-z]+(\\([^)]+\\))?)*\\]))|[^%[:cntrl:]])*$',
  );
  expect(['', '100%%', '%ci:%cp', '%{+X,-Q}o', '%[req.hdr(a),lower]b'].filter((text) => !expression.test(text))).toEqual([]);
  expect(['%', '%1', '%[a', 'a\n', `${'%aaaaaaaa'.repeat(1000)}%`].filter((text) => expression.test(text))).toEqual([]);
});
