/** Loaded when there is a diff to print. */
interface DiffModule {
  readonly createTwoFilesPatch: (
    oldName: string,
    newName: string,
    oldText: string,
    newText: string,
    oldHeader: undefined,
    newHeader: undefined,
    options: { readonly context: number },
  ) => string;
}

const NONE = '/dev/null';

/** A unified diff for patch and git apply; empty where nothing differs. An undefined text is that of a file that is not there. */
export function diffOf(path: string, old: string | undefined, fresh: string | undefined): string {
  if (old === fresh) {
    return '';
  }
  const { createTwoFilesPatch }: DiffModule = require('diff');
  const [from, to] = [old === undefined ? NONE : `a/${path}`, fresh === undefined ? NONE : `b/${path}`];
  return createTwoFilesPatch(from, to, old ?? '', fresh ?? '', undefined, undefined, { context: 3 }).replace(/^=+\n/, '');
}
