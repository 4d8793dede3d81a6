import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'cdk8s';
import { yamlPackage } from '../cluster/cdk8s-internals';
import { Arguments } from '../errors';
import { groupIn, isClusterScoped } from '../facts';
import type { DeliveredObject } from './delivered-object';

const EXTENSIONS = ['.yaml', '.yml', '.json'];
/** What Kustomize reads in a folder itself, and nobody applies. */
const KUSTOMIZATION = /^kustomization\.ya?ml$/;

/**
 * What Open Cluster Management delivers. The objects stand in the work itself: there is no repository that a cluster would read.
 *
 * They are taken as they are at this moment.
 */
export class OcmManifests {
  /**
   * All objects of another app, which is made for the managed cluster. It is judged by the rules as in its own synth, and what is an error
   * there is one here.
   *
   * @param app the app, with all its charts
   * @throws when the app cannot be synthesized
   */
  public static fromApp(app: App): OcmManifests {
    return new OcmManifests(objectsIn('app', 'OcmManifests.fromApp', app.synthYaml()));
  }

  /**
   * All objects in the YAML and JSON files of a folder, and of those below it: what a `Fleet` has written for a cluster.
   *
   * @param path the folder
   * @throws when it cannot be read, or a file in it is no YAML or holds no objects (`manifests-unreadable`)
   */
  public static fromFolder(path: string): OcmManifests {
    return new OcmManifests(
      filesIn(path).flatMap((file) => objectsIn('path', 'OcmManifests.fromFolder', readFileSync(file, 'utf8'), file)),
    );
  }

  /** @internal */
  public readonly _objects: readonly DeliveredObject[];

  private constructor(objects: readonly DeliveredObject[]) {
    this._objects = objects;
  }

  /** How many objects there are. */
  public get count(): number {
    return this._objects.length;
  }
}

function filesIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && EXTENSIONS.some((end) => entry.name.endsWith(end)));
    return files
      .filter(({ name }) => !KUSTOMIZATION.test(name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    return refuse('path', 'OcmManifests.fromFolder', folder, (error as Error).message);
  }
}

function objectsIn(argument: string, subject: string, text: string, file = argument): DeliveredObject[] {
  const documents = yamlPackage().parseAllDocuments(text, { version: '1.1' });
  const [fault] = documents.flatMap(({ errors }) => errors);
  if (fault !== undefined) {
    refuse(argument, subject, file, fault.message.split(/:?\n/)[0]);
  }
  return documents
    .flatMap((document) => itemsOf(document.toJS()))
    .map((object) => asObject(object) ?? refuse(argument, subject, file, 'a document is no object of Kubernetes'));
}

/** A list of objects as what it holds; an empty document as nothing. */
function itemsOf(document: any): unknown[] {
  if (document === null || document === undefined) {
    return [];
  }
  return typeof document.kind === 'string' && document.kind.endsWith('List') && Array.isArray(document.items) ? document.items : [document];
}

function asObject(value: any): DeliveredObject | undefined {
  return typeof value?.apiVersion === 'string' && typeof value.kind === 'string' ? inPlace(value) : undefined;
}

/**
 * cdk8s writes the namespace of a chart on everything in it. On what belongs to no namespace kubectl does not mind; the agent looks for it
 * there, and takes no rule for it that has none.
 *
 * @see https://github.com/open-cluster-management-io/ocm/blob/v1.3.1/pkg/work/helper/helpers.go (`BuildResourceMeta`)
 */
function inPlace(object: DeliveredObject): DeliveredObject {
  const { namespace, ...metadata } = object.metadata ?? {};
  return namespace !== undefined && isClusterScoped(groupIn(object.apiVersion), object.kind) ? { ...object, metadata } : object;
}

function refuse(argument: string, subject: string, file: string, rule: string): never {
  const remedy = 'Pass a folder that holds nothing but manifests: what cdk8s or a fleet has written.';
  return new Arguments(subject).refuse('manifests-unreadable', argument, JSON.stringify(file), rule, remedy);
}
