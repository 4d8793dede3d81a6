import { entryPath, FENCE_AGENTS_REMEDIATION_GROUP, FENCE_AGENTS_REMEDIATION_TEMPLATE_KIND } from '../facts';
import { isObject, type Manifest } from './manifest';
import type { ManifestGraph } from './manifest-graph';
import { templateSpec } from './node-health-check-view';

type Parameters = Readonly<Record<string, any>>;

export const FENCE_SPEC = 'spec.template.spec';

/** A Secret that a template takes parameters from, with the manifest path of its name. */
export interface SecretReference {
  readonly path: string;
  readonly name: string;
}

/** A FenceAgentsRemediationTemplate as the rules see it. */
export class FenceAgentsTemplateView {
  public readonly spec: Parameters;

  public constructor(public readonly manifest: Manifest) {
    this.spec = templateSpec(manifest);
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
    return typeof name === 'string' && name !== '' ? { path: `${FENCE_SPEC}.sharedSecretName`, name } : undefined;
  }

  public get nodeSecrets(): SecretReference[] {
    return Object.entries(isObject(this.spec.nodeSecretNames) ? this.spec.nodeSecretNames : {}).flatMap(([node, name]) =>
      typeof name === 'string' ? [{ path: entryPath(`${FENCE_SPEC}.nodeSecretNames`, node), name }] : [],
    );
  }

  public get secrets(): SecretReference[] {
    return this.sharedSecret === undefined ? this.nodeSecrets : [this.sharedSecret, ...this.nodeSecrets];
  }

  /** Every parameter that stands in the template, with its manifest path. */
  public get parameters(): { path: string; parameter: string; value: unknown }[] {
    const shared = Object.entries(this.sharedParameters).map(([parameter, value]) => ({
      path: entryPath(`${FENCE_SPEC}.sharedparameters`, parameter),
      parameter,
      value,
    }));
    const ofNodes = this.nodeParameters.flatMap(([parameter, values]) =>
      Object.entries(values).map(([node, value]) => ({
        path: entryPath(entryPath(`${FENCE_SPEC}.nodeparameters`, parameter), node),
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
  return graph
    .ofKind(FENCE_AGENTS_REMEDIATION_GROUP, FENCE_AGENTS_REMEDIATION_TEMPLATE_KIND)
    .map((manifest) => new FenceAgentsTemplateView(manifest));
}

/** The keys of a Secret. */
export function secretKeys(secret: Manifest): string[] {
  return [secret.data, secret.stringData].flatMap((values) => (isObject(values) ? Object.keys(values) : []));
}
