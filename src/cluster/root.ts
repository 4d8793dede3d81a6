import type { IConstruct } from 'constructs';

/** The app that a construct belongs to. Each construct asks for it, and `node.root` would list all the scopes in between. */
export function rootOf(scope: IConstruct): any {
  let root = scope;
  while (root.node.scope !== undefined) {
    root = root.node.scope;
  }
  return root;
}
