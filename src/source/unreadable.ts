const REASONS: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'The rights are missing to read it. Run as a user who may, or leave it out.'],
  ['EPERM', 'The rights are missing to read it. Run as a user who may, or leave it out.'],
  ['ENOENT', 'It leads to nothing: a link whose target is gone, or a file that was removed meanwhile. Remove the link, or leave it out.'],
  ['ELOOP', 'The link leads to itself. Remove it, or leave it out.'],
  ['ENOTDIR', 'What is before the last / is a file, not a folder. Correct the path.'],
  ['ENAMETOOLONG', 'The name is longer than a file may have. Correct the path.'],
  ['EISDIR', 'It is a folder. Name the files in it, or the folder as a whole.'],
  ['ERR_FS_FILE_TOO_LARGE', 'It is larger than can be read. Split it.'],
]);

/** Why a file cannot be read, in sentences. */
export function unreadable(error: unknown): string {
  const code = String((error as NodeJS.ErrnoException).code ?? error);
  return REASONS.get(code) ?? `It cannot be read (${code}).`;
}
