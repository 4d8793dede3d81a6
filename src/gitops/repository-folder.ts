import type { Arguments } from '../errors';

/** A folder of a repository, as Argo CD and Flux take it. */
export function folderIn(args: Arguments, argument: string, path: string): string {
  const rule = 'a folder of a repository is named from its root, without a slash at the beginning and without ".."';
  const remedy = 'Pass a path such as "dist/paris".';
  args.matching(argument, path, /^(?!\/)(?!(.*\/)?\.\.(\/|$)).+$/, rule, remedy, 'repository-path-invalid');
  return path;
}
