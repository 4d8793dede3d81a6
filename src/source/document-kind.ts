import { isObject } from '../graph';

/** What a document is to an audit. */
export enum DocumentKind {
  /** Something that a cluster takes, or is meant to. */
  OBJECT,
  /** A source of Helm, Ansible or the like: it becomes an object when it is rendered. */
  TEMPLATE,
  /** Settings of a tool, values of a chart, a patch: nothing that is applied by itself. */
  OTHER,
}

/** Tools that have files in the form of Kubernetes objects. */
const TOOL_GROUPS = /^(kustomize\.config\.k8s\.io|skaffold)\//;

/**
 * The settings of OpenShift's installer have a version, a name and no kind, and this field, which no object has at its top.
 *
 * @see https://docs.redhat.com/en/documentation/openshift_container_platform/4.20/html/installation_configuration/
 */
const OF_INSTALLER = 'baseDomain';

/** What stands in a document, by itself. */
export function documentKind(value: unknown): DocumentKind {
  if (!isObject(value)) {
    return DocumentKind.OTHER;
  }
  const { apiVersion, kind, metadata, spec } = value;
  if ([apiVersion, kind, metadata?.name, metadata?.namespace].some(hasAction)) {
    return DocumentKind.TEMPLATE;
  }
  const said = [apiVersion, kind].filter((text) => typeof text === 'string' && text !== '').length;
  const isTool = typeof apiVersion === 'string' && TOOL_GROUPS.test(apiVersion);
  const isInstaller = kind === undefined && value[OF_INSTALLER] !== undefined;
  return !isTool && !isInstaller && (said === 2 || (said === 1 && (isObject(metadata) || isObject(spec))))
    ? DocumentKind.OBJECT
    : DocumentKind.OTHER;
}

function hasAction(value: unknown): boolean {
  return typeof value === 'string' && value.includes('{{');
}

/** An action outside quotes: at the start of a line, or in the place of a value or an entry. */
const BARE_ACTION = /^[ \t]*(?:- +)*(?:[\w."'/-]+:[ \t]+)?\{\{/m;

/** Whether a text that is no YAML is the source of a template. */
export function isTemplateSource(text: string): boolean {
  return BARE_ACTION.test(text) || /\{\{-|-\}\}|\{%-? /.test(text);
}
