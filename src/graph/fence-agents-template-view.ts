import { entryPath, FENCE_AGENTS_REMEDIATION_GROUP, FENCE_AGENTS_REMEDIATION_KIND, FENCE_AGENTS_REMEDIATION_TEMPLATE_KIND } from '../facts';
import { isObject, type Manifest } from './manifest';
import type { ManifestGraph } from './manifest-graph';
import { templateSpec } from './node-health-check-view';

type Parameters = Readonly<Record<string, any>>;

/** Where a template of remediations by fence agents has their spec. */
export const FENCE_SPEC = 'spec.template.spec';

/** A Secret that a template takes parameters from, with the manifest path of its name. */
export interface SecretReference {
  readonly path: string;
  readonly name: string;
  /** The node that it is for; undefined: for all of them. */
  readonly node?: string;
}

/** A FenceAgentsRemediationTemplate as the rules see it, or a remediation that somebody wrote by hand. */
export class FenceAgentsTemplateView {
  public readonly spec: Parameters;
  /** Manifest path of the spec. */
  public readonly specPath: string;

  public constructor(public readonly manifest: Manifest) {
    const isTemplate = manifest.kind === FENCE_AGENTS_REMEDIATION_TEMPLATE_KIND;
    this.specPath = isTemplate ? FENCE_SPEC : 'spec';
    this.spec = isTemplate ? templateSpec(manifest) : isObject(manifest.spec) ? manifest.spec : {};
  }

  public get sharedParameters(): Parameters {
    return isObject(this.spec.sharedparameters) ? this.spec.sharedparameters : {};
  }

  /** Values by node, by parameter. */
  public get nodeParameters(): [parameter: string, values: Parameters][] {
    return Object.entries(isObject(this.spec.nodeparameters) ? this.spec.nodeparameters : {}).map(([parameter, values]) => [
      parameter,
      isObject(values) ? values : {},
    ]);
  }

  public get sharedSecret(): SecretReference | undefined {
    const name = this.spec.sharedSecretName;
    return typeof name === 'string' && name !== '' ? { path: `${this.specPath}.sharedSecretName`, name } : undefined;
  }

  public get nodeSecrets(): SecretReference[] {
    return Object.entries(isObject(this.spec.nodeSecretNames) ? this.spec.nodeSecretNames : {}).flatMap(([node, name]) =>
      typeof name === 'string' ? [{ path: entryPath(`${this.specPath}.nodeSecretNames`, node), name, node }] : [],
    );
  }

  public get secrets(): SecretReference[] {
    return this.sharedSecret === undefined ? this.nodeSecrets : [this.sharedSecret, ...this.nodeSecrets];
  }

  /** Every parameter that stands in the template, with its manifest path. */
  public get parameters(): { path: string; parameter: string; value: unknown }[] {
    const shared = Object.entries(this.sharedParameters).map(([parameter, value]) => ({
      path: entryPath(`${this.specPath}.sharedparameters`, parameter),
      parameter,
      value,
    }));
    const ofNodes = this.nodeParameters.flatMap(([parameter, values]) =>
      Object.entries(values).map(([node, value]) => ({
        path: entryPath(entryPath(`${this.specPath}.nodeparameters`, parameter), node),
        parameter,
        value,
      })),
    );
    return [...shared, ...ofNodes];
  }

  /** The Secret that a reference means; undefined when it is not among the manifests. */
  public secret(graph: ManifestGraph, { name }: SecretReference): Manifest | undefined {
    return graph.find('', 'Secret', this.manifest.metadata?.namespace, name);
  }
}

export function fenceAgentsTemplates(graph: ManifestGraph): FenceAgentsTemplateView[] {
  return [FENCE_AGENTS_REMEDIATION_TEMPLATE_KIND, FENCE_AGENTS_REMEDIATION_KIND].flatMap((kind) =>
    graph.ofKind(FENCE_AGENTS_REMEDIATION_GROUP, kind).map((manifest) => new FenceAgentsTemplateView(manifest)),
  );
}

/** The keys of a Secret. */
export function secretKeys(secret: Manifest): string[] {
  return [secret.data, secret.stringData].flatMap((values) => (isObject(values) ? Object.keys(values) : []));
}

/** Whether something in a template of remediations may put in the name of the node: in the parameters of all nodes, or their Secret. */
export function mayTellNodesApart(template: FenceAgentsTemplateView, graph: ManifestGraph): boolean {
  const { sharedParameters, sharedSecret } = template;
  const secret = sharedSecret && template.secret(graph, sharedSecret);
  return hasActionIn(sharedParameters) || (secret !== undefined && mayNameNode(secret));
}

/** Whether one of the values is a Go template that puts something in. */
export function hasActionIn(values: Parameters): boolean {
  return Object.values(values).some((value) => hasAction(String(value)));
}

function hasAction(text: string): boolean {
  const start = text.indexOf('{{');
  return start >= 0 && text.includes('}}', start + 2);
}

/** A Secret that is not among the manifests may hold anything, and so may encoded values. */
export function mayNameNode(secret: Manifest | undefined): boolean {
  return secret === undefined || isObject(secret.data) || hasActionIn(isObject(secret.stringData) ? secret.stringData : {});
}
