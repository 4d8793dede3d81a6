import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { call } from '../cli/harness';
import { REPOSITORY } from './fence';

const PAGES = ['README.md', 'action.yml', ...readdirSync(join(REPOSITORY, 'docs')).map((file) => `docs/${file}`)].filter((file) =>
  /\.(md|yml)$/.test(file),
);

/** Calls of the command in blocks of code, up to the end of the line or of the call; those that go on in the next line with it. */
const CALLS = PAGES.flatMap((file) =>
  [...readFileSync(join(REPOSITORY, file), 'utf8').matchAll(/^```\w+\n([\s\S]*?)^```/gm)].flatMap(([, code]) =>
    [
      ...code
        .replace(/\n +(?=--)/g, ' ')
        .matchAll(/cdk8s-kubevirt(?:@\S+)? (audit|fix|harden|explain|rules|profile|init|capacity|recovery|fleet diff)\b([^\n|>'&]*)/g),
    ].map(([text, command, rest]) => ({
      file,
      text,
      command,
      options: [...rest.matchAll(/(?<=\s)--?[a-z][a-z-]*/g)].map(([option]) => option),
    })),
  ),
);

test('pages call the command', () => {
  expect(CALLS.length).toBeGreaterThan(40);
  expect(new Set(CALLS.map(({ command }) => command)).size).toBe(10);
});

test.each([...new Set(CALLS.map(({ command }) => command))])('every option of %s in a page exists', async (command) => {
  const { out } = await call([...command.split(' '), '--help']);
  const known = new Set([...out.matchAll(/(?<=[\s,])--?[a-z][a-z-]*/g)].map(([option]) => option));
  const unknown = CALLS.filter((one) => one.command === command && one.options.some((option) => !known.has(option)));
  expect(unknown).toEqual([]);
});
