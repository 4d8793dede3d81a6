import { dirname } from 'node:path';
import type { ApiObject, JsonPatch } from 'cdk8s';
import type { IConstruct } from 'constructs';

/*
 * What this library knows of cdk8s beyond its documented API, all of it but what `src/synth` stands in for. A contract test holds each
 * assumption against the release at hand (test/cluster/cdk8s-internals.test.ts).
 */

/** A JSON patch as data. */
export interface PatchData {
  readonly op: string;
  readonly path: string;
  readonly value?: unknown;
}

/** The JSON patches of an object, in the order in which they are applied: cdk8s keeps them in a private field. */
export function patchesOf(apiObject: ApiObject): readonly JsonPatch[] {
  return (apiObject as any).patches;
}

/** What an object was made of, its metadata included: cdk8s keeps it in a private field. */
export function propsOf(apiObject: ApiObject): unknown {
  return (apiObject as any).props;
}

/** What a JSON patch does: cdk8s hands it out to itself only. */
export function patchData(patch: JsonPatch): PatchData {
  return (patch as any)._toJson();
}

/** An object as it renders without its JSON patches. */
export function withoutPatches(apiObject: ApiObject): ApiObject {
  return Object.create(apiObject, { patches: { value: [] } });
}

/**
 * Has properties of an object decided when they are read, which is when manifests are rendered: what the cluster is may be
 * said after the last construct was made. API objects and containers of cdk8s-plus keep what they were given, and read it,
 * and their own properties, each time they are rendered.
 */
export function decideLate<T extends object, Name extends keyof T>(target: T, properties: { readonly [name in Name]: () => T[Name] }): T {
  for (const [name, get] of Object.entries<() => T[Name]>(properties)) {
    Object.defineProperty(target, name, { get, enumerable: true, configurable: true });
  }
  return target;
}

/** What is used of the `yaml` package. */
interface YamlPackage {
  readonly parseAllDocuments: (text: string, options?: { readonly version?: '1.1' | '1.2' }) => YamlDocument[];
}

interface YamlDocument {
  readonly errors: readonly Error[];
  readonly toJS: () => unknown;
}

/** The `yaml` package that cdk8s brings along: its own `Yaml.load` reads half of a broken file without a word. */
export function yamlPackage(): YamlPackage {
  return require(require.resolve('yaml', { paths: [dirname(require.resolve('cdk8s/package.json'))] }));
}

/** How the error begins with which cdk8s refuses to synthesize. */
export const VALIDATION_REFUSAL = 'Validation failed with the following errors';

/** What was thrown while an object was rendered, without the path that cdk8s puts in front of it. */
export function renderingCause(error: unknown): string {
  return String(error).replace(/^Error: Failed serializing construct at path '[^']*' with name '[^']*': /, '');
}

/**
 * Something that belongs to an app as a whole: kept by the app itself, under a symbol that two copies of this library in one
 * program share.
 */
export class AppState<T> {
  private readonly key: symbol;

  public constructor(name: string) {
    this.key = Symbol.for(`cdk8s-kubevirt.${name}`);
  }

  public get(root: IConstruct): T | undefined {
    return (root as any)[this.key];
  }

  public set(root: IConstruct, value: T): void {
    Object.defineProperty(root, this.key, { value, configurable: true });
  }
}
