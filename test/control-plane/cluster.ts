import type { Manifest } from '../../src/graph';
import { type Answer, Part } from './part';
import { ACCEPTED, type Verdict, verdictOf } from './verdict';

export interface Resource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

interface CrdSpec {
  readonly group: string;
  readonly names: { readonly kind: string };
  readonly versions: readonly { readonly name: string; readonly served: boolean }[];
}

const STRICT = 'fieldValidation=Strict&fieldManager=cdk8s-kubevirt';
const SERVER_SIDE_APPLY = 'application/apply-patch+yaml';
const SERVED_WITHIN = 120_000;
const POLL = 200;

/** A cluster of an API server with CustomResourceDefinitions, as somebody sees it who applies manifests. */
export class Cluster {
  /** @param kubernetes the release whose API is served, `1.33`; undefined: that of the API server */
  public static async start(definitions: readonly Manifest[], kubernetes?: string): Promise<Cluster> {
    const cluster = new Cluster(await Part.apiServer(kubernetes === undefined ? [] : [`--emulated-version=${kubernetes}`]));
    try {
      await Promise.all(definitions.map((definition) => cluster.define(definition)));
      await cluster.waitFor(definitions);
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    return cluster;
  }

  private readonly resources = new Map<string, Promise<readonly Resource[]>>();
  private readonly namespaces = new Map<string, Promise<Verdict>>();

  private constructor(private readonly server: Part) {}

  public async stop(): Promise<void> {
    await this.server.stop();
  }

  /** The schemas of the kinds of an apiVersion, as the server describes them. */
  public async schemasOf(apiVersion: string): Promise<Readonly<Record<string, object>>> {
    const { status, body } = await this.server.request('GET', `/openapi/v3${rootOf(apiVersion)}`);
    if (status !== 200) {
      throw new Error(`The API server describes no kinds of ${apiVersion}: ${status}`);
    }
    return body.components.schemas;
  }

  /** The resource that a kind is served as. */
  public async resourceOf(apiVersion: string, kind: string): Promise<Resource | undefined> {
    return (await this.resourcesAt(rootOf(apiVersion))).find((served) => served.kind === kind);
  }

  /** What the server would say to a manifest: nothing is stored. */
  public async judge(manifest: Manifest): Promise<Verdict> {
    const place = await this.placeOf(manifest);
    return typeof place === 'string' ? verdictOf(await this.server.request('POST', `${place}?dryRun=All&${STRICT}`, manifest)) : place;
  }

  /**
   * Applies a manifest twice, server-side, and deletes the object.
   *
   * @returns what was wrong with it; undefined: the server took it, and the second time changed nothing
   */
  public async applyTwice(manifest: Manifest): Promise<string | undefined> {
    const { name } = manifest.metadata ?? {};
    const place = await this.placeOf(manifest);
    if (typeof place !== 'string' || name === undefined) {
      return `cannot be applied: ${typeof place === 'string' ? 'it has no name' : place.says}`;
    }
    const path = `${place}/${encodeURIComponent(name)}`;
    const apply = () => this.server.request('PATCH', `${path}?${STRICT}&force=true`, manifest, SERVER_SIDE_APPLY);
    const first = await apply();
    const second = await apply();
    await this.remove(path, manifest);
    return [first, second].map(refusalOf).find((refusal) => refusal !== undefined) ?? changeBetween(first, second);
  }

  private async remove(path: string, { kind }: Manifest): Promise<void> {
    // A namespace goes with the help of a controller.
    if (kind !== 'Namespace') {
      await this.server.request('DELETE', path, { kind: 'DeleteOptions', apiVersion: 'v1', gracePeriodSeconds: 0 });
    }
  }

  /** The path of the objects of a kind in its namespace, which is made where it is not there; a verdict: there is no such place. */
  private async placeOf({ apiVersion, kind, metadata }: Manifest): Promise<string | Verdict> {
    if (!isVersion(apiVersion) || typeof kind !== 'string') {
      return {
        says: 'refused',
        message: 'It does not say what it is',
        fields: [isVersion(apiVersion) ? 'kind' : 'apiVersion'],
        causes: [],
      };
    }
    const root = rootOf(apiVersion);
    const resource = await this.resourceOf(apiVersion, kind);
    if (resource === undefined) {
      return this.unknownKind(apiVersion, kind);
    }
    if (!resource.namespaced) {
      return `${root}/${resource.name}`;
    }
    // What is no name of a namespace is left to the decoder.
    const namespace = typeof metadata?.namespace === 'string' && metadata.namespace !== '' ? metadata.namespace : 'default';
    const made = await this.makeNamespace(namespace);
    return made.says === 'accepted' ? `${root}/namespaces/${encodeURIComponent(namespace)}/${resource.name}` : made;
  }

  private async unknownKind(apiVersion: string, kind: string): Promise<Verdict> {
    const { status, body } = await this.server.request('GET', `/apis/${apiVersion.split('/')[0]}`);
    const versions: readonly { groupVersion: string }[] = status === 200 ? body.versions : [];
    const served = await Promise.all(versions.map(({ groupVersion }) => this.resourcesAt(`/apis/${groupVersion}`)));
    return served.flat().some((resource) => resource.kind === kind)
      ? { says: 'refused', message: `no matches for kind "${kind}" in version "${apiVersion}"`, fields: ['apiVersion'], causes: [] }
      : { says: 'not served' };
  }

  private resourcesAt(root: string): Promise<readonly Resource[]> {
    const known = this.resources.get(root) ?? this.readResources(root);
    this.resources.set(root, known);
    return known;
  }

  private async readResources(root: string): Promise<readonly Resource[]> {
    const { status, body } = await this.server.request('GET', root);
    const resources: readonly Resource[] = status === 200 ? body.resources : [];
    return resources.filter(({ name }) => !name.includes('/'));
  }

  private makeNamespace(name: string): Promise<Verdict> {
    const made = this.namespaces.get(name) ?? this.createNamespace(name);
    this.namespaces.set(name, made);
    return made;
  }

  private async createNamespace(name: string): Promise<Verdict> {
    const manifest = { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
    const verdict = verdictOf(await this.server.request('POST', '/api/v1/namespaces', manifest));
    return verdict.says === 'refused' ? { ...verdict, fields: ['metadata.namespace'] } : ACCEPTED;
  }

  private async define(definition: Manifest): Promise<void> {
    const { status, body } = await this.server.request('POST', '/apis/apiextensions.k8s.io/v1/customresourcedefinitions', definition);
    if (status >= 300) {
      throw new Error(`${definition.metadata?.name}: ${body?.message ?? body}`);
    }
  }

  private async waitFor(definitions: readonly Manifest[]): Promise<void> {
    const deadline = Date.now() + SERVED_WITHIN;
    for (const { group, names, versions } of definitions.map(({ spec }): CrdSpec => spec)) {
      for (const { name } of versions.filter(({ served }) => served)) {
        while (!(await this.readResources(`/apis/${group}/${name}`)).some(({ kind }) => kind === names.kind)) {
          if (Date.now() > deadline) {
            throw new Error(`${names.kind} of ${group}/${name} is not served after ${SERVED_WITHIN / 1000} s`);
          }
          await new Promise((resolve) => setTimeout(resolve, POLL));
        }
      }
    }
  }
}

/** The path that the kinds of an apiVersion are below. */
function rootOf(apiVersion: string): string {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

/** `v1` or `group/version`. */
function isVersion(apiVersion: unknown): boolean {
  return typeof apiVersion === 'string' && /^[^/]+(\/[^/]+)?$/.test(apiVersion);
}

function refusalOf({ status, body }: Answer): string | undefined {
  return status < 300 ? undefined : `refused: ${body?.message ?? body}`;
}

function changeBetween(first: Answer, second: Answer): string | undefined {
  const [before, after] = [first, second].map(({ body }) => body.metadata.resourceVersion);
  return before === after ? undefined : `changed by the second apply, from version ${before} to ${after}`;
}
