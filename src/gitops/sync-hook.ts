import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { Arguments } from '../errors';
import { ArgoAnnotation } from '../facts';

/**
 * Objects that Argo CD applies around a sync instead of keeping them: a Job that asks whether a cluster is ready, a snapshot before a change,
 * a test afterwards.
 *
 * Flux has no hooks: there, put the object into a Kustomization of its own, and have the others depend on it.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/resource_hooks/
 */
export class SyncHook {
  /**
   * Applies an object before each sync, which waits for it and fails with it. It is deleted before the next one.
   *
   * @param construct a construct with an object, or an `ApiObject`
   * @throws when it has no object, or several (`hook-without-object`)
   */
  public static before(construct: IConstruct): void {
    annotate(construct, 'PreSync');
  }

  /**
   * Applies an object after each sync that went well. It waits until everything is healthy, halted VMs too: see `ArgoApplication.healthCustomizations`.
   *
   * @param construct a construct with an object, or an `ApiObject`
   * @throws when it has no object, or several (`hook-without-object`)
   */
  public static after(construct: IConstruct): void {
    annotate(construct, 'PostSync');
  }

  private constructor() {}
}

function annotate(construct: IConstruct, phase: string): void {
  const objects = construct.node.findAll().filter(ApiObject.isApiObject);
  if (objects.length !== 1) {
    const rule = `a hook is one object, and this construct has ${objects.length}`;
    new Arguments(construct.node.path).refuse('hook-without-object', 'construct', construct.node.path, rule, 'Pass each by itself.');
  }
  const [{ metadata }] = objects;
  metadata.addAnnotation(ArgoAnnotation.HOOK, phase);
  metadata.addAnnotation(ArgoAnnotation.HOOK_DELETE_POLICY, 'BeforeHookCreation');
}
